import { z } from 'zod';
import { formOf, signingSecret } from '../../connectors/shared/form.ts';
import type { CredentialField } from '../../core/channel/credentials.ts';

/** Any shop that answers the questions of docs/shops.md. */
export interface HttpShopCredentials {
  /** Where its answers begin: `https://shop.example.com/earshot`. */
  readonly url: string;
  /** Both sides sign with it. */
  readonly secret: string;
}

const schema = z.object({
  url: z
    .string()
    .trim()
    .max(1_000)
    .transform((text) => text.replace(/\/+$/, ''))
    .refine((text) => {
      const url = URL.parse(text);
      return (
        url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
      );
    }, 'The address begins with https:// and has no password and no question mark in it.'),
  secret: signingSecret,
});

const fields: readonly CredentialField[] = [
  {
    name: 'url',
    label: 'Address',
    kind: 'url',
    takesSecrets: true,
    placeholder: 'https://shop.example.com/earshot',
    help: 'Where your shop answers /shop and /orders, as docs/shops.md says.',
  },
  {
    name: 'secret',
    label: 'Secret',
    kind: 'secret',
    isSuggested: true,
    help: 'Both sides sign with it. Let one be made, and copy it into your shop: it is not shown again.',
  },
];

export const httpShopCredentials = formOf<HttpShopCredentials>(fields, schema);

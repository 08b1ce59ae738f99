import { z } from 'zod';
import type { CredentialField } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';

/** Any shop that answers the questions of docs/shops.md. */
export interface HttpShopCredentials {
  /** Where its answers begin: `https://shop.example.com/earshot`. */
  readonly url: string;
  /** Both sides sign with it. */
  readonly secret: string;
}

const SHORTEST_SECRET = 24;
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
  secret: z
    .string()
    .trim()
    .min(SHORTEST_SECRET, `The secret needs at least ${SHORTEST_SECRET} characters: let one be made.`)
    .max(200, 'The secret is longer than 200 characters.')
    .regex(/^\S*$/, 'The secret has a space or a line break in it: copy it again.'),
});

const fields: readonly CredentialField[] = [
  {
    name: 'url',
    label: 'Address',
    kind: 'url',
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

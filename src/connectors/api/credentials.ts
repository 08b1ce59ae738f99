import { z } from 'zod';
import type { CredentialField } from '../../core/channel/credentials.ts';
import { formOf, signingSecret } from '../shared/form.ts';

/** One source that speaks for itself: what it is called here, the secret both sides sign with, and where answers go. */
export interface ApiCredentials {
  readonly source: string;
  readonly title: string;
  readonly secret: string;
  /** Empty: this inbox only hears. */
  readonly url: string;
}

const schema = z.object({
  source: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'The short name has small letters, digits and dashes only, such as sms.'),
  title: z.string().trim().max(100, 'The name is longer than 100 letters.').default(''),
  secret: signingSecret,
  url: z
    .string()
    .trim()
    .max(2_000)
    .refine(
      (text) => text === '' || isTarget(text),
      'The address for answers begins with https:// and has no password in it.',
    )
    .default(''),
});

/** Plain HTTP is judged where it is called: only an origin that the server's owner named may be asked that way. */
function isTarget(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}

const fields: readonly CredentialField[] = [
  {
    name: 'source',
    label: 'Short name',
    kind: 'text',
    placeholder: 'sms',
    help: 'Small letters, digits and dashes. It tells your sources apart and stays as it is.',
  },
  {
    name: 'title',
    label: 'Name',
    kind: 'text',
    optional: true,
    placeholder: 'Text messages',
    help: 'How the inbox is called on screen.',
  },
  {
    name: 'secret',
    label: 'Secret',
    kind: 'secret',
    isSuggested: true,
    help: 'Both sides sign with it. Let one be made, and copy it into your program: it is not shown again.',
  },
  {
    name: 'url',
    label: 'Address for answers',
    kind: 'url',
    optional: true,
    placeholder: 'https://bridge.example.com/earshot',
    help: 'Where Earshot sends what agents answer. Leave it empty, and the inbox only hears.',
  },
];

export const apiCredentials = formOf<ApiCredentials>(fields, schema);

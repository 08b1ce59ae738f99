import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';

export interface MastodonCredentials {
  /** The server's address without a trailing slash. */
  readonly server: string;
  readonly accessToken: string;
  /** `#tag` or words that are searched for. */
  readonly keywords: readonly string[];
}

/** Each costs a call a minute, of the 60 a minute that a server allows. */
const MAX_KEYWORDS = 10;

const fields: readonly CredentialField[] = [
  {
    name: 'server',
    label: 'Server',
    help: 'The address of the server where the account lives, as in the browser.',
    kind: 'url',
    takesSecrets: true,
    placeholder: 'https://mastodon.social',
  },
  {
    name: 'accessToken',
    label: 'Access token',
    help: 'On the server: Preferences, Development, New application; tick the scopes read, write:statuses, write:favourites and write:media, save, open it again and copy "Your access token".',
    kind: 'secret',
  },
  {
    name: 'keywords',
    label: 'Hashtags and words',
    help: 'What to listen for without a mention, separated by commas. Hashtags (#kettleco) are dependable; words are found only where the server has full-text search.',
    kind: 'text',
    optional: true,
    placeholder: '#kettleco, kettle co',
  },
];

/** A token in clear text may travel inside this machine only. */
function isSafeServer(value: string): boolean {
  const url = URL.parse(value);
  if (!url) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}

const text = z.string().trim();
const Form = z.object({
  server: text
    .transform((value) => (value === '' || /^https?:\/\//i.test(value) ? value : `https://${value}`))
    .refine(isSafeServer, 'Give the address of the server, beginning with https://.')
    .transform((value) => new URL(value).origin),
  accessToken: text.min(1, 'Give the access token; the server shows it under Preferences, Development.'),
  keywords: z
    .union([text, z.array(z.string()).transform((words) => words.join(','))])
    .default('')
    .transform(splitKeywords)
    .refine((words) => words.length <= MAX_KEYWORDS, `Give at most ${MAX_KEYWORDS} hashtags and words.`),
});

export const credentialForm: CredentialForm<MastodonCredentials> = formOf(fields, Form);

function splitKeywords(value: string): string[] {
  const words = value.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== '' && word !== '#'))];
}

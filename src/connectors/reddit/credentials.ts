import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import { formOf } from '../shared/form.ts';

export interface RedditCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Without `u/`. */
  readonly username: string;
  /** Subreddits of our own, in small letters, without `r/`. */
  readonly subreddits: readonly string[];
  readonly keywords: readonly string[];
}

const MAX_SUBREDDITS = 20;
/** Each is a call of its own every few minutes. */
const MAX_KEYWORDS = 10;

const fields: readonly CredentialField[] = [
  {
    name: 'clientId',
    label: 'Client ID',
    help: 'Of an app that Reddit has approved. Since November 2025 Reddit gives access only on request, and commercial use needs a contract with Reddit; see reddit.com/prefs/apps.',
    kind: 'text',
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    help: 'reddit.com/prefs/apps, in the box of the app, beside "secret".',
    kind: 'secret',
  },
  {
    name: 'refreshToken',
    label: 'Refresh token',
    help: 'Given when the account signs in to the app with duration=permanent; the set-up page of this channel says how.',
    kind: 'secret',
  },
  {
    name: 'username',
    label: 'Account',
    help: 'The name of the account that answers, without u/. Reddit wants it in every request.',
    kind: 'text',
    placeholder: 'kettleco',
  },
  {
    name: 'subreddits',
    label: 'Own subreddits',
    help: 'Subreddits that you run, separated by commas. Every post and comment in them comes in. Comments can be hidden where the account is a moderator.',
    kind: 'text',
    optional: true,
    placeholder: 'kettleco, kettlehelp',
  },
  {
    name: 'keywords',
    label: 'Keywords',
    help: 'Words to look for in all public posts, separated by commas. Reddit searches posts only, never comments.',
    kind: 'text',
    optional: true,
    placeholder: 'kettleco, kettle co',
  },
];

const text = z.string().trim();
const list = (clean: (word: string) => string) =>
  z
    .union([text, z.array(z.string()).transform((words) => words.join(','))])
    .default('')
    .transform((value) => [
      ...new Set(
        value
          .split(/[,\n]/)
          .map((word) => clean(word.trim()))
          .filter((word) => word !== ''),
      ),
    ]);

const Form = z.object({
  clientId: text.min(1, 'Give the client ID of the app that Reddit approved.'),
  clientSecret: text.min(1, 'Give the secret of the app.'),
  refreshToken: text.min(1, 'Give the refresh token that the account got by signing in to the app.'),
  username: text
    .transform((value) => value.replace(/^\/?u\//i, '').replace(/^@/, ''))
    .refine((value) => /^[\w-]{2,30}$/.test(value), 'Give the name of the account as it stands on Reddit, without u/.'),
  subreddits: list((word) => word.replace(/^\/?r\//i, '').toLowerCase())
    .refine((words) => words.length <= MAX_SUBREDDITS, `Give at most ${MAX_SUBREDDITS} subreddits.`)
    .refine(
      (words) => words.every((word) => /^[a-z0-9_]{2,30}$/.test(word)),
      'Give the names of subreddits as they stand after r/.',
    ),
  keywords: list((word) => word.replaceAll('"', '')).refine(
    (words) => words.length <= MAX_KEYWORDS,
    `Give at most ${MAX_KEYWORDS} keywords.`,
  ),
});

export const credentialForm: CredentialForm<RedditCredentials> = formOf(fields, Form);

/** What of the credentials is no secret: it decides whose a place is and what may be hidden. */
export type Settings = Pick<RedditCredentials, 'username' | 'subreddits'>;
const Kept = z.object({ username: z.string().catch(''), subreddits: z.array(z.string()).catch([]) });
export const settingsOf = (settings: unknown): Settings => Kept.safeParse(settings).data ?? Kept.parse({});

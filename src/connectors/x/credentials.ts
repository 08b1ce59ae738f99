import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';
import type { Json } from '../../core/ids.ts';
import { formOf } from '../shared/form.ts';

export const PLANS = ['pay_per_use', 'subscription', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

export interface XCredentials {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
  /** Of the app, by OAuth 2.0; empty: it has none, or signs what it sends with the API secret. */
  readonly clientSecret?: string;
  readonly plan: Plan;
  /** The connected account owns the developer app: X charges a fifth for what is its own. */
  readonly ownsApp: boolean;
  /** Searches in X's own syntax. */
  readonly keywords: readonly string[];
  /** What may be read in a UTC day; 0: nothing is held back. */
  readonly dailyCeiling: number;
  readonly ceilingIn: 'dollars' | 'posts';
  /** Listen to the stream of the app. Absent: on; it was filled in before there was a choice. */
  readonly hearAtOnce?: boolean;
}

const MAX_KEYWORDS = 20;
/** 512 characters self-serve, less what the search itself adds. Source: X docs, "Search", as of 2026-08. */
const MAX_KEYWORD = 400;

const fields: readonly CredentialField[] = [
  {
    name: 'apiKey',
    label: 'API key',
    help: 'developer.x.com, your app, Keys and tokens: "API Key" (consumer key).',
    kind: 'text',
  },
  {
    name: 'apiSecret',
    label: 'API key secret',
    help: 'Shown once beside the API key. Regenerate both when it is lost.',
    kind: 'secret',
  },
  {
    name: 'accessToken',
    label: 'Access token',
    help: 'The same page, "Access Token and Secret" of the account that answers. First set the app to "Read and write and Direct message"; a token made before keeps its old rights.',
    kind: 'text',
    placeholder: '700000000000000001-AbCd...',
  },
  {
    name: 'accessSecret',
    label: 'Access token secret',
    help: 'Shown once beside the access token.',
    kind: 'secret',
  },
  {
    name: 'clientSecret',
    label: 'Client secret (OAuth 2.0)',
    help: 'Only where X sends events by itself and does not take the answer to its check: "OAuth 2.0 Client Secret" on the same page. X signs with it for newer apps.',
    kind: 'secret',
    optional: true,
  },
  {
    name: 'plan',
    label: 'Plan of the developer account',
    help: 'developer.x.com, Billing. Only Enterprise may answer people who did not mention the account, and like or quote posts.',
    kind: 'choice',
    choices: [
      { value: 'pay_per_use', label: 'Pay per use' },
      { value: 'subscription', label: 'Basic or Pro (old subscriptions)' },
      { value: 'enterprise', label: 'Enterprise' },
    ],
    initial: 'pay_per_use',
  },
  {
    name: 'ownsApp',
    label: 'The account owns the developer app',
    help: 'On when the developer account is this very X account: X then charges less for reading its own mentions and posts.',
    kind: 'toggle',
    initial: false,
  },
  {
    name: 'keywords',
    label: 'Searches',
    help: 'What to look for in all public posts, one a line or separated by commas, in the syntax of X (words, "exact phrase", #tag, lang:de). Every post found costs money.',
    kind: 'text',
    optional: true,
    placeholder: '"kettle co", #kettleco lang:en',
  },
  {
    name: 'dailyCeiling',
    label: 'Ceiling for reading in a day',
    help: 'Keyword search stops first, then mentions, direct messages last. 0 sets no ceiling. Begins anew at midnight UTC.',
    kind: 'number',
    initial: 5,
  },
  {
    name: 'ceilingIn',
    label: 'The ceiling is in',
    help: 'Dollars at the prices of pay per use, or how many posts and messages are read.',
    kind: 'choice',
    choices: [
      { value: 'dollars', label: 'US dollars' },
      { value: 'posts', label: 'posts and messages' },
    ],
    initial: 'dollars',
  },
  {
    name: 'hearAtOnce',
    label: 'Hear at once',
    help: 'Posts come by the stream of the app within seconds, and cost the same. X allows one connection an app: turn it off when another program uses that. What the stream misses is found by looking, as without it.',
    kind: 'toggle',
    initial: true,
  },
];

const text = z.string().trim();
const key = (words: string) => text.min(1, words).regex(/^\S+$/, 'It has no spaces. Copy it again, whole.');
const Form = z.object({
  apiKey: key('Give the API key of the app.'),
  apiSecret: key('Give the API key secret of the app.'),
  accessToken: key('Give the access token of the account.').refine(
    (value) => /^\d+-/.test(value),
    'An access token begins with the number of the account and a dash. This looks like a bearer token or an API key.',
  ),
  accessSecret: key('Give the access token secret of the account.'),
  clientSecret: text.regex(/^\S*$/, 'It has no spaces. Copy it again, whole.').default(''),
  plan: z.enum(PLANS, 'Choose the plan of the developer account.').default('pay_per_use'),
  ownsApp: z.union([z.boolean(), z.stringbool()]).default(false),
  keywords: z
    .union([text, z.array(z.string()).transform((words) => words.join('\n'))])
    .default('')
    .transform(splitKeywords)
    .refine((words) => words.length <= MAX_KEYWORDS, `Give at most ${MAX_KEYWORDS} searches.`)
    .refine(
      (words) => words.every((word) => word.length <= MAX_KEYWORD),
      `A search may have at most ${MAX_KEYWORD} characters.`,
    ),
  dailyCeiling: z.coerce
    .number('Give a number, or 0 for no ceiling.')
    .min(0, 'Give a number, or 0 for no ceiling.')
    .max(10_000_000, 'That is more than X allows in a month.')
    .default(5),
  ceilingIn: z.enum(['dollars', 'posts'], 'Choose what the ceiling counts.').default('dollars'),
  hearAtOnce: z.union([z.boolean(), z.stringbool()]).default(true),
});

export const credentialForm: CredentialForm<XCredentials> = formOf(fields, Form);

export const hearsAtOnce = ({ hearAtOnce = true }: Pick<XCredentials, 'hearAtOnce'>): boolean => hearAtOnce;

/** A comma inside of quotes belongs to the phrase. */
function splitKeywords(value: string): string[] {
  const words = (value.match(/(?:"[^"]*"|[^",\n])+/g) ?? []).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** What decides what an account may do. Whose token it is stands before its dash. */
export interface Standing {
  readonly plan: Plan;
  readonly accountId: string;
}
const Settings = z.looseObject({ plan: z.enum(PLANS).catch('pay_per_use'), accountId: z.string().catch('') });
/** What an account may do when nobody said which plan it has is what the smallest may. */
export const standingOf = (settings: Json): Standing =>
  Settings.safeParse(settings).data ?? { plan: 'pay_per_use', accountId: '' };
export const settingsOf = ({ plan, keywords, accessToken }: XCredentials): Readonly<Record<string, Json>> => ({
  plan,
  keywords,
  accountId: accessToken.split('-')[0] ?? '',
});

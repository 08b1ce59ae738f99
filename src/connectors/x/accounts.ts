import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type Api, type ApiFailure, type ApiOptions, openApi } from './api.ts';
import { ONE_USER } from './asking.ts';
import type { XCredentials } from './credentials.ts';
import { WORDS } from './outcome.ts';
import { User } from './shapes.ts';
import { createSpending, type Spending } from './spending.ts';

/** What is kept about an account while the process runs: its API, and what its reading has cost today. */
export interface Account {
  readonly api: Api;
  readonly spending: Spending;
}
export type Accounts = (credentials: XCredentials) => Account;

export function createAccounts(options: ApiOptions): Accounts {
  const opened = new Map<string, { readonly api: Api; readonly spend: ReturnType<typeof createSpending> }>();
  return (credentials) => {
    const { apiKey, apiSecret, accessToken, accessSecret } = credentials;
    const key = [apiKey, apiSecret, accessToken, accessSecret].join(' ');
    const known = opened.get(key) ?? { api: openApi(options, credentials), spend: createSpending(options.now) };
    opened.set(key, known);
    return { api: known.api, spending: known.spend(credentials) };
  };
}

/** Whose keys these are. Rights are told by a header that is not documented any more, so its absence says nothing. */
export async function whoIs(
  api: Api,
): Promise<
  { readonly ok: true; readonly user: User; readonly rights: string | null; readonly isProtected: boolean } | ApiFailure
> {
  const answer = await api.get('/2/users/me', { ...ONE_USER, 'user.fields': `${ONE_USER['user.fields']},protected` });
  if (!answer.ok) return answer;
  const data = field(answer.body, 'data');
  const user = User.safeParse(data);
  if (!user.success) return { ...NOT_AN_ACCOUNT };
  return {
    ok: true,
    user: user.data,
    rights: answer.headers.get('x-access-level'),
    isProtected: field(data, 'protected') === true,
  };
}
const NOT_AN_ACCOUNT: ApiFailure = {
  ok: false,
  status: 502,
  title: 'No account',
  detail: 'X answered without naming an account.',
  type: '',
  afterMs: undefined,
  isPerhapsDone: false,
};

export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
export const textOf = (value: unknown, name: string): string | undefined => {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

export async function checkAccount(
  accounts: Accounts,
  credentials: XCredentials,
  now: () => Date,
): Promise<AccountCheck> {
  const { api } = accounts(credentials);
  const found = await whoIs(api);
  if (!found.ok) return whatIsWrong(found);
  const { user, rights, isProtected } = found;
  const odd = await oddSearch(api, credentials.keywords, now());
  if (odd) return odd;
  if (rights === 'read')
    return {
      ok: false,
      problem: 'The access token may read only, so nothing could be answered.',
      todo: 'At developer.x.com, set the permissions of the app to "Read and write and Direct message", then make a new access token and enter it here.',
      field: 'accessToken',
    };
  return {
    ok: true,
    account: {
      id: user.id as ExternalAccountId,
      name: user.name?.trim() || user.username || user.id,
      ...(user.username ? { handle: user.username } : {}),
      ...(user.profile_image_url === undefined ? {} : { avatarUrl: user.profile_image_url }),
    },
    warnings: [
      ...(rights === 'read-write' ? [NO_MESSAGES] : []),
      ...(isProtected ? ['The posts of this account are protected: only followers can read its answers.'] : []),
      ...(credentials.dailyCeiling === 0 && credentials.keywords.length > 0
        ? ['There is no ceiling for reading in a day. A search that finds much can become dear.']
        : []),
    ],
  };
}
const NO_MESSAGES =
  'Direct messages do not come in: the access token has no right to them. Set the app to "Read and write and Direct message", then make a new access token.';

/** A look at a few seconds finds next to nothing, and what is found is what costs. */
async function oddSearch(
  api: Api,
  searches: readonly string[],
  now: Date,
): Promise<(AccountCheck & { ok: false }) | null> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
  for (const words of searches) {
    const query = { query: `(${words}) -is:retweet`, max_results: 10, start_time: ago(40), end_time: ago(35) };
    const tried = await api.get('/2/tweets/search/recent', query);
    if (!tried.ok && tried.status === 400)
      return {
        ok: false,
        problem: `X does not understand the search ${words}: ${tried.detail}`,
        todo: 'Write it as on x.com, in the syntax of the API: words, "exact phrase", #tag, OR, -without, lang:en.',
        field: 'keywords',
      };
  }
  return null;
}

function whatIsWrong({ status, type, title, detail }: ApiFailure): AccountCheck & { ok: false } {
  const wrong = (problem: string, todo: string, name?: string) =>
    ({ ok: false, problem, todo, ...(name ? { field: name } : {}) }) as const;
  if (type === 'clock')
    return wrong(WORDS.clock, 'Let the machine take its time from the network (NTP), then test again.');
  if (status === 401)
    return wrong(
      'X does not know these keys, or has revoked them.',
      'Copy all four again from developer.x.com, your app, Keys and tokens. When the API key was made anew, make the access token anew too.',
      'accessToken',
    );
  if (type === 'client-forbidden')
    return wrong(
      WORDS.enrolled,
      'Open developer.x.com, choose a plan (pay per use), and put the app under it.',
      'plan',
    );
  if (status === 402 || title === 'CreditsDepleted')
    return wrong(WORDS.credit, 'Add credits at developer.x.com, Billing, then test again.');
  if (status === 403)
    return wrong(`X refuses these keys: ${detail}`, 'Check the app and the account on developer.x.com.');
  if (status === 429) return wrong(WORDS.slow, 'Wait a quarter of an hour, then test again.');
  if (status === 0) return wrong(detail, 'Check whether this machine may reach api.x.com, then test again.');
  return wrong(`X has trouble of its own: ${detail}`, 'Test again in some minutes.');
}

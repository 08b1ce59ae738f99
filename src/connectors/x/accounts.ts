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

export async function checkAccount(accounts: Accounts, credentials: XCredentials): Promise<AccountCheck> {
  const found = await whoIs(accounts(credentials).api);
  if (!found.ok) return whatIsWrong(found);
  const { user, rights, isProtected } = found;
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

function whatIsWrong({ status, type, title, detail }: ApiFailure): AccountCheck & { ok: false } {
  const wrong = (problem: string, todo: string, name?: string) =>
    ({ ok: false, problem, todo, ...(name ? { field: name } : {}) }) as const;
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

import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import type { Account } from './status.ts';

/** The address of an account is its name in the whole network; its id is of one server only. */
export const addressOf = ({ url, uri, acct }: Pick<Account, 'url' | 'uri' | 'acct'>): string =>
  url ?? uri ?? `acct:${acct}`;

/** A local name lacks its server. */
export function handleOf({ acct, url }: Pick<Account, 'acct' | 'url'>): string {
  const host = url === undefined ? undefined : URL.parse(url)?.host;
  return acct.includes('@') || !host ? acct : `${acct}@${host}`;
}

export function personOf(account: Account): Person {
  const name = account.display_name?.trim() || account.username;
  return {
    id: addressOf(account) as ExternalIdentityId,
    scope: '',
    ...(name ? { name } : {}),
    handle: handleOf(account),
    ...(account.avatar === undefined ? {} : { avatarUrl: account.avatar }),
    ...(account.followers_count === undefined ? {} : { followers: account.followers_count }),
  };
}

export const authorOf = (account: Account, ours: string): Author =>
  addressOf(account) === ours ? { kind: 'business' } : { kind: 'contact', person: personOf(account) };

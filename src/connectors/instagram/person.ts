import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId } from '../../core/ids.ts';

/** Ids of people are good for one account only. */
export const personOf = (id: string, username: string | undefined, account: string): Person => ({
  id: id as ExternalIdentityId,
  scope: account,
  ...(username ? { handle: username } : {}),
});

export function authorOf(
  from: { readonly id: string; readonly username?: string | undefined } | undefined,
  account: string,
): Author {
  if (!from) return { kind: 'unknown' };
  if (from.id === account) return { kind: 'business' };
  return { kind: 'contact', person: personOf(from.id, from.username, account) };
}

/**
 * Somebody of whom Instagram gives only the name, as in other people's captions. Their name is their id until they
 * write to us; then they come under a number, and nothing says that both are one.
 */
export const namedPerson = (username: string, account: string): Person =>
  personOf(`username:${username}`, username, account);

export const accountOf = (id: string): ExternalAccountId => id as ExternalAccountId;

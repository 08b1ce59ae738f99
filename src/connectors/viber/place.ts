import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId } from '../../core/ids.ts';
import type { Callback } from './element.ts';

/** Whose line a callback is about: one person has one line with a bot, so it goes by the person's id. */
export interface Place {
  readonly account: ExternalAccountId;
  readonly person: Person;
  readonly thread: ThreadRef;
  readonly at: Date;
  /** Names the callback, or the message that a receipt is about. */
  readonly token: string | undefined;
}

/** Null when nobody is named. */
export function placeOf(callback: Callback, account: ExternalAccountId, otherwise: Date): Place | null {
  const profile = callback.sender ?? callback.user;
  const id = profile?.id ?? callback.user_id;
  if (id === undefined) return null;
  const person: Person = {
    id: id as ExternalIdentityId,
    scope: account,
    ...(profile?.name ? { name: profile.name } : {}),
    ...(profile?.avatar ? { avatarUrl: profile.avatar } : {}),
  };
  return {
    account,
    person,
    thread: { id: id as ExternalThreadId, kind: 'direct', reach: 'owned_private', counterpart: person },
    at: callback.timestamp ?? otherwise,
    token: callback.message_token,
  };
}

import type { Author, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId } from '../../core/ids.ts';
import type { LineEvent } from './element.ts';

/** Where something happened, and who did it: one to one with a person, or in a group that the account was asked into. */
export interface Place {
  readonly account: ExternalAccountId;
  readonly author: Author;
  readonly thread: ThreadRef;
}

/** Null where no chat is named: what concerns the account alone. */
export function placeOf({ source }: LineEvent, account: ExternalAccountId): Place | null {
  if (!source) return null;
  const { type, userId, groupId, roomId } = source;
  const person = userId === undefined ? undefined : { id: userId as ExternalIdentityId, scope: account };
  // In a group LINE leaves out who it was when the person has not agreed to it.
  const author: Author = person ? { kind: 'contact', person } : { kind: 'unknown' };
  const many = type === 'group' ? groupId : type === 'room' ? roomId : undefined;
  if (many !== undefined)
    return {
      account,
      author,
      thread: {
        id: many as ExternalThreadId,
        kind: 'direct',
        reach: 'owned_private',
        title: type === 'group' ? 'A group on LINE' : 'A chat of several on LINE',
        remote: { isOfMany: true },
      },
    };
  if (!person) return null;
  return {
    account,
    author,
    thread: {
      id: person.id as string as ExternalThreadId,
      kind: 'direct',
      reach: 'owned_private',
      counterpart: person,
    },
  };
}

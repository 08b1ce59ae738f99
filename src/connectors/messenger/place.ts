import type { Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId } from '../../core/ids.ts';
import type { Element } from './element.ts';

/** Whose line an element is about. A private thread is named by its other side: one person has one line with a Page. */
export interface Place {
  readonly account: ExternalAccountId;
  readonly person: Person;
  readonly thread: ThreadRef;
  readonly at: Date;
  /** Written by the Page itself. */
  readonly isOurs: boolean;
}

/** Null when no person is named: a policy warning is about the Page alone. */
export function placeOf({ sender, recipient, timestamp }: Element, pageId: string, otherwise: Date): Place | null {
  const isOurs = sender?.id === pageId;
  const other = isOurs ? recipient?.id : sender?.id;
  if (other === undefined || other === pageId) return null;
  const person: Person = { id: other as ExternalIdentityId, scope: pageId };
  return {
    account: pageId as ExternalAccountId,
    person,
    thread: { id: other as ExternalThreadId, kind: 'direct', reach: 'owned_private', counterpart: person },
    at: timestamp ?? otherwise,
    isOurs,
  };
}

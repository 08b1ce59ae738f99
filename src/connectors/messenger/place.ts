import type { Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId } from '../../core/ids.ts';
import { directThread, type Place } from '../meta/line-place.ts';
import type { Element } from './element.ts';

/** Null when no person is named: a policy warning is about the Page alone. */
export function placeOf({ sender, recipient, timestamp }: Element, pageId: string, otherwise: Date): Place | null {
  const isOurs = sender?.id === pageId;
  const other = isOurs ? recipient?.id : sender?.id;
  if (other === undefined || other === pageId) return null;
  const person: Person = { id: other as ExternalIdentityId, scope: pageId };
  return {
    account: pageId as ExternalAccountId,
    person,
    thread: directThread(person),
    at: timestamp ?? otherwise,
    isOurs,
  };
}

import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import type { FeedValue, Spot } from './change.ts';

/** Ids of people are good for one Page only. Old changes, mentions and ratings name the sender in keys of their own. */
export function authorOf(value: Pick<FeedValue, 'from' | 'sender_id' | 'sender_name'>, { pageId }: Spot): Author {
  const id = value.from?.id ?? value.sender_id;
  if (id === undefined) return { kind: 'unknown' };
  if (id === pageId) return { kind: 'business' };
  return { kind: 'contact', person: personOf(id, value.from?.name ?? value.sender_name, pageId) };
}

export function personOf(id: string, name: string | undefined, pageId: string): Person {
  return { id: id as ExternalIdentityId, scope: pageId, ...(name ? { name } : {}) };
}

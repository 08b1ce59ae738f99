import type { InboxId } from '../ids.ts';

/** What may be done with one inbox; each includes the ones before it. */
export const RIGHTS = ['see', 'answer', 'act', 'manage'] as const;
export type Right = (typeof RIGHTS)[number];

/** By inbox; an inbox that is missing is not there for this person. Null: every inbox, as far as the role goes. */
export type InboxRights = ReadonlyMap<InboxId, Right> | null;

export function hasRight(rights: InboxRights, inboxId: InboxId, wanted: Right): boolean {
  if (rights === null) return true;
  const has = rights.get(inboxId);
  return has !== undefined && RIGHTS.indexOf(has) >= RIGHTS.indexOf(wanted);
}

/** For lists, counts and search: the inboxes to look in. Null: all. */
export function visibleInboxes(rights: InboxRights): readonly InboxId[] | null {
  return rights === null ? null : [...rights.keys()].sort();
}

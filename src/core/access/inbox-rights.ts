import type { InboxId, Json } from '../ids.ts';
import type { Act } from './role.ts';

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
  return inboxesWith(rights, 'see');
}

/** The inboxes in which this may be done. Null: all. */
export function inboxesWith(rights: InboxRights, wanted: Right): readonly InboxId[] | null {
  if (rights === null) return null;
  return [...rights.keys()].filter((inboxId) => hasRight(rights, inboxId, wanted)).sort();
}

/** Whoever manages agents may everywhere: they give these rights, and nobody can lock the house out. */
export function mayEverywhere(acts: readonly string[]): boolean {
  return acts.includes('agents.manage' satisfies Act);
}

export function rightsWith(acts: readonly Act[], given: InboxRights): InboxRights {
  return mayEverywhere(acts) ? null : given;
}

export function isRight(value: Json): value is Right {
  return (RIGHTS as readonly Json[]).includes(value);
}

/** How much of a thing that lies in these inboxes is there for somebody: one of them is enough. */
export function standingOn(
  rights: InboxRights,
  inboxes: readonly InboxId[],
  wanted: Right,
): 'may' | 'sees' | 'unknown' {
  if (inboxes.some((inboxId) => hasRight(rights, inboxId, wanted))) return 'may';
  return inboxes.some((inboxId) => hasRight(rights, inboxId, 'see')) ? 'sees' : 'unknown';
}

/** What may be done with an inbox whose right is missing, in words that follow "You may not". */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  see: 'see this inbox',
  answer: 'work in this inbox',
  act: 'hide, delete, like or publish in this inbox',
  manage: 'change the settings of this inbox',
};

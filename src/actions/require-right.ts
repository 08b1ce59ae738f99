import { hasRight, type Right, standingOn } from '../core/access/inbox-rights.ts';
import { noSuch, notAllowedHere, type Thing } from '../core/access/no-such.ts';
import type { InboxId } from '../core/ids.ts';
import { whereaboutsOf } from '../storage/access/inboxes-of.ts';
import type { Reader } from '../storage/database.ts';
import type { Who } from './who.ts';

/** Ids by what may be done with them. `unknown` are not there, or not there for whoever asks: nobody tells which. */
export interface Sorted<Id extends string> {
  readonly may: readonly Id[];
  readonly sees: readonly Id[];
  readonly unknown: readonly Id[];
}

/**
 * For acts on many: which of these things somebody may do this with. Whoever may everywhere is not looked up: what does
 * not exist is then among `may`, and the act finds that out itself.
 */
export async function sortByRight<Id extends string>(
  db: Reader,
  who: Who,
  a: Thing,
  ids: readonly Id[],
  right: Right,
): Promise<Sorted<Id>> {
  const rights = who.inboxes ?? null;
  if (rights === null) return { may: ids, sees: [], unknown: [] };
  const found = await whereaboutsOf(db, who.workspaceId, a, ids, who.agentId);
  const standing = (id: Id) => {
    const where = found.get(id);
    if (!where) return 'unknown';
    return where.isFree ? 'may' : standingOn(rights, where.inboxes, right);
  };
  return {
    may: ids.filter((id) => standing(id) === 'may'),
    sees: ids.filter((id) => standing(id) === 'sees'),
    unknown: ids.filter((id) => standing(id) === 'unknown'),
  };
}

/** Throws `no_such_…` when one of them is not there for them at all, `not_allowed_here` when they only see it. */
export async function requireRight(
  db: Reader,
  who: Who,
  a: Thing,
  ids: readonly string[],
  right: Right,
): Promise<void> {
  const { sees, unknown } = await sortByRight(db, who, a, ids, right);
  if (unknown.length > 0) throw noSuch(a);
  if (sees.length > 0) throw notAllowedHere(right);
}

/** The same for an inbox whose id is known to be real. */
export function requireRightOn(who: Who, inboxId: InboxId, right: Right): void {
  const rights = who.inboxes ?? null;
  if (!hasRight(rights, inboxId, 'see')) throw noSuch('inbox');
  if (!hasRight(rights, inboxId, right)) throw notAllowedHere(right);
}

import { z } from 'zod';
import { Mark } from '../shared/walk.ts';
import { type Change, standingOf, type Thing } from './shapes.ts';

const THINGS = 600;

/**
 * `editedAt`: seconds since 1970, 0 for never, null while nobody has said. `counts`: of posts, as last told. `isUnread`: it
 * could not be read, and is told when it can.
 */
const Known = z.object({
  editedAt: z.number().nullable(),
  isHidden: z.boolean(),
  counts: z.string().optional(),
  isUnread: z.boolean().optional(),
});
type Known = z.infer<typeof Known>;

/** What the cursor of the one stream keeps. */
export const Memory = z.object({
  /** When the inbox was first read: what is older is history. */
  since: z.iso.datetime(),
  /** Where each list was read to, by its name; `depth`: how many pages the walk under way has read. */
  lists: z.record(z.string(), z.object({ mark: Mark, depth: z.number().default(0) })),
  /** Newest first; what falls out is only looked at no more. */
  things: z.array(z.tuple([z.string(), Known])),
});
export type Memory = z.infer<typeof Memory>;
export const emptyMemory = (now: Date): Memory => ({ since: now.toISOString(), lists: {}, things: [] });

export interface OpenMemory {
  readonly since: Date;
  readonly lists: Memory['lists'];
  readonly things: Map<string, Known>;
  /** From a list. @returns whether it was not known */
  meet(thing: Thing): boolean;
  /** Looked at again by its name. @returns what is new about it */
  compare(thing: Thing): readonly Change[];
  close(): Memory;
}

export function openMemory(memory: Memory): OpenMemory {
  // kept oldest first while it is open: what is added stands at the end of a Map
  const things = new Map(memory.things.toReversed());
  const lists = { ...memory.lists };
  return {
    since: new Date(memory.since),
    lists,
    things,
    meet(thing) {
      const known = things.get(thing.data.name);
      if ((known && !known.isUnread) || standingOf(thing) === 'gone') return false;
      things.set(thing.data.name, knownOf(thing));
      return true;
    },
    compare(thing) {
      const { name } = thing.data;
      const before = things.get(name);
      const standing = standingOf(thing);
      if (!before) return [];
      if (standing === 'gone') {
        things.delete(name);
        return ['deleted'];
      }
      const now = knownOf(thing);
      const counts = hasMoved(before.counts, now.counts) ? now.counts : before.counts;
      // the words of what is hidden are not its own
      const editedAt = now.isHidden ? before.editedAt : now.editedAt;
      things.set(name, { editedAt, isHidden: now.isHidden, ...(counts === undefined ? {} : { counts }) });
      const isEdited = before.editedAt !== null && editedAt !== null && before.editedAt !== editedAt;
      return [
        ...(isEdited ? ['edited' as const] : []),
        ...(before.isHidden === now.isHidden ? [] : [now.isHidden ? ('hidden' as const) : ('shown' as const)]),
      ];
    },
    close: () => ({ since: memory.since, lists, things: [...things].toReversed().slice(0, THINGS) }),
  };
}

function knownOf(thing: Thing): Known {
  const { edited, score = 0, num_comments = 0 } = thing.data;
  return {
    editedAt: edited === undefined ? null : Number(edited),
    isHidden: standingOf(thing) === 'hidden',
    ...(thing.kind === 't3' ? { counts: `${num_comments}/${score}` } : {}),
  };
}

/** Reddit shows votes a little wrong on purpose: a tenth more or less is no news. */
export function hasMoved(before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || now === undefined) return before !== now;
  const [comments, score] = before.split('/').map(Number);
  const [commentsNow, scoreNow] = now.split('/').map(Number);
  return comments !== commentsNow || Math.abs((scoreNow ?? 0) - (score ?? 0)) > Math.max(2, Math.abs(score ?? 0) / 10);
}

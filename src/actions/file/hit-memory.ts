import type { WorkspaceId } from '../../core/ids.ts';
import { createNearDuplicates, type NearDuplicates } from '../../core/understanding/near-duplicate.ts';
import type { Tx } from '../../storage/database.ts';
import { channelsWithHits, readTexts } from '../../storage/listening/filing.ts';

export interface FreshText {
  readonly id: string;
  readonly text: string;
}
/** What a filer remembers of hits, to know near copies of them without reading all again. */
export interface HitMemory {
  /** The first of those that say nearly the same, for each of these; itself where there is none. */
  leaders(
    tx: Tx,
    workspaceId: WorkspaceId,
    fresh: readonly FreshText[],
    now: Date,
  ): Promise<ReadonlyMap<string, string>>;
  /** In which of these networks anything was overheard: what is said in the others need not be compared with it. */
  overheardIn(tx: Tx, workspaceId: WorkspaceId, channels: ReadonlySet<string>): Promise<ReadonlySet<string>>;
}

interface Remembered {
  readonly near: NearDuplicates;
  readonly leaderOf: Map<string, string>;
  seenAt: Date | null;
}
const TEXTS = 4_000;
/** In a flood every batch would read all of the one before. */
const LOOK_EVERY_MS = 2_000;
const CLOCKS_DIFFER_MS = 30_000;
/** Each costs about ten megabytes; one that is forgotten is read again. */
const WORKSPACES = 6;

export function createHitMemory(): HitMemory {
  const remembered = new Map<WorkspaceId, Remembered>();
  const withHits = new Map<WorkspaceId, Set<string>>();

  const recall = (workspaceId: WorkspaceId): Remembered => {
    const known = remembered.get(workspaceId) ?? {
      near: createNearDuplicates({ most: TEXTS }),
      leaderOf: new Map<string, string>(),
      seenAt: null,
    };
    remembered.delete(workspaceId);
    remembered.set(workspaceId, known);
    const [oldest] = remembered.keys();
    if (remembered.size > WORKSPACES && oldest !== undefined) remembered.delete(oldest);
    return known;
  };
  const add = ({ near, leaderOf }: Remembered, id: string, text: string, at: Date, leader?: string): string => {
    const before = near.add(id, text, at);
    const first = leader ?? (before ? (leaderOf.get(before.id) ?? before.id) : id);
    leaderOf.set(id, first);
    const [oldest] = leaderOf.keys();
    if (leaderOf.size > 2 * TEXTS && oldest !== undefined) leaderOf.delete(oldest);
    return first;
  };

  return {
    leaders: async (tx, workspaceId, fresh, now) => {
      const memory = recall(workspaceId);
      const { seenAt } = memory;
      if (!seenAt || now.getTime() - seenAt.getTime() >= LOOK_EVERY_MS) {
        // What another filer found meanwhile, too. Clocks of several machines are not one.
        const since = seenAt && new Date(seenAt.getTime() - CLOCKS_DIFFER_MS);
        for (const { id, alikeId, text, foundAt } of await readTexts(tx, workspaceId, since, TEXTS))
          if (!memory.leaderOf.has(id)) add(memory, id, text, foundAt, alikeId);
        memory.seenAt = now;
      }
      return new Map(fresh.map(({ id, text }) => [id, add(memory, id, text, now)]));
    },
    overheardIn: async (tx, workspaceId, channels) => {
      const known = withHits.get(workspaceId) ?? new Set<string>();
      const asked = [...channels].filter((channel) => !known.has(channel));
      for (const channel of asked.length > 0 ? await channelsWithHits(tx, workspaceId, asked) : []) known.add(channel);
      withHits.set(workspaceId, known);
      return known;
    },
  };
}

import type { WorkspaceId } from '../../core/ids.ts';
import { createNearDuplicates, type NearDuplicates } from '../../core/understanding/near-duplicate.ts';
import type { Tx } from '../../storage/database.ts';
import { hasHits, readTexts } from '../../storage/listening/filing.ts';

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
  /** Whether anything was ever overheard here: where not, nothing need be compared with it. */
  hasAny(tx: Tx, workspaceId: WorkspaceId): Promise<boolean>;
}

interface Remembered {
  readonly near: NearDuplicates;
  readonly leaderOf: Map<string, string>;
  seenAt: Date | null;
}
const TEXTS = 4_000;
/** Each costs about ten megabytes; one that is forgotten is read again. */
const WORKSPACES = 6;

export function createHitMemory(): HitMemory {
  const remembered = new Map<WorkspaceId, Remembered>();
  const withHits = new Set<WorkspaceId>();

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
      // What another filer found meanwhile, too.
      for (const { id, alikeId, text, foundAt } of await readTexts(tx, workspaceId, memory.seenAt, TEXTS))
        if (!memory.leaderOf.has(id)) add(memory, id, text, foundAt, alikeId);
      // Clocks of several machines are not one.
      memory.seenAt = new Date(now.getTime() - 60_000);
      return new Map(fresh.map(({ id, text }) => [id, add(memory, id, text, now)]));
    },
    hasAny: async (tx, workspaceId) => {
      if (withHits.has(workspaceId)) return true;
      const has = await hasHits(tx, workspaceId);
      if (has) withHits.add(workspaceId);
      return has;
    },
  };
}

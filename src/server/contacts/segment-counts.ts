import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { SegmentFilter } from '../../core/person/segment.ts';

export interface PeopleCount {
  readonly count: number;
  readonly isCapped: boolean;
}
interface Asked {
  readonly workspaceId: WorkspaceId;
  readonly visible: readonly InboxId[] | null;
  readonly filter: SegmentFilter;
}

/** Nothing is counted again before this, in milliseconds: each count may look at everybody. */
const KEPT_MS = 5_000;

/** How many people fit each segment, counted once for all who see the same and ask within a few seconds. */
export function createSegmentCounts(count: (asked: Asked) => Promise<PeopleCount>, now: () => Date) {
  const kept = new Map<string, { readonly at: number; readonly counted: Promise<PeopleCount> }>();

  return (asked: Asked): Promise<PeopleCount> => {
    const at = now().getTime();
    // A clock that was set back makes nothing last longer.
    for (const [key, one] of kept) if (Math.abs(at - one.at) >= KEPT_MS) kept.delete(key);
    const visible = asked.visible && [...asked.visible].sort();
    const key = JSON.stringify([asked.workspaceId, visible, asked.filter]);
    const known = kept.get(key);
    if (known) return known.counted;
    const counted = count(asked);
    kept.set(key, { at, counted });
    // What failed is tried again by whoever asks next.
    counted.catch(() => kept.delete(key));
    return counted;
  };
}

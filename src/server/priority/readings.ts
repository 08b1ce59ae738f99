import type { InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import { type Sample, type Sighting, sampleOf, sight } from '../../core/priority/sample.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Reader } from '../../storage/database.ts';
import { countRecent, readRecent } from '../../storage/priority/recent.ts';

const DAY_MS = 86_400_000;
const LAST_DAYS = 30;
/** The newest of them; a reading of so many is 25 MB for as long as it is kept. */
const MOST = 100_000;
/** So many a statement, so that whatever else asks the database waits no longer than for one of them. */
const PAGE = 1_000;
/** Whoever moves a slider asks again within seconds; what is older than this is read anew. */
const KEPT_MS = 120_000;
const KEPT_MOST = 4;

/** A month of conversations, as they were read once. */
export interface Reading {
  readonly since: Date;
  readonly sample: Sample;
  /** Older ones that were not read. */
  readonly left: number;
}
export interface Asked {
  readonly workspaceId: WorkspaceId;
  readonly teamId: TeamId | null;
  readonly visible: readonly InboxId[] | null;
}
export interface Readings {
  /** Of many who ask for the same at once, one reads. */
  readonly read: (asked: Asked, now: Date) => Promise<Reading>;
  readonly forget: () => void;
}

/** Readings are kept for a short while: what is read does not depend on the weights that are tried on it. */
export function keepReadings(db: Reader, most = MOST): Readings {
  const kept = new Map<string, { readonly reading: Promise<Reading>; readonly timer: NodeJS.Timeout }>();
  const drop = (key: string) => {
    clearTimeout(kept.get(key)?.timer);
    kept.delete(key);
  };
  return {
    read(asked, now) {
      const key = JSON.stringify([asked.workspaceId, asked.teamId, asked.visible]);
      const known = kept.get(key);
      if (known) return known.reading;
      for (const oldest of kept.keys()) if (kept.size >= KEPT_MOST) drop(oldest);
      const reading = readMonth(db, asked, now, most);
      kept.set(key, { reading, timer: setTimeout(() => drop(key), KEPT_MS).unref() });
      reading.catch(() => drop(key));
      return reading;
    },
    forget: () => {
      for (const key of [...kept.keys()]) drop(key);
    },
  };
}

export async function readMonth(
  db: Reader,
  { workspaceId, teamId, visible }: Asked,
  now: Date,
  most = MOST,
): Promise<Reading> {
  const since = new Date(now.getTime() - LAST_DAYS * DAY_MS);
  const asked = { since, teamId, visible };
  const sightings: Sighting[] = [];
  let before: TriageFacts | null = null;
  do {
    const limit = Math.min(PAGE, most - sightings.length);
    const page: readonly TriageFacts[] = await readRecent(db, workspaceId, asked, { before, limit });
    for (const facts of page) sightings.push(sight(facts, now));
    before = page.length < limit ? null : oldestOf(page);
  } while (before && sightings.length < most);
  const left = before ? Math.max(0, (await countRecent(db, workspaceId, asked)) - sightings.length) : 0;
  return { since, sample: sampleOf(sightings), left };
}

function oldestOf(page: readonly TriageFacts[]): TriageFacts | null {
  return page.reduce<TriageFacts | null>((oldest, one) => {
    if (!oldest) return one;
    const by = one.lastMessageAt.getTime() - oldest.lastMessageAt.getTime();
    return by < 0 || (by === 0 && one.id < oldest.id) ? one : oldest;
  }, null);
}

import { minHash, SIGNATURE, similarity } from './min-hash.ts';

export interface Alike {
  readonly id: string;
  /** How much of what both say is the same, 0 to 1, as far as 128 samples tell. */
  readonly similarity: number;
}
export interface NearDuplicates {
  /** Remembers a message. @returns the one within the window that says most nearly the same, or null */
  add(id: string, text: string, at: Date): Alike | null;
  readonly size: number;
}

const BANDS = 32;
const ROWS = SIGNATURE / BANDS;
const BUCKETS = 2 ** 16;
const DAY_MS = 86_400_000;
/** In a flood of the same text the first few say all. */
const LOOKED_AT = 24;
const NONE = -1;

/**
 * A window of messages in which near copies are found: by locality-sensitive hashing of their MinHash signatures. Half a
 * kilobyte a message. Each message points, for each of its bands, to the one before it in the same bucket; what fell out
 * of the window is older than all that is left, so a walk ends at the first of those.
 */
export function createNearDuplicates({ most = 50_000, days = 14, enough = 0.5 } = {}): NearDuplicates {
  let room = Math.min(1024, most);
  let signatures = new Uint32Array(room * SIGNATURE);
  let earlier = new Int32Array(room * BANDS);
  const newest = new Int32Array(BANDS * BUCKETS).fill(NONE);
  const ids: string[] = [];
  const times: number[] = [];
  const own = new Uint32Array(SIGNATURE);
  let count = 0;

  const isGone = (nth: number, now: number): boolean =>
    nth < 0 || nth < count - most || (times[nth % room] ?? 0) < now - days * DAY_MS;
  const signatureOf = (nth: number): Uint32Array =>
    signatures.subarray((nth % room) * SIGNATURE, ((nth % room) + 1) * SIGNATURE);

  function grow(): void {
    room = Math.min(room * 2, most);
    const [wider, longer] = [new Uint32Array(room * SIGNATURE), new Int32Array(room * BANDS)];
    wider.set(signatures);
    longer.set(earlier);
    [signatures, earlier] = [wider, longer];
  }

  function search(now: number): Alike | null {
    let best: Alike | null = null;
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      let nth = newest[bucketOf(own, band)] ?? NONE;
      for (let steps = 0; steps < LOOKED_AT && !isGone(nth, now); steps++) {
        if (!seen.has(nth)) {
          seen.add(nth);
          const alike = similarity(own, signatureOf(nth));
          if (alike >= enough && alike > (best?.similarity ?? 0))
            best = { id: ids[nth % room] ?? '', similarity: alike };
          if (alike === 1) return best;
        }
        nth = earlier[(nth % room) * BANDS + band] ?? NONE;
      }
    }
    return best;
  }

  return {
    add(id, text, at) {
      if (!minHash(text, own)) return null;
      const found = search(at.getTime());
      if (count >= room && room < most) grow();
      const slot = count % room;
      signatures.set(own, slot * SIGNATURE);
      ids[slot] = id;
      times[slot] = at.getTime();
      for (let band = 0; band < BANDS; band++) {
        const bucket = bucketOf(own, band);
        earlier[slot * BANDS + band] = newest[bucket] ?? NONE;
        newest[bucket] = count;
      }
      count++;
      return found;
    },
    get size() {
      return Math.min(count, most);
    },
  };
}

function bucketOf(signature: Uint32Array, band: number): number {
  let hash = 0x811c9dc5;
  for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (signature[band * ROWS + row] ?? 0), 0x01000193);
  return band * BUCKETS + ((hash ^ (hash >>> 16)) & (BUCKETS - 1));
}

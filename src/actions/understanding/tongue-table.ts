const MAGIC = 0x45_4c_54_31;
const BUCKETS = 2 ** 16;
const PRIME = 0x01000193;
/** Taken from all scores of the table to keep them small. */
const LEAST = 53;
const LONGEST_WORD = 70;
/** So many bytes of a text are read, up to the next space. */
const READ = 350;
const SPACE = 0x20;

/** How often four bytes in a row stand in each of sixty languages. */
export interface TongueTable {
  readonly codes: readonly string[];
  /** Where the parts start whose hash begins with these 16 bits. */
  readonly buckets: Uint32Array;
  readonly hashes: Uint32Array;
  /** Where the scores of each part start. */
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly scores: Uint8Array;
}
export interface TonguePart {
  readonly bytes: readonly number[];
  readonly scores: readonly (readonly [language: number, score: number])[];
}

export function hashOfBytes(bytes: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  return spread(hash);
}

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;

export function packTongues(codes: readonly string[], parts: readonly TonguePart[]): Uint8Array {
  const sorted = parts.map((part) => ({ ...part, hash: hashOfBytes(part.bytes) })).sort((a, b) => a.hash - b.hash);
  const names = new TextEncoder().encode(codes.join(' '));
  const cells = sorted.flatMap(({ scores }) => scores);
  const pieces = [
    new Uint32Array([MAGIC, sorted.length, cells.length, names.length]),
    new Uint32Array(sorted.map(({ hash }) => hash)),
    new Uint8Array(sorted.map(({ scores }) => scores.length)),
    new Uint8Array(cells.map(([language]) => language)),
    new Uint8Array(cells.map(([, score]) => score)),
    names,
  ];
  const file = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteLength } of pieces) {
    file.set(new Uint8Array(buffer), at);
    at += byteLength;
  }
  return file;
}

/** @throws where the file is not such a table */
export function readTongueTable(file: Uint8Array): TongueTable {
  const bytes = new Uint8Array(file).buffer;
  const [magic = 0, parts = 0, cells = 0, names = 0] = new Uint32Array(bytes, 0, 4);
  if (magic !== MAGIC || bytes.byteLength !== 16 + parts * 5 + cells * 2 + names)
    throw new Error('models/languages.bin is not whole. Run `npm run train`.');
  const hashes = new Uint32Array(bytes, 16, parts);
  const counts = new Uint8Array(bytes, 16 + parts * 4, parts);
  const from = 16 + parts * 5;
  const starts = new Uint32Array(parts + 1);
  const buckets = new Uint32Array(BUCKETS + 1);
  for (let part = 0; part < parts; part++) {
    starts[part + 1] = (starts[part] ?? 0) + (counts[part] ?? 0);
    const bucket = (hashes[part] ?? 0) >>> 16;
    buckets[bucket + 1] = part + 1;
  }
  for (let bucket = 1; bucket <= BUCKETS; bucket++)
    buckets[bucket] = Math.max(buckets[bucket] ?? 0, buckets[bucket - 1] ?? 0);
  return {
    codes: new TextDecoder().decode(new Uint8Array(bytes, from + cells * 2, names)).split(' '),
    buckets,
    hashes,
    starts,
    languages: new Uint8Array(bytes, from, cells),
    scores: new Uint8Array(bytes, from + cells, cells),
  };
}

const LETTERS = /[^\p{L}]+(?<!['`’])/gu;
const encoder = new TextEncoder();
const encoded = new Uint8Array(READ * 4);
const totals = new Float64Array(256);
const seen = new Set<number>();

/** The likeliest language of a text and how far ahead of the next it is, 0 to 1; null: none of it is known. */
export function likeliestTongue(
  text: string,
  table: TongueTable,
): { readonly code: string; readonly lead: number } | null {
  const words = text.replace(LETTERS, ' ').trim().toLowerCase();
  const { written } = encoder.encodeInto(words.slice(0, READ), encoded);
  totals.fill(0);
  seen.clear();
  let start = 0;
  for (let at = 0; at <= written; at++) {
    if (at < written && encoded[at] !== SPACE) continue;
    if (at > start) addWord(start, Math.min(at, start + LONGEST_WORD), table);
    start = at + 1;
  }
  let [best, next] = [-1, 0];
  for (let language = 0; language < table.codes.length; language++) {
    const total = totals[language] ?? 0;
    if (total > (best < 0 ? 0 : (totals[best] ?? 0))) {
      next = best < 0 ? 0 : (totals[best] ?? 0);
      best = language;
    } else next = Math.max(next, total);
  }
  const code = table.codes[best];
  return code ? { code, lead: 1 - next / (totals[best] ?? 1) } : null;
}

/** Four bytes every three, and the last four: what a word begins and ends with is marked by a space. */
function addWord(start: number, end: number, table: TongueTable): void {
  let at = start;
  for (; at + 4 < end; at += 3) addPart(at, at + 4, at === start, false, table);
  const from = end - start === 3 ? start : Math.max(start, end - 4);
  addPart(from, end, at === start, true, table);
}

function addPart(from: number, to: number, isFirst: boolean, isLast: boolean, table: TongueTable): void {
  let hash = 0x811c9dc5;
  if (isFirst) hash = Math.imul(hash ^ SPACE, PRIME);
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (encoded[at] ?? 0), PRIME);
  if (isLast) hash = Math.imul(hash ^ SPACE, PRIME);
  hash = spread(hash);
  if (seen.has(hash)) return;
  seen.add(hash);
  const end = table.buckets[(hash >>> 16) + 1] ?? 0;
  for (let part = table.buckets[hash >>> 16] ?? 0; part < end; part++) {
    if (table.hashes[part] !== hash) continue;
    for (let cell = table.starts[part] ?? 0; cell < (table.starts[part + 1] ?? 0); cell++) {
      const language = table.languages[cell] ?? 0;
      totals[language] = (totals[language] ?? 0) + (table.scores[cell] ?? 0) + LEAST;
    }
    return;
  }
}

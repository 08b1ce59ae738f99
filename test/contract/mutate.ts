import { seeded } from '../product/random.ts';

type Random = ReturnType<typeof seeded>;

/** Where a value hangs in a parsed body. */
interface Spot {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** A body that is to be spoilt. `root` is undefined where it is no JSON: then its lines are spoilt instead. */
export interface Spoilable {
  readonly body: Uint8Array;
  readonly root: unknown;
  readonly spots: readonly Spot[];
}

export function spoilable(body: Uint8Array): Spoilable {
  const root = readJson(body);
  const spots: Spot[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      spots.push({ holder: node as Spot['holder'], key });
      walk((node as Spot['holder'])[key]);
    }
  };
  walk(root);
  return { body, root, spots };
}

/**
 * The `nth` payload of a seed: one of these bodies, spoilt. Always the same for the same seed and number, so that a
 * failure can be had again.
 */
export function payloadAt(seed: number, nth: number, bodies: readonly Spoilable[]) {
  const random = seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b));
  // The first numbers of neighbouring seeds lie close to each other.
  random.next();
  const at = random.between(0, bodies.length - 1);
  return { at, body: spoil(random, bodies[at] as Spoilable, bodies) };
}

function spoil(random: Random, one: Spoilable, all: readonly Spoilable[]): Uint8Array {
  const share = random.next();
  if (share < 0.04) return garbage(random);
  if (share < 0.34) return cutBytes(random, one.body);
  if (one.spots.length === 0) return breakLines(random, one.body);
  return twist(random, one, all);
}

function garbage(random: Random): Uint8Array {
  const kind = random.between(0, 3);
  if (kind === 0) return new Uint8Array(random.between(0, 200)).map(() => random.between(0, 255));
  if (kind === 1) return bytes(JSON.stringify(pick(random, STRANGE)));
  if (kind === 2) return bytes('['.repeat(random.between(0, 3_000)) + ']'.repeat(random.between(0, 3_000)));
  return bytes(pick(random, ['', ' ', 'null', '{', '[{}', '\uFEFF{}', 'undefined', '{"a":1}{"a":1}', '0x1', '\u0000']));
}

/** Bytes are lost, others take their place, up to three times. */
function cutBytes(random: Random, body: Uint8Array): Uint8Array {
  let spoilt = body;
  for (let times = random.between(1, 3); times > 0; times--) {
    const start = random.between(0, spoilt.length);
    const end = Math.min(
      spoilt.length,
      start + (random.next() < 0.1 ? random.between(0, spoilt.length) : random.between(0, 40)),
    );
    const filling =
      random.next() < 0.5
        ? new Uint8Array(random.between(0, 20)).map(() => random.between(0, 255))
        : bytes(pick(random, FILLINGS));
    const next = new Uint8Array(spoilt.length - (end - start) + filling.length);
    next.set(spoilt.subarray(0, start));
    next.set(filling, start);
    next.set(spoilt.subarray(end), start + filling.length);
    spoilt = next;
  }
  return spoilt;
}

/** Lines are lost, doubled, changed places or get a strange end. */
function breakLines(random: Random, body: Uint8Array): Uint8Array {
  const lines = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1').split('\n');
  for (let times = random.between(1, 4); times > 0; times--) {
    const at = random.between(0, lines.length - 1);
    const other = random.between(0, lines.length - 1);
    const [line = '', second = ''] = [lines[at], lines[other]];
    const act = random.between(0, 5);
    if (act === 0) lines.splice(at, random.between(1, 5));
    else if (act === 1) lines.splice(other, 0, line);
    else if (act === 2) [lines[at], lines[other]] = [second, line];
    else if (act === 3) lines[at] = line.replace(/:.*/, `: ${strangeWords(random)}`);
    else if (act === 4) lines[at] = line.slice(0, random.between(0, line.length)) + strangeWords(random);
    else lines[at] = line.repeat(random.between(2, 30));
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}

/** Well-formed JSON, and not what was promised: up to three values are strange, gone, renamed, wrapped or from elsewhere. */
function twist(random: Random, one: Spoilable, all: readonly Spoilable[]): Uint8Array {
  const undo: (() => void)[] = [];
  for (let times = random.next() < 0.6 ? 1 : random.between(2, 3); times > 0; times--) {
    const { holder, key } = pick(random, one.spots);
    if (!Object.hasOwn(holder, key)) continue;
    const before = holder[key];
    const share = random.next();
    if (Array.isArray(holder) || share < 0.75) {
      holder[key] = strangeFor(random, before, all);
      undo.push(() => {
        holder[key] = before;
      });
    } else {
      delete holder[key];
      const renamed = share < 0.9 ? null : `${key}_`;
      if (renamed) holder[renamed] = before;
      undo.push(() => {
        if (renamed) delete holder[renamed];
        holder[key] = before;
      });
    }
  }
  const text = JSON.stringify(one.root);
  for (const step of undo.reverse()) step();
  return bytes(text);
}

function strangeFor(random: Random, before: unknown, all: readonly Spoilable[]): unknown {
  const share = random.next();
  if (share < 0.55) return pick(random, STRANGE);
  if (share < 0.65) return [before];
  if (share < 0.7) return Array.from({ length: random.between(2, 20) }, () => before);
  if (share < 0.75) return { value: before };
  if (share < 0.8 && typeof before === 'string')
    return before + pick(random, ['\u0000', '\ud83d', '\udc00', ' '.repeat(40), '\u202e']);
  if (share < 0.85)
    return typeof before === 'number'
      ? String(before)
      : Number.parseFloat(String(JSON.stringify(before)).replaceAll('"', '')) || -1;
  const { spots } = pick(random, all);
  if (spots.length === 0) return null;
  const { holder, key } = pick(random, spots);
  // What is spoilt now may hold itself otherwise.
  return JSON.parse(JSON.stringify(holder[key] ?? null));
}

const STRANGE: readonly unknown[] = [
  null,
  true,
  false,
  '',
  ' ',
  '\u0000',
  '\ud83d',
  'a\udc00b',
  '\u202e\u200f\ufeff',
  'x'.repeat(3_000),
  '💥'.repeat(400),
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'https://',
  'http://[::1',
  'NaN',
  '-1',
  '0',
  '1e400',
  '00000000000000000000',
  '9'.repeat(30),
  '2026-13-45T99:99:99Z',
  '0000-00-00',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-20T00:00:00Z',
  '10000-01-01T00:00:00Z',
  '1969-12-31',
  'Thu, 32 Nov 2026 25:61:61 +9999',
  0,
  -0,
  -1,
  1.5,
  1e21,
  1e308,
  -1e308,
  9_007_199_254_740_992,
  253_402_300_800,
  253_402_300_800_000,
  8.64e15,
  8.64e15 + 1,
  -62_135_596_801,
  [],
  [[]],
  [null],
  [{}],
  {},
  { constructor: null, toString: 1 },
  { length: -1 },
  { id: {} },
  Array.from({ length: 60 }).reduce((inner) => [inner], [] as unknown),
];
const FILLINGS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '\\u0000',
  '\\ud83d',
  '\u0000',
  '\r\n',
  '\n\n',
  '-',
  '1e999',
  '=?utf-8?B?',
  '--',
  '<',
  'é',
  '💥',
];

const strangeWords = (random: Random): string => {
  const words = pick(random, STRANGE);
  return typeof words === 'string' ? Buffer.from(words).toString('latin1') : String(JSON.stringify(words));
};
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random.between(0, items.length - 1)] as Item;
const bytes = (text: string): Uint8Array => Buffer.from(text);

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

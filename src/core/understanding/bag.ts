/** Places of the hashed table. */
export const PLACES = 2 ** 20;
/** The first places are for what is counted, not hashed. */
export const COUNTED = 64;
/** More than this no message is read into; a long mail says early what it is about. */
const MOST = 6000;
/** Twice as many slots as a message can fill, so that a search in them is short. */
const SLOTS = 16_384;
const NO_WORD = 0xffff;

/**
 * What a message consists of, in arrays that are used again for the next one. `word` says where each comes from,
 * which is how an opinion can name the words that decided.
 */
export const bag = {
  index: new Uint32Array(MOST),
  value: new Float32Array(MOST),
  word: new Uint16Array(MOST),
  count: 0,
};
const slots = new Uint32Array(SLOTS);
let turn = 0;

export function emptyBag(): void {
  bag.count = 0;
  // A slot of an earlier message is told by its turn; nothing needs to be wiped until turns run out.
  turn = (turn + 1) & 0x7ffff;
  if (turn !== 0) return;
  slots.fill(0);
  turn = 1;
}

/** Counts one thing that was seen, under its hash. */
export function addToBag(hash: number, word: number, by: number): void {
  let place = (hash ^ (hash >>> 15) ^ (hash >>> 23)) & (PLACES - 1);
  if (place < COUNTED) place += COUNTED;
  let slot = Math.imul(place, 0x9e3779b1) >>> 18;
  for (let held = slots[slot] ?? 0; held >>> 13 === turn; held = slots[slot] ?? 0) {
    const at = held & 0x1fff;
    if (bag.index[at] === place) {
      bag.value[at] = (bag.value[at] ?? 0) + by;
      return;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (bag.count >= MOST) return;
  slots[slot] = (turn << 13) | bag.count;
  bag.index[bag.count] = place;
  bag.value[bag.count] = by;
  bag.word[bag.count++] = word;
}

/** Puts what was counted at a place of its own. */
export function putInBag(place: number, value: number): void {
  if (value === 0 || bag.count >= MOST) return;
  bag.index[bag.count] = place;
  bag.value[bag.count] = value;
  bag.word[bag.count++] = NO_WORD;
}

/** Sub-linear in how often, and to a length of one: a long message says more, but not many times more. */
export function levelBag(): void {
  let square = 0;
  for (let at = 0; at < bag.count; at++) {
    const often = bag.value[at] ?? 0;
    const value = often > 1 ? 1 + Math.log(often) : often;
    bag.value[at] = value;
    square += value * value;
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 1;
  for (let at = 0; at < bag.count; at++) bag.value[at] = (bag.value[at] ?? 0) * scale;
}

import { COUNTED, PLACES } from '../src/core/understanding/bag.ts';
import { COLUMNS, HEAD_SIZES } from '../src/core/understanding/model.ts';
import { learn, type Row, type Settings } from './learn.ts';

export const SETTINGS: Settings = {
  sizes: Object.values(HEAD_SIZES),
  places: PLACES,
  kept: COUNTED,
  rounds: 6,
  rate: 0.15,
  shrink: 0,
  dropped: 0.3,
  classPower: 0.5,
  seed: 20261122,
};
/** Seen once, anything can be chance. */
const LEAST = 2;
/** So many times they learn in another order, with other parts left out. The mean errs less than each, and is as small. */
const TIMES = 3;
/** Rounds after which it shows which places say most. */
const ROUNDS_TO_CHOOSE = 3;
/** So many places are shipped: those that say most. */
const SHIPPED = 105_000;

/**
 * Learns from these rows and keeps what says most. The rest is zero. What is kept learns once more by itself, so that it
 * says what those that were left out would have said.
 */
export function fitRows(rows: readonly Row[]): Float32Array {
  const often = new Uint32Array(PLACES);
  for (const { index } of rows) for (const place of index) often[place] = (often[place] ?? 0) + 1;
  const seenOften = rowsOf(rows, (place) => (often[place] ?? 0) >= LEAST);
  const kept = placesThatSayMost(learn(seenOften, { ...SETTINGS, rounds: ROUNDS_TO_CHOOSE }), often);
  return learnOften(rowsOf(seenOften, (place) => kept[place] === 1));
}

function learnOften(rows: readonly Row[]): Float32Array {
  const mean = new Float32Array(PLACES * COLUMNS);
  for (let nth = 0; nth < TIMES; nth++) {
    const weights = learn(rows, { ...SETTINGS, seed: SETTINGS.seed + nth });
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / TIMES;
  }
  return mean;
}

const rowsOf = (rows: readonly Row[], isKept: (place: number) => boolean): readonly Row[] =>
  rows.map((row) => ({
    ...row,
    index: row.index.filter(isKept),
    value: row.value.filter((_, at) => isKept(row.index[at] ?? 0)),
  }));

/** 1 at each place that is shipped. */
function placesThatSayMost(weights: Float32Array, often: Uint32Array): Uint8Array {
  const ranked: { readonly place: number; readonly says: number }[] = [];
  for (let place = COUNTED; place < PLACES; place++) {
    if ((often[place] ?? 0) < LEAST) continue;
    let square = 0;
    for (let column = 0; column < COLUMNS; column++) square += (weights[place * COLUMNS + column] ?? 0) ** 2;
    ranked.push({ place, says: square * (often[place] ?? 0) });
  }
  ranked.sort((a, b) => b.says - a.says || a.place - b.place);
  const kept = new Uint8Array(PLACES).fill(1, 0, COUNTED);
  for (const { place } of ranked.slice(0, SHIPPED - COUNTED)) kept[place] = 1;
  return kept;
}

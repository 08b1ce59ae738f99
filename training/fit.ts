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
  dropped: 0,
  classPower: 0.5,
  seed: 20261122,
};
/** Seen once, anything can be chance. */
const LEAST = 2;
/** So many places are shipped: those that say most. */
const SHIPPED = 100_000;

/** Learns from these rows and keeps what says most. The rest is zero. */
export function fitRows(rows: readonly Row[]): Float32Array {
  const often = new Uint32Array(PLACES);
  for (const { index } of rows) for (const place of index) often[place] = (often[place] ?? 0) + 1;
  const isOften = (place: number): boolean => (often[place] ?? 0) >= LEAST;
  const weights = learn(
    rows.map((row) => ({
      ...row,
      index: row.index.filter(isOften),
      value: row.value.filter((_, at) => isOften(row.index[at] ?? 0)),
    })),
    SETTINGS,
  );
  const ranked: { readonly place: number; readonly says: number }[] = [];
  for (let place = COUNTED; place < PLACES; place++) {
    if (!isOften(place)) continue;
    let square = 0;
    for (let column = 0; column < COLUMNS; column++) square += (weights[place * COLUMNS + column] ?? 0) ** 2;
    ranked.push({ place, says: square * (often[place] ?? 0) });
  }
  ranked.sort((a, b) => b.says - a.says || a.place - b.place);
  for (const { place } of ranked.slice(SHIPPED - COUNTED)) weights.fill(0, place * COLUMNS, (place + 1) * COLUMNS);
  return weights;
}

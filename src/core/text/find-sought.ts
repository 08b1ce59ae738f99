import { plainOf, RUNS, soughtIn } from './fold.ts';

/** What folds as one: a letter with its marks, a syllable of Hangul in parts, half-width kana with theirs. */
const SIGNS = /[\u1100-\u115f](?:[\u1160-\u11a7][\u11a8-\u11ff]?)?|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

/**
 * Where a text has what somebody looks for, as a search finds it: the beginnings of words whatever their case and accents,
 * in writing without spaces any part. What has no letter or digit is looked for as it stands.
 * @returns from and to, in UTF-16 units of the text as it stands; in order, none within another
 */
export function findSought(text: string, query: string): readonly (readonly [number, number])[] {
  const sought = soughtIn(query);
  if (sought.length === 0) return placesOf(text, query.trim()).map((at) => [at, at + query.trim().length]);
  let plain = '';
  /** Of each unit of `plain`: where the sign begins and ends that it comes from. */
  const signs: (readonly [number, number])[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    plain += plainOf(sign);
    while (signs.length < plain.length) signs.push([index, index + sign.length]);
  }
  const found: (readonly [number, number])[] = [];
  for (const { 0: run, groups, index } of plain.matchAll(RUNS))
    for (const one of sought) {
      const wanted = one.kind === 'word' ? one.beginning : wholeOf(one.pairs);
      const places = groups?.spaceless === undefined ? (run.startsWith(wanted) ? [0] : []) : placesOf(run, wanted);
      for (const at of places) {
        const [from, to] = [signs[index + at]?.[0], signs[index + at + wanted.length - 1]?.[1]];
        if (from !== undefined && to !== undefined) found.push([from, to]);
      }
    }
  return joined(found);
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  if (wanted === '') return places;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

/** `ab bc cd` is what was made of `abcd`. */
const wholeOf = (pairs: readonly string[]): string =>
  pairs.map((pair, index) => (index === 0 ? pair : [...pair].slice(1).join(''))).join('');

/** Each place once, those that overlap as one. */
function joined(found: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const all: [number, number][] = [];
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

import { putInBag } from './bag.ts';
import type { Reader } from './features.ts';
import { feel, felt } from './lexicon.ts';
import type { cut as Cut } from './words-of.ts';

/** So many words before it a "not" turns a feeling round. */
const NEAR = 3;
/** "Not great" is less bad than "bad". */
const TURNED = -0.7;
const STRONG = 2.5;
/** Places that are counted, from 1 on. */
const HALF = 0.5;

/** Counts what the words of a message feel like: for texts whose words are known, but were never seen together. */
export function countFeelings(cut: typeof Cut, { lexicon, language, negators }: Reader): void {
  feel(cut, lexicon, language);
  let [up, down, last, strongUp, strongDown, turned] = [0, 0, 0, false, false, false];
  for (let nth = 0; nth < felt.count; nth++) {
    let weight = felt.weights[nth] ?? 0;
    if (isDenied(cut, felt.at[nth] ?? 0, negators)) {
      weight *= TURNED;
      turned = true;
    }
    if (weight > 0) up += weight;
    else down -= weight;
    if (weight >= STRONG) strongUp = true;
    if (weight <= -STRONG) strongDown = true;
    last = weight;
  }
  putInBag(1, HALF);
  putInBag(2, Math.log1p(up));
  putInBag(3, Math.log1p(down));
  putInBag(4, Math.tanh((up - down) / 3));
  putFlag(5, last > 0);
  putFlag(6, last < 0);
  putFlag(7, strongUp);
  putFlag(8, strongDown);
  putFlag(9, up > 0 && down === 0);
  putFlag(10, down > 0 && up === 0);
  putFlag(11, up === 0 && down === 0);
  putFlag(12, turned);
  putInBag(13, Math.log1p(cut.words) / 4);
  putFlag(14, cut.words < 4);
  putFlag(15, up > 0 && down > 0);
}

const putFlag = (place: number, isSet: boolean): void => putInBag(place, isSet ? HALF : 0);

function isDenied(cut: typeof Cut, at: number, negators: ReadonlySet<number>): boolean {
  for (let near = Math.max(0, at - NEAR); near < at; near++) if (negators.has(cut.hashes[near] ?? 0)) return true;
  return false;
}

import { likeliest } from '../../core/understanding/heads.ts';
import { MODEL_LANGUAGES } from '../../core/understanding/model.ts';
import type { Language } from '../../core/understanding/read-message.ts';
import { languageOfScript, wordsOnly } from '../../core/understanding/script.ts';
import { tonguesOf } from '../../core/understanding/tongues.ts';
import type { Shipped } from './load-model.ts';
import { shipped } from './shipped.ts';
import { likeliestTongue } from './tongue-table.ts';

/** Croatian, Serbian and Bosnian in Latin script cannot be told apart in short texts: one language for routing. */
const SAME: Readonly<Record<string, string>> = { sr: 'hr', bs: 'hr' };
const OWN: ReadonlySet<string> = new Set(MODEL_LANGUAGES);
/** Beyond this nothing new is learned about the language. */
const READ = 240;
/** With fewer letters the big table guesses. */
const FEW = 12;
const SOME = 30;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/gu;

/** The language, and how sure that is. What people wrote in before helps where a text says too little. */
export function languageOf(text: string, likely: string | null, models: Shipped = shipped()): Language {
  const words = wordsOnly(text.slice(0, READ * 4)).slice(0, READ);
  const byScript = languageOfScript(words);
  if (byScript) return { code: byScript, p: 0.99 };
  const letters = words.match(LETTER)?.length ?? 0;
  const found = letters < 3 ? null : decide(words, letters, likely, models);
  if (found) return found;
  return likely ? { code: likely, p: 0.5 } : { code: null, p: 0 };
}

/** BCP 47, or null when it cannot be told. */
export const detectLanguage = (text: string): string | null => languageOf(text, null).code;

function decide(words: string, letters: number, likely: string | null, { model, tongues }: Shipped): Language | null {
  const found = likeliestTongue(words, tongues);
  const lead = found?.lead ?? 0;
  if (!LATIN.test(words)) return found && letters >= FEW / 2 ? { code: found.code, p: lead > 0.1 ? 0.95 : 0.6 } : null;
  const theirs = found ? (SAME[found.code] ?? found.code) : null;
  const p = tonguesOf(words, model.tongues, model.tongueStep);
  const best = likeliest(p);
  const sure = p[best] ?? 0;
  const ours = sure > 0.6 ? (MODEL_LANGUAGES[best] ?? null) : null;
  // Greek in Latin letters is a language that no table of languages has.
  if (ours === 'el') return sure > 0.9 && letters >= 5 ? { code: 'el', p: 0.95 } : foreign(theirs, lead, letters);
  if (letters < FEW) return ofFew(ours, sure, theirs, lead, letters, likely);
  if (theirs === ours && ours) return { code: ours, p: letters < SOME ? 0.95 : 0.99 };
  if (ours === null || theirs === null)
    return theirs ? foreign(theirs, lead, letters) : sure > 0.9 ? { code: ours ?? '', p: 0.8 } : null;
  if (likely && (theirs === likely || ours === likely)) return { code: likely, p: 0.85 };
  // Slovene is the next of kin: it takes more to be told from Croatian.
  const isAhead = lead > (ours === 'hr' && theirs === 'sl' ? 0.35 : 0.3) && sure < 0.985;
  if (OWN.has(theirs)) return sure > 0.8 ? { code: ours, p: 0.8 } : { code: theirs, p: 0.7 };
  if (isAhead || (letters >= SOME && sure < 0.995)) return { code: theirs, p: isAhead ? 0.9 : 0.7 };
  return sure > 0.8 ? { code: ours, p: 0.75 } : { code: theirs, p: 0.6 };
}

const foreign = (theirs: string | null, lead: number, letters: number): Language | null =>
  theirs !== null && (lead > 0.15 || letters >= SOME) ? { code: theirs, p: lead > 0.3 ? 0.85 : 0.65 } : null;

/** A word or two: only where it is plain, or what this person wrote before agrees. */
function ofFew(
  ours: string | null,
  sure: number,
  theirs: string | null,
  lead: number,
  letters: number,
  likely: string | null,
): Language | null {
  if (likely && (ours === likely || theirs === likely)) return { code: likely, p: 0.9 };
  if (theirs && !OWN.has(theirs) && letters > 5 && lead > 0.45 && sure < 0.85) return { code: theirs, p: 0.6 };
  return ours && letters > 2 && sure > (likely ? 0.98 : 0.88) ? { code: ours, p: 0.8 } : null;
}

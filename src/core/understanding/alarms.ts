import { compilePhrases, findPhrases, type Phrases } from './phrases.ts';
import { ALARM_WORDS, type Alarm } from './words/alarms.ts';
import type { cut as Cut } from './words-of.ts';

const byLanguage = new Map<string, Phrases>();

function phrasesOf(language: string): Phrases {
  const known = byLanguage.get(language);
  if (known) return known;
  const made = compilePhrases(ALARM_WORDS[language] ?? {});
  byLanguage.set(language, made);
  return made;
}

export interface AlarmsFound {
  readonly alarms: readonly Alarm[];
  /** The words that raised them, as the lists have them. */
  readonly words: Readonly<Partial<Record<Alarm, string>>>;
}

/** What rules make of the words of a message. */
export function findAlarms(cut: typeof Cut, language: string): AlarmsFound {
  const words: Partial<Record<Alarm, string>> = {};
  for (const { name, said } of findPhrases(cut, phrasesOf(language))) words[name as Alarm] ??= said.replaceAll('*', '');
  return { alarms: Object.keys(words) as Alarm[], words };
}

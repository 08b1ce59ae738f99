import type { Own, OwnTopic, WordsByLanguage } from '../learning/own.ts';
import { compilePhrases, findPhrases, type Phrases } from './phrases.ts';
import { shippedTriggers } from './words/triggers.ts';
import type { cut as Cut } from './words-of.ts';

const EVERY = '*';
const NOTHING: Own['triggers'] = { added: {}, off: {} };
const triggersOf = new WeakMap<Own['triggers'], Map<string, Phrases>>();
const topicsOf = new WeakMap<readonly OwnTopic[], Phrases>();

const listOf = (words: WordsByLanguage, language: string): readonly string[] => [
  ...(words[language] ?? []),
  ...(words[EVERY] ?? []),
];

function triggerPhrases(own: Own['triggers'], language: string): Phrases {
  const known = triggersOf.get(own) ?? new Map<string, Phrases>();
  triggersOf.set(own, known);
  const made = known.get(language);
  if (made) return made;
  const off = new Set(listOf(own.off, language));
  const words = [...new Set([...(shippedTriggers[language] ?? []), ...listOf(own.added, language)])];
  const phrases = compilePhrases({ care: words.filter((word) => !off.has(word)) });
  known.set(language, phrases);
  return phrases;
}

/** Words in a message that call for care, as they stand in it. */
export function findTriggers(cut: typeof Cut, text: string, language: string, own: Own | null): readonly string[] {
  const found = findPhrases(cut, triggerPhrases(own?.triggers ?? NOTHING, language));
  const said = found.map(({ from, to }) => text.slice(cut.from[from], cut.to[to - 1]).toLowerCase());
  return [...new Set(said)].slice(0, 8);
}

/** The first topic of the workspace's own of which a word is in the message. */
export function findOwnTopic(
  cut: typeof Cut,
  topics: readonly OwnTopic[],
): { readonly key: string; readonly word: string } | null {
  if (topics.length === 0) return null;
  let phrases = topicsOf.get(topics);
  if (!phrases) {
    phrases = compilePhrases(Object.fromEntries(topics.map(({ key, words }) => [key, words])));
    topicsOf.set(topics, phrases);
  }
  const [first] = findPhrases(cut, phrases);
  return first ? { key: first.name, word: first.said.replaceAll('*', '') } : null;
}

import { featuresOf, type Reader } from '../src/core/understanding/features.ts';
import { createLexicon, inLanguage, joined, type Lexicon } from '../src/core/understanding/lexicon.ts';
import { MODEL_LANGUAGES } from '../src/core/understanding/model.ts';
import { createReaders } from '../src/core/understanding/readers.ts';
import { compose, cutWords } from '../src/core/understanding/words-of.ts';
import { type Example, readLexicon, readPieces } from './corpus.ts';
import { greeklish } from './greeklish.ts';
import { type Row, randomFrom } from './learn.ts';

/** A row that remembers the line it was made of. */
export interface CorpusRow extends Row {
  readonly of: Example | null;
  readonly language: string;
}
/** How much of the corpora is used a second time, with openings, endings and outbursts around it. */
const MIXED = 0.3;
const OF_MIXED = 0.5;
/** Greek lines once more in Latin letters. */
const OF_GREEKLISH = 0.5;

/** The words with a feeling, of all languages. */
export function lexiconEntries(): readonly (readonly [hash: number, weight: number])[] {
  const found = new Map<number, number>();
  MODEL_LANGUAGES.forEach((language, nth) => {
    for (const [text, weight] of readLexicon(language)) {
      const ways = language === 'el' ? [text, greeklish(text, 3), greeklish(text, 5)] : [text];
      for (const way of ways) {
        const hash = idiomHash(way);
        if (hash !== null) found.set(inLanguage(hash, nth + 1), weight);
      }
    }
  });
  return [...found];
}

function idiomHash(text: string): number | null {
  const cut = cutWords(compose(text));
  if (cut.words < 1 || cut.words > 3) return null;
  let hash = cut.hashes[0] ?? 0;
  for (let at = 1; at < cut.words; at++) hash = joined(hash, cut.hashes[at] ?? 0);
  return hash;
}

export interface Rows {
  readonly lexicon: Lexicon;
  rowOf(example: Example, weight?: number): CorpusRow;
  /** What is made of these lines beside themselves. */
  more(examples: readonly Example[]): readonly CorpusRow[];
}

export function createRows(seed: number): Rows {
  const lexicon = createLexicon(lexiconEntries());
  const readers = createReaders(lexicon);
  const rowOf = (of: Example, weight = 1): CorpusRow => ({
    ...featuresOf(of.text, readers(of.language)),
    labels: [of.sentiment, of.kind, of.urgency, of.topic],
    weight,
    of,
    language: of.language,
  });
  return {
    lexicon,
    rowOf,
    more: (examples) => [
      ...mixed(examples, seed).map((example) => rowOf(example, OF_MIXED)),
      ...inLatin(examples).map((example) => rowOf(example, OF_GREEKLISH)),
      ...MODEL_LANGUAGES.filter((code) => examples.some(({ language }) => language === code)).flatMap((code) =>
        outbursts(code, readers(code)),
      ),
    ],
  };
}

const inLatin = (examples: readonly Example[]): readonly Example[] =>
  examples.flatMap((example, nth) =>
    example.language === 'el' && !example.file.startsWith('greeklish')
      ? [{ ...example, text: greeklish(example.text, nth) }]
      : [],
  );

/** An outburst says what somebody feels, and nothing of what is urgent or what it is about. */
function outbursts(language: Example['language'], reader: Reader): readonly CorpusRow[] {
  return readPieces(language).flatMap(({ role, text }) => {
    const labels = role === 'vent' ? [0, 1, -1, -1] : role === 'praise' ? [2, 3, -1, -1] : null;
    return labels ? [{ ...featuresOf(text, reader), labels, weight: 1, of: null, language }] : [];
  });
}

function mixed(examples: readonly Example[], seed: number): readonly Example[] {
  const random = randomFrom(seed);
  const pieces = new Map(MODEL_LANGUAGES.map((language) => [language as string, readPieces(language)]));
  return examples.flatMap((example) => {
    if (random() > MIXED) return [];
    const pick = (role: string): string => {
      const all = pieces.get(example.language)?.filter((piece) => piece.role === role) ?? [];
      return all[Math.floor(random() * all.length)]?.text ?? '';
    };
    const isAngry = example.sentiment === 0 && example.kind === 1;
    const isGlad = example.sentiment === 2 && example.kind === 3;
    const open = random() < 0.5 ? `${pick('open')}${random() < 0.5 ? ', ' : ' '}` : '';
    const ends = random() < 0.4;
    const end = !ends ? '' : isAngry ? pick('vent') : isGlad ? pick('praise') : pick('close');
    const text = `${open}${example.text}${end && (random() < 0.5 ? '. ' : ' ')}${end}`;
    return text === example.text ? [] : [{ ...example, text }];
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LANGUAGES = ['en', 'el', 'hr', 'ko', 'hu', 'fi', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
const KIND_OF: Readonly<Record<string, number>> = { q: 0, c: 1, i: 2, p: 3, b: 4, s: 5, t: 6 };
const MOODS = '-0+';
const TOPICS = 'delivery order payment refund product staff account outage price store booking other'.split(' ');
const FOLDER = join(import.meta.dirname, 'corpus');

/** One line that somebody wrote, with what it is. Labels are places in the order of the heads. */
export interface Example {
  readonly text: string;
  readonly language: Language;
  readonly file: string;
  readonly sentiment: number;
  readonly kind: number;
  readonly urgency: number;
  readonly topic: number;
  readonly needsReply?: boolean;
  readonly personal?: readonly string[];
}
export interface Piece {
  readonly role: string;
  readonly text: string;
}

const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('# ') && line !== '#');

/** `kind sentiment urgency topic [r] [personal data] | text` */
export function exampleOf(line: string, language: Language, file: string): Example | null {
  const bar = line.indexOf('|');
  const [kind = '', mood = '', urgency = '', topic = '', ...flags] = line.slice(0, bar).trim().split(/\s+/);
  const text = line.slice(bar + 1).trim();
  const found = {
    text,
    language,
    file,
    sentiment: MOODS.indexOf(mood),
    kind: KIND_OF[kind] ?? -1,
    urgency: '012'.indexOf(urgency),
    topic: TOPICS.indexOf(topic),
    needsReply: flags.includes('r'),
    personal: flags.filter((flag) => flag !== 'r'),
  };
  const isWhole = bar > 0 && text !== '' && Math.min(found.sentiment, found.kind, found.urgency, found.topic) >= 0;
  return isWhole ? found : null;
}

export function readExamples(language: Language): readonly Example[] {
  const folder = join(FOLDER, language);
  return readdirSync(folder)
    .filter((name) => /^(whole|greeklish)-.*\.txt$/.test(name) && !name.includes('words'))
    .sort()
    .flatMap((name) => linesOf(join(folder, name)).flatMap((line) => exampleOf(line, language, name) ?? []));
}

export function readPieces(language: Language): readonly Piece[] {
  return linesOf(join(FOLDER, language, 'pieces.txt')).flatMap((line) => {
    const [role = '', text = ''] = line.split(/\s*\|\s*/, 2);
    return text ? [{ role, text }] : [];
  });
}

export function readLexicon(language: Language): readonly (readonly [text: string, weight: number])[] {
  return linesOf(join(FOLDER, language, 'lexicon.txt')).flatMap((line) => {
    const [text = '', weight = ''] = line.split('\t');
    return text && Number(weight) ? [[text, Number(weight)] as const] : [];
  });
}

/** Nobody trains on these. */
export function readGold(language: Language): readonly Example[] {
  try {
    const path = join(import.meta.dirname, 'gold', `${language}.txt`);
    return linesOf(path).flatMap((line) => exampleOf(line, language, 'gold') ?? []);
  } catch {
    return [];
  }
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../corpus.ts';

const CORPUS = join(import.meta.dirname, '../corpus');
const INTO = join(import.meta.dirname, '../../src/core/listening/words');
const WIDTH = 118;
/** Shorter words are never taken for a misspelling of a brand; in Hangul two syllables are a word. */
const LEAST: Readonly<Partial<Record<Language, number>>> = { ko: 3 };
const MOST = 12;

/** Words that people use who speak of no brand: the corpora's (never the gold set's), and some by hand. */
export function ordinaryWords(language: Language): readonly string[] {
  const folder = join(CORPUS, language);
  const times = new Map<string, number>();
  const least = LEAST[language] ?? 4;
  for (const name of readdirSync(folder).sort())
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      if (line.startsWith('#')) continue;
      const said = line
        .slice(line.indexOf('|') + 1)
        .normalize('NFC')
        .toLowerCase();
      for (const [word] of said.replaceAll('{brand}', ' ').matchAll(/\p{L}+/gu))
        if (word.length >= least && word.length <= MOST) times.set(word, (times.get(word) ?? 0) + 1);
    }
  const often = [...times].flatMap(([word, many]) => (many > 1 ? [word] : []));
  const byHand = readFileSync(join(import.meta.dirname, 'words', `${language}.txt`), 'utf8').split(/\s+/);
  return [...new Set([...often, ...byHand.filter((word) => word !== '')])].sort();
}

export function ordinaryFile(language: Language): string {
  const lines = [''];
  for (const word of ordinaryWords(language)) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const name = `ordinary${language[0]?.toUpperCase()}${language.slice(1)}`;
  return `/** Made of the corpora: \`node scripts/run.mjs training/listening/write-words.ts\`. */\nexport const ${name} = \`\n${lines.join('\n')}\n\`;\n`;
}

export function writeOrdinary(): void {
  for (const language of LANGUAGES) writeFileSync(join(INTO, `ordinary-${language}.ts`), ordinaryFile(language));
}

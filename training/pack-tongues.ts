import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packTongues, type TonguePart } from '../src/actions/understanding/tongue-table.ts';

const ELD = join(import.meta.dirname, '../node_modules/eld');
const [size = 'large'] = process.argv.slice(2);

interface Eld {
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What `eld` keeps as an object of objects, as a table of two megabytes: its own takes sixty when it is loaded. */
const { ngramsData } = (await import(pathToFileURL(join(ELD, `src/ngrams/${size}.js`)).href)) as { ngramsData: Eld };
const { dictionary } = (await import(pathToFileURL(join(ELD, 'src/dictionary.js')).href)) as {
  dictionary: readonly string[];
};
const { version, license } = JSON.parse(readFileSync(join(ELD, 'package.json'), 'utf8')) as Record<string, string>;

// Bytes of letters beyond ASCII are written as other characters there.
const byteOf = new Map<string, number>();
dictionary.forEach((character, byte) => {
  if (byte >= 0x80 && character !== ' ') byteOf.set(character, byte);
});
const parts = Object.entries(ngramsData.ngrams).map(
  ([text, scores]): TonguePart => ({
    bytes: [...text].map((character) => byteOf.get(character) ?? character.charCodeAt(0)),
    scores: Object.entries(scores).map(([language, score]) => [Number(language), score] as const),
  }),
);
const file = packTongues(Object.values(ngramsData.languages), parts);
writeFileSync(join(import.meta.dirname, '../models/languages.bin'), file);
console.log(JSON.stringify({ from: `eld ${version} ${size}`, license, parts: parts.length, bytes: file.length }));

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODEL_LANGUAGES } from '../src/core/understanding/model.ts';
import { createNearDuplicates } from '../src/core/understanding/near-duplicate.ts';
import type { Example } from '../training/corpus.ts';
import { readExamples } from '../training/corpus.ts';
import { randomFrom } from '../training/learn.ts';
import { type Line, percentile, round } from './measure.ts';

const MODELS = join(import.meta.dirname, '../models');
const ROUNDS = 3;
const NOW = new Date('2026-11-22T12:00:00Z');

/** How well and how fast messages are read without asking anybody outside. */
export async function benchUnderstanding(print: (line: Line) => void): Promise<void> {
  const { understand } = await import('../src/actions/understanding/understand.ts');
  const bytes = ['understanding.bin', 'languages.bin'].map((name) => statSync(join(MODELS, name)).size);
  const of = { name: 'understanding', database: 'none' } as const;
  print({
    ...of,
    of: 'files',
    value: round((bytes[0] ?? 0) / 1e6),
    unit: 'MB',
    languageDetector: round((bytes[1] ?? 0) / 1e6),
  });
  print({ ...of, of: 'memory', ...loaded() });

  const examples = MODEL_LANGUAGES.flatMap((language) => readExamples(language));
  const texts = examples.map(({ text }) => text.replaceAll('{brand}', 'kettle'));
  const micros: number[] = [];
  let cpu = process.cpuUsage();
  for (let nth = 0; nth < ROUNDS; nth++) {
    micros.length = 0;
    cpu = process.cpuUsage();
    for (const text of texts) {
      const from = performance.now();
      understand(text, { isPrivate: false, likelyLanguage: null, rating: null });
      micros.push((performance.now() - from) * 1000);
    }
  }
  cpu = process.cpuUsage(cpu);
  print({
    ...of,
    of: 'time',
    value: round((cpu.user + cpu.system) / texts.length, 1),
    unit: 'µs of processor/message',
    p95: round(percentile(micros, 0.95), 1),
    messages: texts.length,
  });
  printNearDuplicates(examples, print);
  const { printGold } = await import('./parts/gold-scores.ts');
  printGold(print);
  const { printUnseen } = await import('./parts/unseen-scores.ts');
  printUnseen(print);
}

const ASK = `
  const used = () => { gc(); const { heapUsed, arrayBuffers } = process.memoryUsage(); return (heapUsed + arrayBuffers) / 1e6; };
  const before = used();
  const start = performance.now();
  await import(process.argv[1]);
  const loadMs = performance.now() - start;
  console.log(JSON.stringify({ value: used() - before, loadMs }));`;

/** What it takes in a process of its own, where nothing else loaded a part of it. */
function loaded(): { readonly value: number; readonly unit: string; readonly loadMs: number } {
  const what = pathToFileURL(join(import.meta.dirname, '../src/actions/understanding/understand.ts')).href;
  const said = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', ASK, what], {
    encoding: 'utf8',
  });
  const { value, loadMs } = JSON.parse(said) as { value: number; loadMs: number };
  return { value: round(value, 1), unit: 'MB', loadMs: round(loadMs, 0) };
}

/** Copies with a word out of eight changed, dropped or put in, among messages of their own. */
function printNearDuplicates(examples: readonly Example[], print: (line: Line) => void): void {
  const random = randomFrom(5);
  const long = examples.filter(({ text }) => text.split(' ').length >= 10).slice(0, 4000);
  const window = createNearDuplicates();
  const wrong = long.slice(0, 3000).filter(({ text }, nth) => window.add(`${nth}`, text, NOW) !== null).length;
  let found = 0;
  const copies = long.slice(0, 1000);
  const start = performance.now();
  copies.forEach(({ text }, nth) => {
    const words = text.split(' ').flatMap((word) => {
      if (random() > 1 / 8) return [word];
      return random() < 0.4 ? [] : random() < 0.5 ? [word, 'really'] : ['something'];
    });
    if (window.add(`copy ${nth}`, words.join(' '), NOW)?.id === `${nth}`) found++;
  });
  print({
    name: 'understanding',
    database: 'none',
    of: 'near duplicates',
    value: round((found / copies.length) * 100, 1),
    unit: '% found',
    wrongInThousand: round((wrong / 3000) * 1000, 1),
    micros: round(((performance.now() - start) / copies.length) * 1000, 0),
  });
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADS } from '../src/core/learning/own.ts';
import { COUNTED, PLACES } from '../src/core/understanding/bag.ts';
import { COLUMNS, MODEL_LANGUAGES, writeModel } from '../src/core/understanding/model.ts';
import { calibrate, calibrationsOf, scoreHead, surenessOf, type Unseen } from './calibrate.ts';
import { readExamples, readGold } from './corpus.ts';
import { fitRows } from './fit.ts';
import { hashOfInputs } from './inputs.ts';
import { logitsOf } from './learn.ts';
import { createRows, lexiconEntries } from './rows.ts';
import { learnTongues } from './tongues.ts';
import { judgeUnseen } from './unseen.ts';

/** Macro-F1 that an opinion must reach on lines nobody trains on before it is shown in that language. */
const GATES = { sentiment: 0.6, kind: 0.45, urgency: 0.4, topic: 0.3 } as const;
const SEED = 11;
const MODELS = join(import.meta.dirname, '../models');
const round = (value: number) => Number(value.toFixed(3));

const rows = createRows(SEED);
const unseen = judgeUnseen(rows);
const examples = MODEL_LANGUAGES.flatMap((language) => readExamples(language));
const weights = fitRows([...examples.map((example) => rows.rowOf(example)), ...rows.more(examples)]);
const whole = quantise(weights);
const lexicon = lexiconEntries();
const file = writeModel({ ...whole, lexicon, ...learnTongues(examples) });
const languages = Object.fromEntries(MODEL_LANGUAGES.map((language) => [language, cardOf(language)]));
const card = {
  version: '2026.11-3',
  inputs: hashOfInputs(),
  lines: examples.length,
  places: whole.weights.length / COLUMNS,
  words: lexicon.length,
  bytes: file.length,
  calibrations: Object.fromEntries(MODEL_LANGUAGES.map((language) => [language, languages[language]?.calibrations])),
  gates: Object.fromEntries(MODEL_LANGUAGES.map((language) => [language, languages[language]?.gates])),
  unseen: Object.fromEntries(MODEL_LANGUAGES.map((language) => [language, languages[language]?.unseen])),
  source:
    'training/corpus: written for this project, under its licence (Apache-2.0). No public data set is part of it.',
};
writeFileSync(join(MODELS, 'understanding.bin'), file);
writeFileSync(join(MODELS, 'understanding.json'), `${onOneLine(JSON.stringify(card, null, 2))}\n`);
console.log(JSON.stringify(card));

/** Short lists as the style of the repository has them, so that what is trained is what is committed, byte by byte. */
function onOneLine(json: string): string {
  return json.replace(/\[\s+([^[\]{}]+?)\s+\]/g, (_, inside: string) => `[${inside.replace(/\s+/g, ' ')}]`);
}

/** Each column in 127 steps either way. */
function quantise(from: Float32Array): { known: Uint32Array; weights: Int8Array; steps: Float32Array } {
  const steps = new Float32Array(COLUMNS);
  from.forEach((weight, at) => {
    steps[at % COLUMNS] = Math.max(steps[at % COLUMNS] ?? 0, Math.abs(weight) / 127);
  });
  const known = new Uint32Array(PLACES / 32);
  const found: number[] = [];
  for (let place = 0; place < PLACES; place++) {
    const row = from.subarray(place * COLUMNS, (place + 1) * COLUMNS);
    if (place >= COUNTED && row.every((weight) => weight === 0)) continue;
    known[place >>> 5] = ((known[place >>> 5] ?? 0) | (1 << (place & 31))) >>> 0;
    found.push(...Array.from(row, (weight, column) => Math.round(weight / (steps[column] || 1))));
  }
  return { known, weights: Int8Array.from(found), steps };
}

function cardOf(language: (typeof MODEL_LANGUAGES)[number]) {
  const own = unseen.filter(({ row }) => row.language === language);
  const calibrations = calibrationsOf(language, calibrate(own));
  const gold = readGold(language).map((example): Unseen => {
    const row = rows.rowOf(example);
    return { row, logits: logitsOf(weights, COLUMNS, row) };
  });
  const gates = Object.fromEntries(
    HEADS.map((head) => {
      const { accuracy, f1, lines } = scoreHead(gold.length > 0 ? gold : own, head, calibrations[head]);
      return [head, { passed: f1 >= GATES[head], score: round(f1), accuracy: round(accuracy), lines }];
    }),
  );
  const seen = HEADS.map((head) => {
    const { accuracy, f1 } = scoreHead(own, head, calibrations[head]);
    const { error, surest } = surenessOf(own, head, calibrations[head]);
    return [head, { accuracy: round(accuracy), f1: round(f1), calibrationError: round(error), surest: round(surest) }];
  });
  return { calibrations, gates, unseen: Object.fromEntries(seen) };
}

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadModel } from '../src/actions/understanding/load-model.ts';
import { readTongueTable } from '../src/actions/understanding/tongue-table.ts';
import { readModel } from '../src/core/understanding/model.ts';
import { hashOfInputs } from '../training/inputs.ts';

const MODELS = join(import.meta.dirname, '../models');
const bytes = (name: string) => readFileSync(join(MODELS, name));

it('is made of the corpora as they are now: otherwise `npm run train`', () => {
  expect(loadModel().card.inputs).toBe(hashOfInputs());
});

it('is small', () => {
  expect(statSync(join(MODELS, 'understanding.bin')).size).toBeLessThan(3_000_000);
  expect(statSync(join(MODELS, 'languages.bin')).size).toBeLessThan(3_000_000);
});

it('is refused where a file is cut short or something else', () => {
  expect(() => readModel(bytes('understanding.bin').subarray(0, 1_000_000))).toThrow('npm run train');
  expect(() => readModel(bytes('languages.bin'))).toThrow('npm run train');
  expect(() => readTongueTable(bytes('languages.bin').subarray(0, 100_000))).toThrow('npm run train');
});

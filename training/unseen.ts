import { COLUMNS, MODEL_LANGUAGES } from '../src/core/understanding/model.ts';
import type { Unseen } from './calibrate.ts';
import { type Example, readExamples } from './corpus.ts';
import { fitRows } from './fit.ts';
import { logitsOf } from './learn.ts';
import type { Rows } from './rows.ts';

const FOLDS = 4;

/** Each line as it looks to a model that learned from other files: another industry. */
export function judgeUnseen(rows: Rows, folds: number = FOLDS): readonly Unseen[] {
  const examples = MODEL_LANGUAGES.flatMap((language) => readExamples(language));
  const foldOf = new Map<string, number>();
  for (const language of MODEL_LANGUAGES) {
    const files = [...new Set(examples.filter((one) => one.language === language).map(({ file }) => file))];
    for (const [nth, file] of files.entries()) foldOf.set(`${language}/${file}`, nth % folds);
  }
  const fold = ({ language, file }: Example) => foldOf.get(`${language}/${file}`);
  return Array.from({ length: folds }, (_, nth) => nth).flatMap((nth) => {
    const learned = examples.filter((example) => fold(example) !== nth);
    const weights = fitRows([...learned.map((example) => rows.rowOf(example)), ...rows.more(learned)]);
    return examples
      .filter((example) => fold(example) === nth)
      .map((example) => {
        const row = rows.rowOf(example);
        return { row, logits: logitsOf(weights, COLUMNS, row) };
      });
  });
}

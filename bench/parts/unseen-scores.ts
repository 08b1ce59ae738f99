import { HEADS } from '../../src/core/learning/own.ts';
import { MODEL_LANGUAGES } from '../../src/core/understanding/model.ts';
import { calibrate, calibrationsOf, scoreHead, surenessOf } from '../../training/calibrate.ts';
import { createRows } from '../../training/rows.ts';
import { judgeUnseen } from '../../training/unseen.ts';
import { type Line, round } from '../measure.ts';

/** Each line of the corpora as a model sees it that learned from other files: another industry. */
export function printUnseen(print: (line: Line) => void): void {
  const unseen = judgeUnseen(createRows(11));
  for (const language of MODEL_LANGUAGES) {
    const own = unseen.filter(({ row }) => row.language === language);
    const calibrations = calibrationsOf(language, calibrate(own));
    for (const head of HEADS) {
      const { accuracy, f1, lines } = scoreHead(own, head, calibrations[head]);
      const { error, surest } = surenessOf(own, head, calibrations[head]);
      print({
        name: 'understanding',
        database: 'none',
        of: 'other industries',
        language,
        head,
        value: round(f1 * 100, 1),
        unit: 'macro-F1',
        accuracy: round(accuracy * 100, 1),
        calibrationError: round(error, 3),
        surest80: round(surest * 100, 1),
        lines,
      });
    }
  }
}

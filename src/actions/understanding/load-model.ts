import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../core/understanding/card.ts';
import { type Model, readModel } from '../../core/understanding/model.ts';
import { readTongueTable, type TongueTable } from './tongue-table.ts';

const MODELS = join(import.meta.dirname, '../../../models');

/** What is shipped, and what is known of it. */
export interface Shipped {
  readonly model: Model;
  readonly card: Card;
  /** Sixty languages, packed from `eld`. */
  readonly tongues: TongueTable;
}

export function loadModel(): Shipped {
  return {
    tongues: readTongueTable(readFileSync(join(MODELS, 'languages.bin'))),
    model: readModel(readFileSync(join(MODELS, 'understanding.bin'))),
    card: JSON.parse(readFileSync(join(MODELS, 'understanding.json'), 'utf8')) as Card,
  };
}

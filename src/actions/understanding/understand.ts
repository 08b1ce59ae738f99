import type { Card } from '../../core/understanding/card.ts';
import { createUnderstand } from '../../core/understanding/read-message.ts';
import { languageOf } from './detect-language.ts';
import { findPhones } from './find-phones.ts';
import { shipped } from './shipped.ts';

const models = shipped();
const { model, card } = models;

/** What the shipped models and rules say of a message; `baseOf`: the model alone, for what learns on top of it. */
export const { understand, baseOf } = createUnderstand({
  model,
  card,
  detect: (text, likely) => languageOf(text, likely, models),
  findPhones,
});

/** What the shipped model can do, language by language. */
export const shippedModel: Pick<Card, 'version' | 'gates'> = card;

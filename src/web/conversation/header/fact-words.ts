import { moneyWords } from '../../person/money-words.ts';
import { tryText } from '../../text/t.ts';
import { agoWords, count, momentWords, short, spanWords } from '../../time/words.ts';

/** A reason with its own numbers, such as "2 orders worth 14,990, the last one 12 d ago"; null: its name says it all. */
export function factWords(factor: string, fact: unknown, now: number): string | null {
  const known = isFact(fact) ? fact : {};
  const values: Record<string, string | number> = { ...known };
  const { at, value, currency, followers, clock } = known;
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at))) {
    values.ago = agoWords(at, now);
    values.span = spanWords(Math.max(0, now - Date.parse(at)));
    values.at = momentWords(at, now);
    values.tense = Date.parse(at) < now ? 'past' : 'ahead';
  }
  if (typeof value === 'number')
    values.value = typeof currency === 'string' ? moneyWords(value.toFixed(2), currency) : count(Math.round(value));
  if (typeof followers === 'number') values.followers = short(followers);
  const key = `fact.${factor}`;
  const special = clock !== undefined ? `${key}.${clock}` : at !== undefined ? `${key}.at` : key;
  return tryText(special, values) ?? tryText(key, values);
}

function isFact(fact: unknown): fact is Readonly<Record<string, string | number>> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

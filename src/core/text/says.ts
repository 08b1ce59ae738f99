import { soughtIn } from './fold.ts';

/** Whether a text, folded for search, has all words of a query. A query without a letter or digit is in no text. */
export function says(folded: string, query: string): boolean {
  const sought = soughtIn(query);
  const words = ` ${folded} `;
  return (
    sought.length > 0 &&
    sought.every((one) =>
      one.kind === 'word' ? words.includes(` ${one.beginning}`) : words.includes(` ${one.pairs.join(' ')} `),
    )
  );
}

import type { TextLimit, TextUnit } from '../channel/capabilities.ts';
import { weightedLength } from './weighted.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Length of a text in the unit a network counts in. */
export function measure(text: string, unit: TextUnit): number {
  if (unit === 'utf16') return text.length;
  if (unit === 'graphemes') {
    let count = 0;
    for (const _ of graphemes.segment(text)) count += 1;
    return count;
  }
  return unit === 'weighted' ? weightedLength(text) : utf8Length(text);
}

/** How far a text is over its limit; 0 or less fits. The tighter of two bounds counts. */
export function overBy(text: string, limit: TextLimit): number {
  const first = measure(text, limit.unit) - limit.max;
  return limit.also ? Math.max(first, measure(text, limit.also.unit) - limit.also.max) : first;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

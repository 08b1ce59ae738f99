import { createHash } from 'node:crypto';
import { maskPersonal, sameWords } from '../../core/second-opinion/mask.ts';
import { findPersonal } from '../../core/understanding/personal.ts';
import type { AskedMessage } from '../../storage/second-opinion/messages.ts';
import { findPhones } from '../understanding/find-phones.ts';

export interface PreparedText {
  /** All that leaves the house of a message. */
  readonly text: string;
  /** The same for the same words. */
  readonly words: string;
}

/** Looked through once more, besides what was found when it was filed: it may have been edited since. */
export function prepareText({
  text,
  language,
  understood,
}: Pick<AskedMessage, 'text' | 'language' | 'understood'>): PreparedText {
  const known = (understood?.personal ?? []).filter(({ to }) => to <= text.length);
  const masked = maskPersonal(text, [...known, ...findPersonal(text, language, findPhones)]);
  return { text: masked, words: createHash('sha256').update(sameWords(masked)).digest('base64url') };
}

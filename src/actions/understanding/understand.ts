import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import { detectLanguage } from './detect-language.ts';

/** What the shipped models say of a message. */
export const understand: Understand = (text, reading) => {
  const code = detectLanguage(text) ?? reading.likelyLanguage;
  return { ...notUnderstood(text, reading), language: { code, p: code ? 1 : 0 } };
};

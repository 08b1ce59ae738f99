import type { Opinion } from './understood.ts';

/** A missed request costs more than a needless look. */
const ENOUGH = 0.3;
const QUESTION_MARK = /[?？\u037e]/;
/** Links may ask for nothing and still hold a question mark. */
const LINKS = /https?:\/\/\S+/g;

/** @param p of a question, of a complaint, of a wish to buy and of an idea */
export function needsReply(
  text: string,
  isPrivate: boolean,
  p: { readonly question: number; readonly complaint: number; readonly purchase: number; readonly spam: number },
): Opinion<boolean> {
  const asks = Math.min(1, p.question + p.complaint + p.purchase);
  if (isPrivate && p.spam < 0.6) return { label: true, p: Math.max(0.9, asks), because: ['private'], by: 'rule' };
  if (p.spam < 0.5 && QUESTION_MARK.test(text.replace(LINKS, ''))) return { label: true, p: Math.max(0.7, asks), because: ['?'], by: 'rule' };
  const label = asks >= ENOUGH;
  return { label, p: label ? asks : 1 - asks, because: [], by: 'model' };
}

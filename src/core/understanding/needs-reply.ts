import type { Opinion, PersonalSpan } from './understood.ts';

/** A missed request costs more than a needless look. */
const ENOUGH = 0.18;
const SPAM = 0.7;
const QUESTION_MARK = /[?？\u037e]|\p{Script=Greek};/u;
/** Links may ask for nothing and still hold a question mark. */
const LINKS = /https?:\/\/\S+/g;

export interface Asking {
  readonly question: number;
  readonly complaint: number;
  readonly purchase: number;
  readonly spam: number;
}

/** Whether somebody waits for an answer: by what they want, by a question mark, by where and with what they write. */
export function needsReply(
  text: string,
  isPrivate: boolean,
  personal: readonly PersonalSpan[],
  { question, complaint, purchase, spam }: Asking,
): Opinion<boolean> {
  const asks = Math.min(1, question + complaint + purchase);
  const byRule = (because: string, least: number): Opinion<boolean> => {
    return { label: true, p: round(Math.max(least, asks)), because: [because], by: 'rule' };
  };
  if (isPrivate && spam < SPAM) return byRule('private', 0.9);
  if (personal.some(({ kind }) => kind === 'order' || kind === 'iban' || kind === 'card'))
    return byRule('personal data', 0.8);
  if (spam < SPAM && QUESTION_MARK.test(text.replace(LINKS, ''))) return byRule('?', 0.7);
  const label = asks >= ENOUGH;
  return { label, p: round(label ? asks : 1 - asks), because: [], by: 'model' };
}

const round = (p: number): number => Math.round(p * 1000) / 1000;

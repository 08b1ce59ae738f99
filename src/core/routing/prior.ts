/** What all agents of a workspace come to: few answers of one of them are weighed with it. */
export interface Usual {
  /** The share of pleased customers, 0 to 1. */
  readonly satisfaction: number;
  readonly answerSeconds: number;
}
export interface Figures {
  readonly answers: number;
  readonly answerSeconds: number;
  readonly pleased: number;
  readonly displeased: number;
}

/** So many customers' opinions, or answers, of the usual kind stand beside an agent's own. */
export const PRIOR = 10;
/** Before anybody has any: neither good nor bad, and within the hour. */
const BEFORE_ANY: Usual = { satisfaction: 0.6, answerSeconds: 3_600 };

export function usualOf(all: readonly Figures[]): Usual {
  const total = (of: (one: Figures) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const said = total((one) => one.pleased + one.displeased);
  const answers = total((one) => one.answers);
  const pull = (sum: number, count: number, before: number) => (sum + PRIOR * before) / (count + PRIOR);
  return {
    satisfaction: pull(
      total((one) => one.pleased),
      said,
      BEFORE_ANY.satisfaction,
    ),
    answerSeconds: pull(
      total((one) => one.answerSeconds),
      answers,
      BEFORE_ANY.answerSeconds,
    ),
  };
}

/** 0 to 1. Whoever has few opinions is near the usual: one bad one starves nobody, one good one crowns nobody. */
export function satisfactionOf({ pleased, displeased }: Figures, usual: Usual): number {
  return (pleased + PRIOR * usual.satisfaction) / (pleased + displeased + PRIOR);
}

export function answerSecondsOf({ answers, answerSeconds }: Figures, usual: Usual): number {
  return (answerSeconds + PRIOR * usual.answerSeconds) / (answers + PRIOR);
}

/** 0 to 1; one half for whoever takes as long as all do. */
export function speedOf(figures: Figures, usual: Usual): number {
  const own = answerSecondsOf(figures, usual);
  return usual.answerSeconds === 0 ? 0.5 : usual.answerSeconds / (usual.answerSeconds + own);
}

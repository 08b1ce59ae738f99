import type { Factor } from './factor.ts';

const ALL = { share: 1 } as const;

/** Better reviews than this are no trouble. 0 (worst) to 1 (best); three stars of five are 0.5. */
const BAD_UP_TO = 0.5;

/** What was said. */
export const SAID = {
  negative: { group: 'said', weight: 20, find: ({ sentiment }) => (sentiment === -1 ? ALL : null) },
  complaint: { group: 'said', weight: 12, find: ({ kind }) => (kind === 'complaint' ? ALL : null) },
  question: { group: 'said', weight: 10, find: ({ kind }) => (kind === 'question' ? ALL : null) },
  urgent: {
    group: 'said',
    weight: 20,
    find: ({ urgency }) => (urgency ? { share: urgency === 2 ? 1 : 0.5, fact: { urgency } } : null),
  },
  triggers: {
    group: 'said',
    weight: 20,
    find({ signs: { triggers = [] } }) {
      if (triggers.length === 0) return null;
      return { share: triggers.length === 1 ? 0.75 : 1, fact: { words: triggers.slice(0, 3).join(', ') } };
    },
  },
  bad_review: {
    group: 'said',
    weight: 20,
    find({ signs: { rating } }) {
      return rating === undefined || rating > BAD_UP_TO
        ? null
        : { share: 1 - rating, fact: { stars: Math.round(1 + rating * 4) } };
    },
  },
  intent: {
    group: 'said',
    weight: 15,
    find: ({ signs: { purchaseIntent = 0 } }) => (purchaseIntent > 0 ? { share: purchaseIntent } : null),
  },
  personal_data: {
    group: 'said',
    weight: 10,
    find: ({ signs, reach }) => (signs.hasPersonalData && reach !== 'owned_private' ? ALL : null),
  },
} satisfies Record<string, Factor>;

import { type Kind, SENTIMENTS, type Understood, type Urgency } from '../understanding/understood.ts';
import type { Signs } from './facts.ts';

/** What a conversation comes to: its messages that wait, taken together. */
export interface Gist {
  /** -1, 0, 1; null: unclear. */
  readonly sentiment: -1 | 0 | 1 | null;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  readonly topic: string | null;
  readonly signs: Signs;
}
export const NO_GIST: Gist = { sentiment: null, kind: null, urgency: null, topic: null, signs: {} };

/** One message that waits. */
export interface Said {
  readonly understood: Understood | null;
  /** Of a review, 0 to 1. */
  readonly rating: number | null;
  /** The word of a known problem. Absent: it is about none. */
  readonly problem?: string | null;
}

/** Where a matter is made of several kinds, the one that asks most of us. */
const ASKING: readonly Kind[] = ['chatter', 'spam', 'compliment', 'idea', 'purchase', 'question', 'complaint'];

/**
 * Messages in the order in which they were said, laid over what was said before while it waited. A later mood replaces an
 * earlier one, but a plain "hello?" does not make an angry person calm; what is urgent stays so until it is answered.
 */
export function gistOf(before: Gist, said: readonly Said[]): Gist {
  return said.reduce(add, before);
}

function add(before: Gist, { understood, rating, problem }: Said): Gist {
  const signs: Signs = { ...before.signs, ...(rating === null ? {} : { rating }) };
  if (!understood) return { ...before, signs };
  const mood = understood.sentiment.label;
  const sentiment = mood === null ? null : ((SENTIMENTS.indexOf(mood) - 1) as -1 | 0 | 1);
  const kind = understood.kind.label;
  const urgency = understood.urgency.label;
  const triggers = [...new Set([...(before.signs.triggers ?? []), ...understood.triggers])];
  const intent = kind === 'purchase' ? Math.max(understood.kind.p, before.signs.purchaseIntent ?? 0) : undefined;
  return {
    sentiment: sentiment === null || (sentiment === 0 && before.sentiment !== null) ? before.sentiment : sentiment,
    kind: kind && ASKING.indexOf(kind) >= ASKING.indexOf(before.kind ?? 'chatter') ? kind : before.kind,
    urgency: Math.max(urgency ?? 0, before.urgency ?? 0) as Urgency,
    topic: understood.topic.label ?? before.topic,
    signs: {
      ...signs,
      ...(triggers.length > 0 ? { triggers } : {}),
      ...(intent === undefined ? {} : { purchaseIntent: intent }),
      ...(understood.personal.length > 0 ? { hasPersonalData: true } : {}),
      ...(problem ? { problem } : {}),
    },
  };
}

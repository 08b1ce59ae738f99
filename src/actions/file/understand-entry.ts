import type { MessageEvent } from '../../core/channel/event.ts';
import { ratingOf } from '../../core/filing/rating.ts';
import type { Own } from '../../core/learning/own.ts';
import { problemOf } from '../../core/listening/problem.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { ParsedEntry, Placed } from './parse-entries.ts';

/** What a workspace knows when its messages are read. */
export interface Known {
  readonly own: Own | null;
  /** Words of what far more people than usual complain of just now. */
  readonly problems: readonly string[];
}

/** Reads what customers said in it. Outside of any transaction: while the database files a batch, the next one is read. */
export function understandEntry(entry: ParsedEntry, understand: Understand, known: Known): ParsedEntry {
  return {
    ...entry,
    placed: entry.placed.map((placed) => (isSaid(placed) ? read(placed, understand, known) : placed)),
  };
}

const isSaid = (placed: Placed): placed is Placed<MessageEvent> =>
  placed.event.kind === 'message' && placed.event.author.kind !== 'business' && placed.event.content.text.trim() !== '';

function read(placed: Placed<MessageEvent>, understand: Understand, { own, problems }: Known): Placed {
  const { content, thread } = placed.event;
  const reading = {
    isPrivate: thread.reach === 'owned_private',
    likelyLanguage: placed.inbox.language,
    rating: ratingOf(content),
    own,
  };
  try {
    const understood = understand(content.text, reading);
    if (problems.length === 0) return { ...placed, understood };
    const { sentiment, kind } = understood;
    const problem = problemOf(content.text, { sentiment: sentiment.label, kind: kind.label }, problems);
    return { ...placed, understood, ...(problem === null ? {} : { problem }) };
  } catch {
    // A bug of ours in reading it: what was said is filed and waits all the same.
    return placed;
  }
}

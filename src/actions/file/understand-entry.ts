import type { MessageEvent } from '../../core/channel/event.ts';
import { ratingOf } from '../../core/filing/rating.ts';
import type { Own } from '../../core/learning/own.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { ParsedEntry, Placed } from './parse-entries.ts';

/** Reads what customers said in it. Outside of any transaction: while the database files a batch, the next one is read. */
export function understandEntry(entry: ParsedEntry, understand: Understand, own: Own | null): ParsedEntry {
  return { ...entry, placed: entry.placed.map((placed) => (isSaid(placed) ? read(placed, understand, own) : placed)) };
}

const isSaid = (placed: Placed): placed is Placed<MessageEvent> =>
  placed.event.kind === 'message' && placed.event.author.kind !== 'business' && placed.event.content.text.trim() !== '';

function read(placed: Placed<MessageEvent>, understand: Understand, own: Own | null): Placed {
  const { content, thread } = placed.event;
  const reading = {
    isPrivate: thread.reach === 'owned_private',
    likelyLanguage: placed.inbox.language,
    rating: ratingOf(content),
    own,
  };
  try {
    return { ...placed, understood: understand(content.text, reading) };
  } catch {
    // A bug of ours in reading it: what was said is filed and waits all the same.
    return placed;
  }
}

import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { authorOf } from './author.ts';
import { type RatingValue, type Spot, verbOf } from './change.ts';
import { postMessageId, threadId } from './ids.ts';

/** A recommendation, or a review with stars from the years before 2018. */
export function readRating(value: RatingValue, spot: Spot): ChannelEvent {
  const account = spot.pageId as ExternalAccountId;
  const at = value.created_time ?? spot.at;
  const { open_graph_story_id: story, reviewer_id: reviewer } = value;
  if (story === undefined && reviewer === undefined) return ignored('a rating without an id and without its author');
  // One person has one rating of a Page, so their id names it as well.
  const name = story ?? `rating_of_${spot.pageId}_by_${reviewer}`;
  const id = postMessageId(name);
  const verb = verbOf(value.verb);
  if (verb === 'remove') return { kind: 'deletion', account, id, at };
  if (verb === 'edited') return { kind: 'edit', account, id, content: contentOf(value), at };
  if (verb !== 'add') return ignored(`a rating with the unknown verb "${value.verb.slice(0, 80)}"`);
  const author = authorOf({ from: undefined, sender_id: reviewer, sender_name: value.reviewer_name }, spot);
  return {
    kind: 'message',
    account,
    id,
    thread: { id: threadId(name), kind: 'review', reach: 'owned_public' },
    author,
    content: contentOf(value),
    sentAt: at,
    ...(author.kind === 'unknown' ? { isPartial: true } : {}),
  };
}

function contentOf({ review_text: text, rating: stars, recommendation_type: recommendation }: RatingValue): Content {
  const rating =
    stars !== undefined
      ? { stars, of: 5 }
      : recommendation !== undefined
        ? { positive: recommendation.toLowerCase() === 'positive' }
        : undefined;
  return { text: text ?? '', attachments: [], ...(rating ? { rating } : {}) };
}

import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { ignored, type PageEntry, readEntries } from '../meta/envelope.ts';
import { whyNot } from '../shared/shapes.ts';
import { Change, FeedValue, RatingValue, type Spot } from './change.ts';
import { readComment } from './comment.ts';
import { readListed } from './listed.ts';
import { readMention } from './mention.ts';
import { readPost } from './post.ts';
import { readRating } from './rating.ts';
import { readReaction } from './reaction.ts';

/**
 * What happened on Pages: as a webhook tells it, or as it was read from the Page's lists. Each change is read on its own:
 * one that is broken does not spoil its siblings.
 */
export function parse({ source, body }: RawEntry, { account, receivedAt }: ParseContext): ChannelEvent[] {
  if (source !== 'webhook') return readListed(body, account);
  return readEntries(body).flatMap((entry) => ('kind' in entry ? [entry] : readEntry(entry, receivedAt)));
}

function readEntry(entry: PageEntry, receivedAt: Date): ChannelEvent[] {
  const { changes } = entry;
  // Messages of Messenger come to the same address and are read by its own connector.
  if (changes === undefined)
    return entry.messaging || entry.standby ? [] : [ignored('an entry with nothing in it that we know')];
  const spot: Spot = { pageId: entry.id, at: entry.time === undefined ? receivedAt : whenOf(entry.time) };
  return changes.map((change) => readChange(change, spot));
}

/** The time of sending is in seconds, and in milliseconds where Meta shares code with Messenger. */
const whenOf = (time: number) => new Date(time > 100_000_000_000 ? Math.trunc(time) : Math.trunc(time) * 1000);

function readChange(raw: unknown, spot: Spot): ChannelEvent {
  const change = Change.safeParse(raw);
  if (!change.success) return ignored(`a change that cannot be read: ${whyNot(change.error)}`);
  const { field, value } = change.data;
  if (field === 'ratings' && value.item === 'rating')
    return withValue(RatingValue, value, (rating) => readRating(rating, spot));
  if (field === 'ratings') return withValue(FeedValue, storyAsPost(value), (item) => readItem(item, spot, 'review'));
  if (field === 'mention') return withValue(FeedValue, value, (mention) => readMention(mention, spot));
  if (field === 'feed') return withValue(FeedValue, value, (item) => readItem(item, spot, 'post'));
  return ignored(`the field "${field.slice(0, 80)}" is not read`);
}

/** What is said under a review names the review as a story, not as a post. */
const storyAsPost = (value: Record<string, unknown>) => ({ post_id: value.open_graph_story_id, ...value });

function withValue<Value>(
  schema: {
    safeParse(value: unknown): { success: true; data: Value } | { success: false; error: Parameters<typeof whyNot>[0] };
  },
  value: unknown,
  read: (value: Value) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : ignored(`a change that cannot be read: ${whyNot(result.error)}`);
}

const POSTS = new Set(['post', 'status', 'photo', 'video', 'album', 'share', 'link', 'note']);

function readItem(value: FeedValue, spot: Spot, kind: 'post' | 'review'): ChannelEvent {
  if (value.item === 'comment') return readComment(value, spot, kind);
  if (value.item === 'reaction' || value.item === 'like') return readReaction(value, spot);
  if (POSTS.has(value.item)) return readPost(value, spot);
  return ignored(`an item of the kind "${value.item.slice(0, 80)}" is not read`);
}

import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { authorOf } from './author.ts';
import { type FeedValue, type Spot, verbOf } from './change.ts';
import { contentOf } from './content.ts';
import { commentId, isSamePlace, postMessageId, spelling, threadId } from './ids.ts';

/** Somebody named the Page in their own place. It often comes with ids only, so the rest is always asked for. */
export function readMention(value: FeedValue, spot: Spot): ChannelEvent {
  const { post_id: postId, comment_id: rawId } = value;
  if (postId === undefined) return ignored('a mention without the id of its post');
  const account = spot.pageId as ExternalAccountId;
  const id = rawId === undefined ? postMessageId(postId) : commentId(postId, rawId);
  const at = value.created_time ?? spot.at;
  const verb = verbOf(value.verb);
  if (verb === 'remove') return { kind: 'deletion', account, id, at };
  if (verb === 'edited')
    return value.message
      ? { kind: 'edit', account, id, content: contentOf(value), at: value.edited_time ?? at }
      : ignored('an edited mention without its words');
  if (verb !== 'add') return ignored(`a mention with the unknown verb "${value.verb.slice(0, 80)}"`);
  const isReply = value.parent_id !== undefined && rawId !== undefined && !isSamePlace(value.parent_id, postId);
  const permalink = value.permalink_url ?? value.post?.permalink_url;
  return {
    kind: 'message',
    account,
    id,
    thread: { id: threadId(postId), kind: 'post', reach: 'earned', ...(permalink ? { permalink } : {}) },
    author: authorOf(value, spot),
    ...(isReply && value.parent_id !== undefined ? { parent: commentId(postId, value.parent_id) } : {}),
    content: contentOf(value),
    sentAt: at,
    ...(permalink ? { permalink } : {}),
    isPartial: true,
    ...(rawId === undefined ? {} : spelling(id, rawId)),
  };
}

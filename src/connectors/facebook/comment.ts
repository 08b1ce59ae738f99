import type { ChannelEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { authorOf } from './author.ts';
import type { FeedValue, Spot } from './change.ts';
import { verbOf } from './change.ts';
import { contentOf } from './content.ts';
import { commentId, isSamePlace, spelling, threadId } from './ids.ts';

/** A comment, on whatever hangs comments: a post, an advertisement, a review. */
export function readComment(value: FeedValue, spot: Spot, kind: ThreadRef['kind'] = 'post'): ChannelEvent {
  const { post_id: postId, comment_id: rawId } = value;
  if (postId === undefined || rawId === undefined)
    return ignored('a comment without the ids of its post and of itself');
  const account = spot.pageId as ExternalAccountId;
  const id = commentId(postId, rawId);
  const at = value.created_time ?? spot.at;
  const verb = verbOf(value.verb);
  if (verb === 'remove') return { kind: 'deletion', account, id, at };
  if (verb === 'hide' || verb === 'unhide') return { kind: 'visibility', account, id, isHidden: verb === 'hide', at };
  if (verb === 'edited') return { kind: 'edit', account, id, content: contentOf(value), at: value.edited_time ?? at };
  if (verb !== 'add') return ignored(`a comment with the unknown verb "${value.verb.slice(0, 80)}"`);

  const author = authorOf(value, spot);
  const permalink = value.permalink_url ?? value.post?.permalink_url;
  const content = contentOf(value);
  const isEmpty = content.text === '' && content.attachments.length === 0;
  const isReply = value.parent_id !== undefined && !isSamePlace(value.parent_id, postId);
  return {
    kind: 'message',
    account,
    id,
    thread: {
      id: threadId(postId),
      kind,
      reach: 'owned_public',
      ...(value.post?.permalink_url ? { permalink: value.post.permalink_url } : {}),
    },
    author,
    ...(isReply && value.parent_id !== undefined ? { parent: commentId(postId, value.parent_id) } : {}),
    content,
    sentAt: at,
    ...(permalink ? { permalink: withComment(permalink, rawId) } : {}),
    // Stickers and fresh videos come without a word of them; the comment itself shows them when it is read.
    ...(author.kind === 'unknown' || isEmpty ? { isPartial: true } : {}),
    ...spelling(id, rawId),
  };
}

function withComment(permalink: string, rawId: string): string {
  if (permalink.includes('comment_id=')) return permalink;
  return `${permalink}${permalink.includes('?') ? '&' : '?'}comment_id=${rawId.slice(rawId.lastIndexOf('_') + 1)}`;
}

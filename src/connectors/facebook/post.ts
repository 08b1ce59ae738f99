import type { ChannelEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { authorOf } from './author.ts';
import { type FeedValue, type Spot, verbOf } from './change.ts';
import { contentOf } from './content.ts';
import { postMessageId, threadId } from './ids.ts';

/** What is posted on the Page: by us it gives context, by a visitor it is a message to us. */
export function readPost(value: FeedValue, spot: Spot): ChannelEvent {
  const { post_id: postId } = value;
  if (postId === undefined) return ignored(`a ${value.item} without the id of its post`);
  const account = spot.pageId as ExternalAccountId;
  const id = postMessageId(postId);
  const at = value.created_time ?? spot.at;
  const verb = verbOf(value.verb);
  if (verb === 'remove') return { kind: 'deletion', account, id, at };
  if (verb === 'hide' || verb === 'unhide') return { kind: 'visibility', account, id, isHidden: verb === 'hide', at };
  if (verb === undefined) return ignored(`a ${value.item} with the unknown verb "${value.verb.slice(0, 80)}"`);
  if (value.published === 0 || value.post?.is_published === false) return ignored('a post that is not published yet');

  const author = authorOf(value, spot);
  const content = contentOf(value);
  const isEmpty = content.text === '' && content.attachments.length === 0;
  // A post that was moved to the bin comes as an edit that has lost its words; only true deletion comes as a removal.
  if (verb === 'edited' && value.item === 'status' && isEmpty) return { kind: 'deletion', account, id, at };

  const permalink = value.permalink_url ?? value.post?.permalink_url;
  const thread: ThreadRef = {
    id: threadId(postId),
    kind: 'post',
    reach: 'owned_public',
    ...(permalink ? { permalink } : {}),
  };
  if (author.kind === 'business')
    return { kind: 'post', account, thread, author, content, at, ...(permalink ? { permalink } : {}) };
  if (verb === 'edited')
    return isEmpty
      ? ignored('an edit that says nothing')
      : { kind: 'edit', account, id, content, at: value.edited_time ?? at };
  if (isEmpty && value.item === 'share') return ignored('a share without words');
  return {
    kind: 'message',
    account,
    id,
    thread,
    author,
    content,
    sentAt: at,
    ...(permalink ? { permalink } : {}),
    ...(author.kind === 'unknown' ? { isPartial: true } : {}),
  };
}

import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId, ExternalThreadId, Json } from '../../core/ids.ts';
import { id, lenient, text } from '../shared/shapes.ts';
import { ignored } from './envelope.ts';
import { accountOf, authorOf } from './person.ts';

export const From = z.object({ id, username: lenient(text) });

export const CommentValue = z.object({
  id: lenient(id),
  /** Another name for the same in some of the documents. */
  comment_id: lenient(id),
  from: lenient(From),
  text: lenient(text),
  parent_id: lenient(id),
  media: lenient(
    z.object({
      id,
      media_product_type: lenient(z.string()),
      ad_id: lenient(id),
      ad_title: lenient(text),
      original_media_id: lenient(id),
    }),
  ),
  media_id: lenient(id),
});
export type CommentValue = z.infer<typeof CommentValue>;

/** A comment below a post, a live video or an advertisement of ours. Instagram tells only that it was written. */
export function readComment(value: CommentValue, account: string, at: Date, isLive = false): ChannelEvent {
  const commentId = value.id ?? value.comment_id;
  // A boosted post tells of its comments twice, as two media: they belong below the one that people see.
  const mediaId = value.media?.original_media_id ?? value.media?.id ?? value.media_id;
  if (commentId === undefined || mediaId === undefined)
    return ignored('a comment without the ids of its post and of itself');
  const parent = value.parent_id === mediaId ? undefined : value.parent_id;
  const author = authorOf(value.from, account);
  const remote: Json = {
    ...(parent === undefined ? {} : { top: parent }),
    ...(value.media?.ad_id ? { ad: value.media.ad_id } : {}),
    ...(isLive || value.media?.media_product_type === 'LIVE' ? { isLive: true } : {}),
  };
  return {
    kind: 'message',
    account: accountOf(account),
    id: commentId as ExternalMessageId,
    thread: {
      id: mediaId as ExternalThreadId,
      kind: 'post',
      reach: 'owned_public',
      ...(value.media?.ad_title ? { title: value.media.ad_title } : {}),
    },
    author,
    ...(parent === undefined ? {} : { parent: parent as ExternalMessageId }),
    content: { text: value.text ?? '', attachments: [] },
    sentAt: at,
    ...(author.kind === 'unknown' || value.text === undefined ? { isPartial: true } : {}),
    ...(Object.keys(remote).length > 0 ? { remote } : {}),
  };
}

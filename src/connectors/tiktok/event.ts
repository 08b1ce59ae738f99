import type { Author, ChannelEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import type { Comment, Video } from './shapes.ts';

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });
const TITLE = 80;

interface Spot {
  readonly account: ExternalAccountId;
  readonly isHistory: boolean;
}

export function commentEvent(comment: Comment, video: Video | undefined, { account, isHistory }: Spot): ChannelEvent {
  const { comment_id, video_id, parent_comment_id: parent } = comment;
  return {
    kind: 'message',
    account,
    id: comment_id as string as ExternalMessageId,
    thread: threadOf(video_id, video),
    author: authorOf(comment, account),
    ...(parent ? { parent: parent as string as ExternalMessageId } : {}),
    content: { text: comment.text ?? '', attachments: [] },
    sentAt: comment.create_time,
    remote: { video: video_id, ...(parent ? { parent } : {}) },
    ...(isHistory ? { isHistory } : {}),
  };
}

/** A video of ours gives context to what is said below it. */
export function videoEvent(video: Video, account: ExternalAccountId): ChannelEvent {
  if (!video.create_time) return ignored('a video without its time');
  return {
    kind: 'post',
    account,
    thread: threadOf(video.item_id, video),
    author: { kind: 'business' },
    content: { text: video.caption ?? '', attachments: [] },
    at: video.create_time,
    ...(video.share_url ? { permalink: video.share_url } : {}),
    ...(video.comments === undefined ? {} : { counts: { comments: video.comments } }),
  };
}

/** `unique_identifier` is good for one app and account; a handle may be changed. */
function authorOf({ owner, unique_identifier, user_id, ...person }: Comment, account: ExternalAccountId): Author {
  if (owner) return { kind: 'business' };
  const id = unique_identifier ?? user_id;
  if (id === undefined) return { kind: 'unknown' };
  return {
    kind: 'contact',
    person: {
      id: id as string as ExternalIdentityId,
      scope: account,
      ...(person.display_name ? { name: person.display_name } : {}),
      ...(person.username ? { handle: person.username } : {}),
      ...(person.profile_image ? { avatarUrl: person.profile_image } : {}),
    },
  };
}

function threadOf(id: string, video: Video | undefined): ThreadRef {
  const title = video?.caption?.trim().split('\n')[0]?.slice(0, TITLE);
  return {
    id: id as ExternalThreadId,
    kind: 'post',
    reach: 'owned_public',
    ...(title ? { title: title.toWellFormed() } : {}),
    ...(video?.share_url ? { permalink: video.share_url } : {}),
    remote: { video: id },
  };
}

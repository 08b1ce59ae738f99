import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { headerOf } from '../shared/headers.ts';
import { parseJson } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { type CommentEntry, Entry } from './entry.ts';
import { authorOf, commentLink, threadOf, topOf, videoContent, videoCounts, videoLink, wordsOf } from './place.ts';
import type { Video } from './shapes.ts';

export function parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] {
  const { account, receivedAt } = context;
  if (account === null) return [ignored('It was read for no account.')];
  const body = jsonOf(entry.body);
  if (typeof body !== 'object' || body === null) return [ignored('It is not a JSON object.')];
  const isHistory = headerOf(entry.headers, HISTORY_HEADER) !== undefined;

  if ('comment' in body) {
    const read = Entry.comment.safeParse(body);
    if (!read.success) return [ignored(`The comment is not complete: ${whyNot(read.error)}`)];
    return commentEvents(read.data, account, isHistory, receivedAt);
  }
  if ('video' in body) {
    const read = Entry.video.safeParse(body);
    return [read.success ? videoEvent(read.data.video, account) : ignored('The video is not complete.')];
  }
  if ('deleted' in body) {
    const read = Entry.deleted.safeParse(body);
    if (!read.success) return [ignored('The deletion does not say of what.')];
    const { id, at } = read.data.deleted;
    return [{ kind: 'deletion', account, id: id as ExternalMessageId, at }];
  }
  return [ignored('Neither a comment, a video nor a deletion.')];
}

function commentEvents(
  { comment, change, moderation, videoId: threadVideo }: CommentEntry,
  account: ExternalAccountId,
  isHistory: boolean,
  receivedAt: Date,
): ChannelEvent[] {
  const { snippet } = comment;
  const id = comment.id as ExternalMessageId;
  const content = { text: wordsOf(snippet), attachments: [] };
  if (change === 'edited')
    return [{ kind: 'edit', account, id, content, at: snippet.updatedAt ?? snippet.publishedAt }];
  const isHidden = moderation !== 'published';
  // Google does not say when it was held or published, only that it is
  const visibility: ChannelEvent = { kind: 'visibility', account, id, isHidden, at: receivedAt };
  if (change === 'moderated') return [visibility];

  const top = snippet.parentId ?? topOf(comment.id);
  const videoId = snippet.videoId ?? threadVideo;
  const message: ChannelEvent = {
    kind: 'message',
    account,
    id,
    thread: threadOf({ ...snippet, videoId }, top, account),
    author: authorOf(snippet, account),
    ...(top === comment.id ? {} : { parent: top as ExternalMessageId }),
    content,
    sentAt: snippet.publishedAt,
    ...(videoId === undefined ? {} : { permalink: commentLink(videoId, comment.id) }),
    ...(isHistory ? { isHistory } : {}),
    remote: { top, ...(videoId === undefined ? {} : { videoId }) },
  };
  return isHidden ? [message, visibility] : [message];
}

function videoEvent(video: Video, account: ExternalAccountId): ChannelEvent {
  const { snippet } = video;
  const counts = videoCounts(video);
  const isOurs = snippet.channelId === account;
  return {
    kind: 'post',
    account,
    thread: {
      id: video.id as ExternalThreadId,
      kind: 'post',
      reach: isOurs ? 'owned_public' : 'earned',
      ...(snippet.title ? { title: snippet.title } : {}),
      permalink: videoLink(video.id),
      remote: { videoId: video.id },
    },
    author: isOurs ? { kind: 'business' } : { kind: 'unknown' },
    content: videoContent(video),
    at: snippet.publishedAt,
    permalink: videoLink(video.id),
    ...(counts === undefined ? {} : { counts }),
  };
}

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}

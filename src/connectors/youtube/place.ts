import type { Author, Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId } from '../../core/ids.ts';
import type { Comment, Video } from './shapes.ts';

const WATCH = 'https://www.youtube.com/watch';
export const videoLink = (videoId: string) => `${WATCH}?v=${encodeURIComponent(videoId)}`;
export const commentLink = (videoId: string, commentId: string) =>
  `${videoLink(videoId)}&lc=${encodeURIComponent(commentId)}`;

/** An answer's id is its top-level comment's, a dot, and its own. There are two levels only. */
export const topOf = (commentId: string): string => commentId.split('.')[0] ?? commentId;

/** Comments hang below a video, or below a post of the channel's community tab. */
export function threadOf(
  { channelId, videoId, postId }: Pick<Comment['snippet'], 'channelId' | 'videoId' | 'postId'>,
  top: string,
  account: ExternalAccountId,
): ThreadRef {
  const isElsewhere = channelId !== undefined && channelId !== `${account}`;
  const common = { kind: 'post', reach: isElsewhere ? 'earned' : 'owned_public' } as const;
  if (videoId !== undefined)
    return { ...common, id: videoId as ExternalThreadId, permalink: videoLink(videoId), remote: { videoId } };
  if (postId !== undefined)
    return {
      ...common,
      id: `post:${postId}` as ExternalThreadId,
      permalink: `https://www.youtube.com/post/${encodeURIComponent(postId)}`,
      remote: { postId },
    };
  return { ...common, id: `thread:${top}` as ExternalThreadId, remote: {} };
}

/** Display names are `@handles` since 2023 and change; the channel id stays. */
export function personOf(snippet: Comment['snippet']): Person | null {
  const channel = snippet.authorChannelId?.value;
  if (channel === undefined) return null;
  const shown = snippet.authorDisplayName?.trim() ?? '';
  return {
    id: channel as ExternalIdentityId,
    scope: '',
    ...(shown.startsWith('@') ? { handle: shown.slice(1) } : shown === '' ? {} : { name: shown }),
    ...(snippet.authorProfileImageUrl === undefined ? {} : { avatarUrl: snippet.authorProfileImageUrl }),
  };
}

export function authorOf(snippet: Comment['snippet'], account: ExternalAccountId): Author {
  const person = personOf(snippet);
  if (!person) return { kind: 'unknown' };
  return snippet.authorChannelId?.value === account ? { kind: 'business' } : { kind: 'contact', person };
}

/** `textDisplay` is asked for as plain text, and may show a video's title where its address was written. */
export const wordsOf = ({ textOriginal, textDisplay }: Comment['snippet']): string => textOriginal ?? textDisplay ?? '';

export function videoContent({ snippet }: Video) {
  const text = [snippet.title, snippet.description].filter(Boolean).join('\n\n');
  return { text, attachments: [] };
}

export function videoCounts({ statistics }: Video) {
  const { likeCount, commentCount } = statistics ?? {};
  if (likeCount === undefined && commentCount === undefined) return undefined;
  return {
    ...(likeCount === undefined ? {} : { reactions: likeCount }),
    ...(commentCount === undefined ? {} : { comments: commentCount }),
  };
}

import { createHash } from 'node:crypto';
import type { ChannelRecord, CommentRecord, Store, VideoRecord } from './store.ts';

/** Some answers come along with a thread, never all of a long one. */
const INLINED = 5;

const etagOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27);
const iso = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

export interface Look {
  readonly textFormat: string;
  /** Only in lists, and only to the owner. */
  readonly withState: boolean;
}

/** The resources of the API, as its documentation shows them. */
export class Views {
  readonly #store: Store;
  readonly #viewer: string;

  constructor(store: Store, viewer: string) {
    this.#store = store;
    this.#viewer = viewer;
  }

  comment(comment: CommentRecord, { textFormat, withState }: Look) {
    const { id, videoId, parentId, authorId, text, at, editedAt, likes, state } = comment;
    const author = authorId === null ? undefined : this.#store.channels.get(authorId);
    const snippet = {
      channelId: this.#store.videos.get(videoId)?.channelId,
      videoId,
      textDisplay: textFormat === 'plainText' ? text : escaped(text),
      ...(authorId === this.#viewer ? { textOriginal: text } : {}),
      ...(parentId === null ? {} : { parentId }),
      authorDisplayName: author ? `@${author.handle}` : '',
      authorProfileImageUrl: 'https://yt3.ggpht.com/a/default',
      authorChannelUrl: author ? `http://www.youtube.com/@${author.handle}` : '',
      ...(author ? { authorChannelId: { value: author.id } } : {}),
      canRate: true,
      viewerRating: 'none',
      likeCount: likes,
      ...(withState && state !== 'published' ? { moderationStatus: state } : {}),
      publishedAt: iso(at),
      updatedAt: iso(editedAt),
    };
    return { kind: 'youtube#comment', etag: etagOf(snippet), id, snippet };
  }

  thread(comment: CommentRecord, replies: readonly CommentRecord[], parts: readonly string[], look: Look) {
    const { id, videoId } = comment;
    const snippet = {
      channelId: this.#store.videos.get(videoId)?.channelId,
      videoId,
      topLevelComment: this.comment(comment, look),
      canReply: true,
      totalReplyCount: replies.length,
      isPublic: comment.state === 'published',
    };
    const some = replies.slice(0, INLINED).map((reply) => this.comment(reply, look));
    return {
      kind: 'youtube#commentThread',
      etag: etagOf([snippet, some]),
      id,
      ...(parts.includes('snippet') ? { snippet } : {}),
      ...(parts.includes('replies') && some.length > 0 ? { replies: { comments: some } } : {}),
    };
  }

  video({ id, channelId, title, description, at, likes }: VideoRecord, parts: readonly string[]) {
    const comments = [...this.#store.comments.values()].filter(
      (one) => one.videoId === id && one.state === 'published',
    ).length;
    const snippet = {
      publishedAt: iso(at),
      channelId,
      title,
      description,
      thumbnails: { high: { url: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`, width: 480, height: 360 } },
      channelTitle: this.#store.channels.get(channelId)?.title,
      categoryId: '22',
      liveBroadcastContent: 'none',
    };
    const statistics = {
      viewCount: String(likes * 40 + comments * 90),
      likeCount: String(likes),
      favoriteCount: '0',
      commentCount: String(comments),
    };
    return {
      kind: 'youtube#video',
      etag: etagOf([id, statistics]),
      id,
      ...(parts.includes('snippet') ? { snippet } : {}),
      ...(parts.includes('statistics') ? { statistics } : {}),
    };
  }

  channel({ id, title, handle, subscribers }: ChannelRecord, parts: readonly string[]) {
    const thumbnails = { default: { url: 'https://yt3.ggpht.com/a/default', width: 88, height: 88 } };
    const snippet = {
      title,
      description: '',
      customUrl: `@${handle}`,
      publishedAt: '2019-04-01T08:00:00Z',
      thumbnails,
    };
    const statistics = {
      viewCount: '0',
      subscriberCount: String(subscribers),
      hiddenSubscriberCount: false,
      videoCount: String([...this.#store.videos.values()].filter(({ channelId }) => channelId === id).length),
    };
    return {
      kind: 'youtube#channel',
      etag: etagOf([id, statistics]),
      id,
      ...(parts.includes('snippet') ? { snippet } : {}),
      ...(parts.includes('contentDetails')
        ? { contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(id) } } }
        : {}),
      ...(parts.includes('statistics') ? { statistics } : {}),
    };
  }

  playlistItem({ id, title, at, channelId }: VideoRecord, parts: readonly string[]) {
    const playlistId = uploadsOf(channelId);
    return {
      kind: 'youtube#playlistItem',
      etag: etagOf([id, title]),
      id: Buffer.from(`${playlistId}.${id}`).toString('base64url'),
      ...(parts.includes('snippet')
        ? {
            snippet: {
              publishedAt: iso(at),
              channelId,
              title,
              playlistId,
              resourceId: { kind: 'youtube#video', videoId: id },
            },
          }
        : {}),
      ...(parts.includes('contentDetails') ? { contentDetails: { videoId: id, videoPublishedAt: iso(at) } } : {}),
    };
  }

  list(kind: string, items: readonly unknown[], about: object) {
    return { kind: `youtube#${kind}ListResponse`, etag: etagOf(items), ...about, items };
  }
}

/** The list of a channel's videos is named as the channel is. */
export const uploadsOf = (channelId: string): string => `UU${channelId.slice(2)}`;

import type { Lookups } from '../../core/channel/connector.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import { type ApiParts, openYouTube } from './api.ts';
import type { YouTubeCredentials } from './credentials.ts';
import { isGone, troubleOf } from './outcome.ts';
import { commentLink, personOf, topOf, videoContent, videoCounts, videoLink, wordsOf } from './place.ts';
import { Channel, Comment, listIn, Video } from './shapes.ts';

export function createLookups(parts: ApiParts): Lookups<YouTubeCredentials> {
  async function one(credentials: YouTubeCredentials, path: string, part: string, id: string): Promise<unknown> {
    const format = path === 'comments' ? { textFormat: 'plainText' } : {};
    const answer = await openYouTube(parts, credentials)({ method: 'GET', path, query: { part, id, ...format } });
    if (answer.kind === 'ok') return listIn(answer.body).items[0];
    if (isGone(answer)) return undefined;
    throw troubleOf(answer, parts.now());
  }

  return {
    async post(id, credentials, account) {
      if (id.includes(':')) return null; // a post of the community tab: the API does not show them
      const video = Video.safeParse(await one(credentials, 'videos', 'snippet,statistics', id)).data;
      if (!video) return null;
      const counts = videoCounts(video);
      return {
        ...(video.snippet.channelTitle ? { authorName: video.snippet.channelTitle } : {}),
        isOurs: video.snippet.channelId === account,
        content: videoContent(video),
        at: video.snippet.publishedAt,
        permalink: videoLink(id),
        ...(counts ? { counts } : {}),
      };
    },
    async person(id, credentials) {
      const channel = Channel.safeParse(await one(credentials, 'channels', 'snippet,statistics', id)).data;
      if (!channel) return null;
      const { snippet, statistics } = channel;
      const avatar = snippet.thumbnails?.default?.url;
      const followers = statistics?.hiddenSubscriberCount ? undefined : statistics?.subscriberCount;
      return {
        id: id as ExternalIdentityId,
        scope: '',
        name: snippet.title,
        ...(snippet.customUrl ? { handle: snippet.customUrl.replace(/^@/, '') } : {}),
        ...(avatar === undefined ? {} : { avatarUrl: avatar }),
        ...(followers === undefined ? {} : { followers }),
      };
    },
    async message(id, credentials) {
      const comment = Comment.safeParse(await one(credentials, 'comments', 'snippet', id)).data;
      if (!comment) return null;
      const person = personOf(comment.snippet);
      const { videoId } = comment.snippet;
      return {
        ...(person ? { person } : {}),
        content: { text: wordsOf(comment.snippet), attachments: [] },
        ...(videoId === undefined
          ? {}
          : { permalink: commentLink(videoId, comment.snippet.parentId ? id : topOf(id)) }),
      };
    },
  };
}

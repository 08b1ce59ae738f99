import { z } from 'zod';
import type { FoundMessage, FoundPost, Lookups } from '../../core/channel/connector.ts';
import type { Attachment } from '../../core/channel/content.ts';
import type { Person } from '../../core/channel/event.ts';
import { id, lenient, moment, text, webUrl } from '../shared/shapes.ts';
import { From } from './comment.ts';
import type { InstagramCredentials } from './credentials.ts';
import { nothingOr } from './errors.ts';
import { directContent, ListedMessage, MESSAGE_FIELDS } from './listed-message.ts';
import { namedPerson, personOf } from './person.ts';
import type { Road, Roads } from './road.ts';

const Media = z.object({
  id: lenient(id),
  caption: lenient(text),
  media_type: lenient(z.string()),
  media_url: lenient(webUrl),
  thumbnail_url: lenient(webUrl),
  permalink: lenient(webUrl),
  timestamp: lenient(moment),
  username: lenient(text),
  like_count: lenient(z.number().int().nonnegative()),
  comments_count: lenient(z.number().int().nonnegative()),
});
type Media = z.infer<typeof Media>;
const OWN = 'id,caption,media_type,media_url,thumbnail_url,permalink,timestamp,username,like_count,comments_count';
const THEIRS = 'id,caption,media_type,media_url,permalink,timestamp,username,like_count,comments_count';

const Comment = z.object({
  id,
  text: lenient(text),
  timestamp: lenient(moment),
  username: lenient(text),
  from: lenient(From),
  media: lenient(z.object({ id: lenient(id), media_url: lenient(webUrl), permalink: lenient(webUrl) })),
});

const Profile = z.object({
  name: lenient(text),
  username: lenient(text),
  profile_pic: lenient(webUrl),
  follower_count: lenient(z.number().int().nonnegative()),
});

export function lookupsOver(roads: Roads): Lookups<InstagramCredentials> {
  return {
    async post(postId, credentials): Promise<FoundPost | null> {
      const road = roads(credentials);
      const own = Media.safeParse(await nodeOf(road, postId, OWN)).data;
      const media = own ?? (await mentionedMedia(road, postId));
      return media?.timestamp ? postOf(media, media.timestamp, own !== undefined) : null;
    },

    async message(messageId, credentials): Promise<FoundMessage | null> {
      const road = roads(credentials);
      if (!/^\d+$/.test(messageId)) return directMessage(road, messageId);
      // A number is a comment or a post, in our place or in another: the id does not tell which.
      return (
        (await mentionedComment(road, messageId)) ??
        (await captionOf(road, messageId)) ??
        (await ownComment(road, messageId))
      );
    },

    async person(personId, credentials): Promise<Person | null> {
      if (!/^\d+$/.test(personId)) return null;
      const road = roads(credentials);
      const node = await nodeOf(road, personId, 'name,username,profile_pic,follower_count');
      const profile = Profile.safeParse(node).data;
      if (!profile) return null;
      const { name, username, profile_pic: avatarUrl, follower_count: followers } = profile;
      return {
        ...personOf(personId, username, road.accountId),
        ...(name ? { name } : {}),
        ...(avatarUrl ? { avatarUrl } : {}),
        ...(followers === undefined ? {} : { followers }),
      };
    },
  };
}

/** Null: not to be had, as the profile of somebody who never wrote. */
async function nodeOf(road: Road, nodeId: string, fields: string): Promise<unknown> {
  const path = encodeURIComponent(nodeId);
  const answer = await road.graph({ method: 'GET', path, query: { fields } }, road.as);
  return answer.kind === 'ok' ? answer.body : nothingOr(answer);
}

async function mentionedMedia(road: Road, mediaId: string): Promise<Media | null> {
  const node = await nodeOf(road, road.accountId, `mentioned_media.media_id(${digits(mediaId)}){${THEIRS}}`);
  return z.object({ mentioned_media: Media }).safeParse(node).data?.mentioned_media ?? null;
}

async function mentionedComment(road: Road, commentId: string): Promise<FoundMessage | null> {
  const fields = `mentioned_comment.comment_id(${digits(commentId)}){id,text,timestamp,media{id,media_url}}`;
  const node = await nodeOf(road, road.accountId, fields);
  const comment = z.object({ mentioned_comment: Comment }).safeParse(node).data?.mentioned_comment;
  if (!comment) return null;
  const link = comment.media?.permalink;
  // Instagram does not say who wrote it.
  return { content: { text: comment.text ?? '', attachments: [] }, ...(link ? { permalink: link } : {}) };
}

async function captionOf(road: Road, mediaId: string): Promise<FoundMessage | null> {
  const media = await mentionedMedia(road, mediaId);
  if (!media) return null;
  return {
    ...(media.username ? { person: namedPerson(media.username, road.accountId) } : {}),
    content: { text: media.caption ?? '', attachments: pictureOf(media) },
    ...(media.permalink ? { permalink: media.permalink } : {}),
  };
}

async function ownComment(road: Road, commentId: string): Promise<FoundMessage | null> {
  const comment = Comment.safeParse(await nodeOf(road, commentId, 'id,text,timestamp,username,from{id,username}')).data;
  if (!comment) return null;
  const { from, username } = comment;
  const name = from?.username ?? username;
  return {
    ...(from
      ? { person: personOf(from.id, name, road.accountId) }
      : name
        ? { person: namedPerson(name, road.accountId) }
        : {}),
    content: { text: comment.text ?? '', attachments: [] },
  };
}

async function directMessage(road: Road, mid: string): Promise<FoundMessage | null> {
  const message = ListedMessage.safeParse(await nodeOf(road, mid, MESSAGE_FIELDS)).data;
  if (!message) return null;
  const { from } = message;
  return {
    ...(from && from.id !== road.accountId ? { person: personOf(from.id, from.username, road.accountId) } : {}),
    content: directContent(message),
  };
}

function postOf(media: Media, at: Date, isOurs: boolean): FoundPost {
  const counts = {
    ...(media.like_count === undefined ? {} : { reactions: media.like_count }),
    ...(media.comments_count === undefined ? {} : { comments: media.comments_count }),
  };
  return {
    ...(media.username ? { authorName: media.username } : {}),
    isOurs,
    content: { text: media.caption ?? '', attachments: pictureOf(media) },
    at,
    ...(media.permalink ? { permalink: media.permalink } : {}),
    ...(Object.keys(counts).length > 0 ? { counts } : {}),
  };
}

function pictureOf({ media_type: type, media_url: url, thumbnail_url: still }: Media): Attachment[] {
  if (type === 'VIDEO' && still) return [{ kind: 'image', source: { kind: 'url', url: still }, title: 'Video' }];
  if (!url) return [];
  return [{ kind: type === 'VIDEO' ? 'video' : 'image', source: { kind: 'url', url } }];
}

/** It is put between brackets in a question: nothing but a number may stand there. */
const digits = (given: string): string => given.replace(/\D/g, '');

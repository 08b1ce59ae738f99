import { pick } from '../meta/listing.ts';
import { fieldNames, innerOf } from './fields.ts';
import { type Account, type Comment, iso, type Line, type LineMessage, type Media, type State } from './state.ts';

const pictureOf = (id: string) => `https://scontent.example-cdn.test/${id}.jpg`;
const standing = (media: Media) => media.comments.filter(({ isDeleted }) => !isDeleted);
const newestFirst = <Item extends { readonly at: Date; readonly id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));

export const topLevel = (media: Media): Comment[] =>
  newestFirst(standing(media).filter(({ parent, isOnAd }) => parent === null && !isOnAd));
export const repliesTo = (comment: Comment): Comment[] =>
  standing(comment.media)
    .filter(({ parent }) => parent === comment)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

export function mediaNode(media: Media, fields: string, otherwise = 'id'): Record<string, unknown> {
  const isOurs = media.kind === 'own' || media.kind === 'live';
  return pick(
    {
      id: media.id,
      caption: isOurs ? media.caption : media.caption.replaceAll('@', ''),
      media_type: 'IMAGE',
      media_product_type: media.kind === 'live' ? 'LIVE' : 'FEED',
      media_url: pictureOf(media.id),
      thumbnail_url: undefined,
      permalink: `https://www.instagram.com/p/${Buffer.from(media.id).toString('base64url')}/`,
      timestamp: iso(media.at),
      username: media.username,
      like_count: 0,
      comments_count: standing(media).filter(({ isOnAd }) => !isOnAd).length,
      comments: {
        data: topLevel(media).map((one) =>
          pick({ id: one.id, text: one.text, timestamp: iso(one.at) }, 'text,timestamp', 'text'),
        ),
      },
    },
    fields || otherwise,
    otherwise,
  );
}

export function commentNode(
  comment: Comment,
  fields: string,
  otherwise = 'id,text,timestamp',
): Record<string, unknown> {
  const { account } = comment.media;
  const inner = innerOf(fields, 'replies');
  const replies = repliesTo(comment);
  return pick(
    {
      id: comment.id,
      text: comment.text,
      timestamp: iso(comment.at),
      username: comment.username,
      from: { id: comment.authorId === account.id ? account.listedAs : comment.authorId, username: comment.username },
      like_count: comment.likes,
      hidden: comment.isHidden,
      parent_id: comment.parent?.id,
      media: { id: comment.media.id },
      user: undefined,
      replies:
        comment.parent === null && replies.length > 0 && fieldNames(fields).includes('replies')
          ? { data: replies.map((one) => commentNode(one, inner)) }
          : undefined,
    },
    fields || otherwise,
    otherwise,
  );
}

/** Of somebody else's comment that names us: who wrote it is not among what can be asked. */
export const mentionedComment = (comment: Comment, fields: string): Record<string, unknown> =>
  pick(
    {
      id: comment.id,
      text: comment.text,
      timestamp: iso(comment.at),
      like_count: comment.likes,
      media: { id: comment.media.id, media_url: pictureOf(comment.media.id) },
    },
    fields,
    'id',
  );

const who = (line: Line, isOurs: boolean) =>
  isOurs
    ? { id: line.account.listedAs, username: line.account.username }
    : { id: line.igsid, username: line.persona.handle };

export function messageNode(line: Line, message: LineMessage, fields: string): Record<string, unknown> {
  const { file, story } = message;
  return pick(
    {
      id: message.mid,
      created_time: iso(message.at),
      from: who(line, message.isOurs),
      to: { data: [who(line, !message.isOurs)] },
      message: message.text,
      attachments: file ? { data: [fileNode(file)] } : undefined,
      shares: undefined,
      story: story ? { [story.is]: { id: story.id, link: story.url } } : undefined,
      reactions: undefined,
      is_unsupported: undefined,
      tags: undefined,
    },
    fields,
    'id,created_time',
  );
}

function fileNode({ url, type, name }: NonNullable<LineMessage['file']>): Record<string, unknown> {
  if (type.startsWith('image/')) return { id: url.slice(-20), mime_type: type, name, image_data: { url } };
  if (type.startsWith('video/')) return { id: url.slice(-20), mime_type: type, name, video_data: { url } };
  return { id: url.slice(-20), mime_type: type, name, file_url: url };
}

export function conversationNode(line: Line, fields: string, readable: number): Record<string, unknown> {
  const messages = line.messages.filter(({ isUnsent }) => !isUnsent);
  const inner = innerOf(fields, 'messages') || 'id,created_time';
  return pick(
    {
      id: line.id,
      updated_time: iso(line.messages.at(-1)?.at ?? new Date(0)),
      participants: { data: [who(line, true), who(line, false)] },
      messages: {
        data: messages
          .toReversed()
          .slice(0, readable)
          .map((one) => messageNode(line, one, inner)),
      },
    },
    fields || 'id,updated_time',
    'id,updated_time',
  );
}

export const accountNode = (state: State, account: Account): Record<string, unknown> => ({
  id: account.id,
  username: account.username,
  name: account.name,
  profile_picture_url: pictureOf(account.id),
  media_count: [...state.media.values()].filter(({ account: one, kind }) => one === account && kind === 'own').length,
});

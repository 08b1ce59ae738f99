import type { Attachment } from '../../core/channel/content.ts';
import type { Author, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalThreadId } from '../../core/ids.ts';
import type { Settings } from './credentials.ts';
import type { Comment, Message, Post, Thing } from './shapes.ts';

const SITE = 'https://www.reddit.com';
export const linkOf = (path: string | undefined): string | undefined =>
  path?.startsWith('/') ? `${SITE}${path}` : undefined;

export function isOwnSubreddit(subreddit: string | undefined, { subreddits, username }: Settings): boolean {
  const name = subreddit?.toLowerCase();
  return name !== undefined && (subreddits.includes(name) || name === `u_${username.toLowerCase()}`);
}

export function isOurs({ author, author_fullname }: Thing['data'], account: ExternalAccountId, { username }: Settings) {
  if (author_fullname !== undefined) return author_fullname === account;
  return username !== '' && author?.toLowerCase() === username.toLowerCase();
}

export function authorOf(data: Thing['data'], account: ExternalAccountId, settings: Settings): Author {
  if (isOurs(data, account, settings)) return { kind: 'business' };
  const { author, author_fullname } = data;
  if (author === '[deleted]') return { kind: 'unknown' };
  // names on Reddit never change; the account's fullname is missing in some old messages
  const id = author_fullname ?? (author ? `u/${author}` : undefined);
  if (id === undefined) return { kind: 'unknown' };
  return {
    kind: 'contact',
    person: { id: id as ExternalIdentityId, scope: '', ...(author ? { handle: author } : {}) },
  };
}

const place = (subreddit: string | undefined, settings: Settings) =>
  isOwnSubreddit(subreddit, settings) ? ('owned_public' as const) : ('earned' as const);

export function postThread(post: Post, settings: Settings): ThreadRef {
  const permalink = linkOf(post.permalink);
  return {
    id: post.name as ExternalThreadId,
    kind: 'post',
    reach: place(post.subreddit, settings),
    ...(post.title === '' ? {} : { title: post.title }),
    ...(permalink ? { permalink } : {}),
    remote: remoteOf(post),
  };
}

/** Comments in the inbox of long ago do not name their post, but say where they stand. */
export function commentThread(comment: Comment, settings: Settings): ThreadRef | null {
  const where = comment.permalink ?? comment.context;
  const named = /\/comments\/([a-z0-9]+)/.exec(where ?? '')?.[1];
  const id = comment.link_id ?? (named === undefined ? undefined : `t3_${named}`);
  if (id === undefined) return null;
  const permalink = comment.subreddit ? `${SITE}/r/${comment.subreddit}/comments/${id.slice(3)}/` : undefined;
  return {
    id: id as ExternalThreadId,
    kind: 'post',
    reach: place(comment.subreddit, settings),
    ...(comment.link_title ? { title: comment.link_title } : {}),
    ...(permalink ? { permalink } : {}),
    remote: remoteOf(comment),
  };
}

export function messageThread(message: Message, author: Author): ThreadRef {
  return {
    id: (message.first_message_name ?? message.name) as ExternalThreadId,
    kind: 'direct',
    reach: 'owned_private',
    ...(message.subject ? { title: message.subject } : {}),
    ...(author.kind === 'contact' ? { counterpart: author.person } : {}),
    remote: {},
  };
}

export function remoteOf({ subreddit, locked, archived, permalink }: Thing['data']) {
  return {
    ...(subreddit === undefined ? {} : { subreddit }),
    ...(locked || archived ? { isClosed: true } : {}),
    ...(permalink === undefined ? {} : { permalink }),
  };
}

/** Pictures stand in the Markdown as `![img](id)`, and beside it with their addresses. */
export function contentOf(thing: Thing) {
  const { kind, data } = thing;
  const pictures = Object.entries(data.media_metadata ?? {}).flatMap(
    ([key, media]): (Attachment & { key: string })[] => {
      if (media?.status !== 'valid' || media.e === 'RedditVideo') return [];
      const attachment = { kind: 'image', source: { kind: 'url', url: media.s.u } } as const;
      return [{ key, ...attachment, ...(media.m ? { mimeType: media.m } : {}) }];
    },
  );
  let words = kind === 't3' ? [data.title, data.selftext].filter(Boolean).join('\n\n') : data.body;
  // no `[` within: else a text of nothing but `![` takes seconds to read
  for (const { key } of pictures)
    words = words.replaceAll(new RegExp(`!\\[[^[\\]]*\\]\\(${escaped(key)}[^)[]*\\)`, 'g'), '');
  const attachments: Attachment[] = pictures.map(({ key: _, ...picture }) => picture);
  if (kind === 't3' && data.is_self === false && data.url !== undefined && attachments.length === 0)
    attachments.push(
      data.post_hint === 'image'
        ? { kind: 'image', source: { kind: 'url', url: data.url } }
        : { kind: 'link', source: { kind: 'none' }, href: data.url, title: data.title },
    );
  return { text: words.trim(), attachments, ...(kind === 't4' && data.subject ? { subject: data.subject } : {}) };
}

const escaped = (key: string): string => key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function countsOf({ score, num_comments }: Post) {
  if (score === undefined && num_comments === undefined) return undefined;
  return {
    ...(score === undefined ? {} : { reactions: Math.max(0, score) }),
    ...(num_comments === undefined ? {} : { comments: Math.max(0, num_comments) }),
  };
}

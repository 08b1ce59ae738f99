import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent, PostCounts, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { didOf, permalinkOf } from './at-uri.ts';
import { attachmentsOf } from './embeds.ts';
import type { PostView, StrongRef } from './lexicon.ts';
import { contactOf, isBot } from './person.ts';

/** A post's view, or as much of it as a notification carries. */
export type PostFacts = PostView;

/** The first post of the thread that a post stands in: itself, when it answers nothing. */
export const rootOf = (post: PostFacts): StrongRef => post.record.reply?.root ?? { uri: post.uri, cid: post.cid };

/** What is needed to answer a post or to act on it again. */
export interface PostRemote {
  readonly cid: string;
  readonly root: StrongRef;
  readonly [key: string]: string | StrongRef;
}
export const remoteOf = (post: PostFacts): PostRemote => ({ cid: post.cid, root: rootOf(post) });

/** Ordered by when the network took it in: the time that a client claims can be 1970. */
export function postEvent(post: PostFacts, account: ExternalAccountId, isHistory: boolean): ChannelEvent {
  const isOurs = post.author.did === account;
  const reply = post.record.reply;
  const common = {
    account,
    thread: threadOf(post, account),
    content: contentOf(post),
    ...optional('permalink', permalinkOf(post.uri)),
    remote: { ...remoteOf(post) },
  };
  // our own post opens nothing; our own answer belongs to the conversation that it answers
  if (isOurs && !reply)
    return {
      kind: 'post',
      ...common,
      author: { kind: 'business' },
      at: post.indexedAt,
      ...optional('counts', countsOf(post)),
    };
  return {
    kind: 'message',
    ...common,
    id: post.uri as ExternalMessageId,
    author: isOurs ? { kind: 'business' } : contactOf(post.author),
    ...(reply ? { parent: reply.parent.uri as ExternalMessageId } : {}),
    sentAt: post.indexedAt,
    ...(!isOurs && isBot(post.author) ? { automatic: 'bot' as const } : {}),
    ...(isHistory ? { isHistory } : {}),
  };
}

export function contentOf(post: PostFacts): Content {
  return { text: post.record.text, attachments: attachmentsOf(post) };
}

export function countsOf(post: PostFacts): PostCounts | undefined {
  const { likeCount, replyCount, repostCount, quoteCount } = post;
  if (likeCount === undefined && replyCount === undefined && repostCount === undefined) return undefined;
  return { reactions: likeCount ?? 0, comments: replyCount ?? 0, shares: (repostCount ?? 0) + (quoteCount ?? 0) };
}

function threadOf(post: PostFacts, account: ExternalAccountId): ThreadRef {
  const root = rootOf(post);
  return {
    id: root.uri as ExternalThreadId,
    kind: 'post',
    reach: didOf(root.uri) === account ? 'owned_public' : 'earned',
    ...(root.uri === post.uri && post.record.text !== '' ? { title: firstWords(post.record.text) } : {}),
    ...optional('permalink', permalinkOf(root.uri)),
    remote: { root },
  };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
function firstWords(text: string): string {
  const letters = [...graphemes.segment(text.replaceAll(/\s+/g, ' ').trim())].map(({ segment }) => segment);
  return letters.length <= 80 ? letters.join('') : `${letters.slice(0, 79).join('')}…`;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent, PostCounts, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { attachmentsOf, permalinkOf } from './attachments.ts';
import { authorOf } from './person.ts';
import type { Includes, Post } from './shapes.ts';
import { calledIn } from './summoned.ts';
import { reference, wordsOf } from './words.ts';

export interface Beside {
  readonly includes: Includes;
  readonly isOurRoot: boolean;
  readonly isHistory: boolean;
  /** A listening rule's search found it. */
  readonly isListened?: boolean;
}

/** An edited post has a new id; the first one stays its name. */
export const nameOf = (post: Post): ExternalMessageId =>
  (post.edit_history_tweet_ids?.[0] ?? post.id) as ExternalMessageId;

export function postEvents(post: Post, account: ExternalAccountId, beside: Beside): ChannelEvent[] {
  const { includes, isHistory } = beside;
  const author = authorOf(post.author_id, includes.users, account);
  const reposted = reference(post, 'retweeted');
  if (reposted !== undefined) return [repostEvent(post, reposted, account, includes)];

  const isOurs = author.kind === 'business';
  const username = includes.users.find(({ id }) => id === post.author_id)?.username;
  const common = {
    account,
    thread: threadOf(post, account, beside),
    author,
    content: contentOf(post, includes),
    permalink: permalinkOf(post.id, username),
    remote: { id: post.id, author: post.author_id ?? null, called: calledIn(post, includes) },
  };
  const parent = reference(post, 'replied_to');
  // our own post opens nothing, also when it begins with a name; our own answer belongs to what it answers
  if (isOurs && parent === undefined) {
    const counts = countsOf(post);
    return [{ kind: 'post', ...common, at: post.created_at, ...(counts ? { counts } : {}) }];
  }
  const said: ChannelEvent = {
    kind: 'message',
    ...common,
    id: nameOf(post),
    ...(parent === undefined ? {} : { parent: parent as ExternalMessageId }),
    sentAt: post.created_at,
    ...(isHistory ? { isHistory } : {}),
    ...(beside.isListened && !isOurs && !speaksTo(post, account, common) ? { isOverheard: true } : {}),
  };
  const isEdited = (post.edit_history_tweet_ids?.length ?? 1) > 1;
  return isEdited
    ? [said, { kind: 'edit', account, id: nameOf(post), content: common.content, at: post.created_at }]
    : [said];
}

/** A mention, a quote, an answer to us, or something below what we wrote. */
function speaksTo(
  post: Post,
  account: ExternalAccountId,
  { thread, remote }: { readonly thread: ThreadRef; readonly remote: { readonly called: readonly string[] } },
): boolean {
  return remote.called.includes(account) || post.in_reply_to_user_id === account || thread.reach === 'owned_public';
}

export const contentOf = (post: Post, includes: Includes): Content => ({
  text: wordsOf(post),
  attachments: attachmentsOf(post, includes),
});

export function countsOf({ public_metrics: metrics }: Post): PostCounts | undefined {
  if (!metrics) return undefined;
  return {
    reactions: metrics.like_count ?? 0,
    comments: metrics.reply_count ?? 0,
    shares: (metrics.retweet_count ?? 0) + (metrics.quote_count ?? 0),
  };
}

function repostEvent(
  post: Post,
  target: string,
  account: ExternalAccountId,
  { users, tweets }: Includes,
): ChannelEvent {
  const isOfOurs = tweets.some(({ id, author_id: by }) => id === target && by === account);
  if (!isOfOurs) return { kind: 'ignored', why: 'A repost of what somebody else wrote says nothing new.' };
  return {
    kind: 'reaction',
    account,
    target: target as ExternalMessageId,
    by: authorOf(post.author_id, users, account),
    reaction: 'repost',
    isRemoved: false,
    at: post.created_at,
  };
}

function threadOf(post: Post, account: ExternalAccountId, { includes, isOurRoot }: Beside): ThreadRef {
  const root = post.conversation_id ?? post.id;
  const isRoot = root === post.id || root === nameOf(post);
  const rootAuthor = isRoot ? post.author_id : includes.tweets.find(({ id }) => id === root)?.author_id;
  const username = includes.users.find(({ id }) => id === rootAuthor)?.username;
  const words = isRoot ? wordsOf(post) : '';
  return {
    id: root as ExternalThreadId,
    kind: 'post',
    reach: isOurRoot || rootAuthor === account ? 'owned_public' : 'earned',
    ...(words === '' ? {} : { title: firstWords(words) }),
    permalink: permalinkOf(root, username),
    remote: { id: root },
  };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
function firstWords(text: string): string {
  const all = [...letters.segment(text.replaceAll(/\s+/g, ' '))].map(({ segment }) => segment);
  return all.length <= 80 ? all.join('') : `${all.slice(0, 79).join('')}…`;
}

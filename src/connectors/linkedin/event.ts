import type { Author, ChannelEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import type { Notification } from './notification.ts';
import { commentUrn, organizationUrn, permalinkOf, readCommentUrn } from './urn.ts';

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });
const TITLE = 80;

interface Spot {
  readonly at: Date;
  readonly isHistory: boolean;
}

export function eventOf(one: Notification, { at: receivedAt, isHistory }: Spot): ChannelEvent {
  const organization = /^urn:li:organization(?:Brand)?:(\d+)$/.exec(one.organizationalEntity)?.[1];
  if (!organization) return ignored('a notification that does not say for which Page');
  const spot = { account: organization as ExternalAccountId, at: one.lastModifiedAt ?? receivedAt, isHistory };
  switch (one.action) {
    case 'COMMENT':
    case 'ADMIN_COMMENT':
    case 'COMMENT_EDIT':
    case 'COMMENT_DELETE':
      return commentEvent(one, spot);
    case 'SHARE_MENTION':
    case 'SHARE':
      return shareEvent(one, spot);
    case 'LIKE':
      return ignored('a like, of which LinkedIn does not say surely who liked what');
    default:
      return ignored(`a notification of the unknown kind "${one.action.slice(0, 80)}"`);
  }
}

type At = Spot & { readonly account: ExternalAccountId };

function commentEvent(one: Notification, { account, at, isHistory }: At): ChannelEvent {
  const made = one.decoratedGeneratedActivity?.comment;
  const name = readCommentUrn(made?.entity ?? '') ?? readCommentUrn(one.generatedActivity ?? '');
  if (!name) return ignored('a comment without its name');
  const id = commentUrn(name);
  const words = made?.text ?? made?.message;
  if (one.action === 'COMMENT_DELETE') return { kind: 'deletion', account, id, at };
  if (one.action === 'COMMENT_EDIT') {
    if (words === undefined) return ignored('a changed comment without its words');
    return { kind: 'edit', account, id, content: { text: words, attachments: [] }, at };
  }
  const isOurs = one.action === 'ADMIN_COMMENT';
  const author = isOurs ? ({ kind: 'business' } as const) : authorOf(made?.owner ?? made?.actor, account);
  // an answer names the comment that it answers, a comment the post
  const parent = readCommentUrn(made?.parentComment ?? '') ?? readCommentUrn(made?.object ?? '');
  const post = name.post;
  return {
    kind: 'message',
    account,
    id,
    thread: threadOf(post, one.decoratedSourcePost?.text, 'owned_public'),
    author,
    ...(parent ? { parent: commentUrn(parent) } : {}),
    content: { text: words ?? '', attachments: [] },
    sentAt: at,
    permalink: permalinkOf(post),
    remote: { post, ...(parent ? { parent: commentUrn(parent) } : {}) },
    ...(words === undefined || author.kind === 'unknown' ? { isPartial: true } : {}),
    ...(isHistory ? { isHistory } : {}),
  };
}

/** A post of somebody else that names the Page, or that shows a post of ours with words of their own. */
function shareEvent(one: Notification, { account, at, isHistory }: At): ChannelEvent {
  const made = one.decoratedGeneratedActivity?.share;
  const isMention = one.action === 'SHARE_MENTION';
  const post = made?.entity ?? one.generatedActivity ?? (isMention ? one.sourcePost : undefined);
  if (post === undefined || readCommentUrn(post)) return ignored('a post of somebody without its name');
  const source = isMention ? one.decoratedSourcePost : undefined;
  const words = made?.text ?? made?.message ?? source?.text;
  if (!words?.trim()) return ignored('a post of somebody without words');
  const author = authorOf(made?.owner ?? made?.actor ?? source?.owner, account);
  if (author.kind === 'business') return ignored('a post of our own');
  return {
    kind: 'message',
    account,
    id: post as string as ExternalMessageId,
    thread: threadOf(post, words, 'earned'),
    author,
    content: { text: words, attachments: [] },
    sentAt: at,
    permalink: permalinkOf(post),
    remote: { post },
    ...(isHistory ? { isHistory } : {}),
  };
}

/** Numbers of members are good for one app only, and LinkedIn gives no name with them. */
export function authorOf(owner: string | undefined, account: ExternalAccountId): Author {
  if (owner === undefined) return { kind: 'unknown' };
  if (owner === organizationUrn(account)) return { kind: 'business' };
  return { kind: 'contact', person: { id: owner as string as ExternalIdentityId, scope: account } };
}

function threadOf(post: string, words: string | undefined, reach: ThreadRef['reach']): ThreadRef {
  const title = words?.trim().split('\n')[0]?.slice(0, TITLE);
  return {
    id: post as ExternalThreadId,
    kind: 'post',
    reach,
    ...(title ? { title: title.toWellFormed() } : {}),
    permalink: permalinkOf(post),
    remote: { post },
  };
}

import type { ParseContext, RawEntry } from '../../../core/channel/connector.ts';
import type { Attachment, Content } from '../../../core/channel/content.ts';
import type { ChannelEvent, ThreadRef } from '../../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../../core/ids.ts';
import { jsonIn } from '../json.ts';
import { HISTORY_HEADER } from '../pulled-entry.ts';
import { PulledReview } from './entry.ts';

/** One review as every network of reviews has it: stars, words, and at most one answer of ours. */
export interface Review {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** Where or with what it was written: a country, a version, a device. */
  readonly about?: string;
  readonly stars: number | null;
  readonly authorName?: string;
  readonly avatarUrl?: string;
  readonly attachments?: readonly Attachment[];
  readonly permalink?: string;
  /** When it was written; where the network keeps the last change only, that. */
  readonly saidAt: Date;
  readonly changedAt: Date;
  readonly answer: Answer | null;
}
export interface Answer {
  /** Another one for each answer that is made, also after an earlier one was deleted. */
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  /** Why the network does not show it. */
  readonly problem?: string;
}

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

/** Reads what the walk of a list of reviews kept. `read` says in words what it cannot read. */
export function reviewEvents(
  entry: RawEntry,
  { account, receivedAt }: ParseContext,
  read: (raw: unknown, account: ExternalAccountId) => Review | string,
): readonly ChannelEvent[] {
  if (account === null) return [ignored('It was read for no account.')];
  const pulled = PulledReview.safeParse(jsonIn(entry.body)).data;
  if (!pulled) return [ignored('It is neither a review nor the end of one.')];
  if ('gone' in pulled)
    return [{ kind: 'deletion', account, id: pulled.gone as ExternalMessageId, at: pulled.at ?? receivedAt }];
  const review = read(pulled.review, account);
  if (typeof review === 'string') return [ignored(review)];
  const isHistory = entry.headers[HISTORY_HEADER] !== undefined;
  return [
    ...saidEvents(review, account, pulled.isEdited, isHistory),
    ...answerEvents(review, account, pulled.answer, isHistory),
  ];
}

/** The edit comes with the message: whoever has the review learns what it says now, whoever has not gets it whole. */
function saidEvents(review: Review, account: ExternalAccountId, isEdited: boolean, isHistory: boolean): ChannelEvent[] {
  const id = review.id as ExternalMessageId;
  const content = contentOf(review);
  const events: ChannelEvent[] = [
    {
      kind: 'message',
      account,
      id,
      thread: threadOf(review),
      author: { kind: 'contact', person: personOf(review, account) },
      content,
      sentAt: review.saidAt,
      ...(review.permalink ? { permalink: review.permalink } : {}),
      ...(isHistory ? { isHistory } : {}),
    },
  ];
  if (isEdited) events.push({ kind: 'edit', account, id, content, at: review.changedAt });
  return events;
}

function answerEvents(
  review: Review,
  account: ExternalAccountId,
  seen: Extract<PulledReview, { review: unknown }>['answer'],
  isHistory: boolean,
): ChannelEvent[] {
  if (!seen) return [];
  const id = seen.id as ExternalMessageId;
  if (seen.change === 'gone') return [{ kind: 'deletion', account, id, at: seen.at }];
  if (!review.answer) return [];
  const { text, at, problem } = review.answer;
  const content: Content = { text, attachments: [] };
  const failed: ChannelEvent[] = problem
    ? [{ kind: 'delivery', account, ids: [id], status: 'failed', detail: problem, at }]
    : [];
  if (seen.change === 'edited') return [{ kind: 'edit', account, id, content, at }, ...failed];
  return [
    {
      kind: 'message',
      account,
      id,
      thread: threadOf(review),
      author: { kind: 'business' },
      parent: review.id as ExternalMessageId,
      content,
      sentAt: at,
      remote: { review: review.id },
      ...(isHistory ? { isHistory } : {}),
    },
    ...failed,
  ];
}

const threadOf = (review: Review): ThreadRef => ({
  id: review.id as ExternalThreadId,
  kind: 'review',
  reach: 'owned_public',
  ...(review.about ? { title: review.about } : {}),
  ...(review.permalink ? { permalink: review.permalink } : {}),
});

/** None of these networks says who somebody is, and names repeat: two people with one name must not become one. */
const personOf = (review: Review, account: ExternalAccountId) => ({
  id: review.id as ExternalIdentityId,
  scope: account,
  ...(review.authorName ? { name: review.authorName } : {}),
  ...(review.avatarUrl ? { avatarUrl: review.avatarUrl } : {}),
});

const contentOf = ({ text, title, stars, attachments = [] }: Review): Content => ({
  text,
  attachments,
  ...(title ? { subject: title } : {}),
  ...(stars === null ? {} : { rating: { stars, of: 5 } }),
});

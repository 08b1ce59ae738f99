import { z } from 'zod';
import type { ParseContext } from '../../core/channel/connector.ts';
import type { Attachment } from '../../core/channel/content.ts';
import type { ChannelEvent, MessageEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { parseJson } from '../shared/json.ts';
import { id, millis, whyNot } from '../shared/shapes.ts';
import { FeedValue, RatingValue } from './change.ts';
import { readComment } from './comment.ts';
import { ListedComment, ListedPost, ListedRating } from './listed-shapes.ts';
import { attachmentOf } from './media.ts';
import { readMention } from './mention.ts';
import { readPost } from './post.ts';
import { readRating } from './rating.ts';

const common = {
  isHistory: z.boolean(),
  /** It stood there before, and in another way. */
  isChanged: z.boolean(),
  /** When it stood there so, in milliseconds. */
  seenAt: millis,
};
/** What the source puts into the ledger: one thing of one of the Page's lists, as it stood there. */
const Listed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), ...common, post: ListedPost }),
  z.object({
    kind: z.literal('comment'),
    ...common,
    post: ListedPost.pick({ id: true, permalink_url: true }),
    comment: ListedComment,
  }),
  z.object({ kind: z.literal('tagged'), ...common, post: ListedPost }),
  z.object({ kind: z.literal('rating'), ...common, rating: ListedRating }),
  z.object({ kind: z.literal('gone'), seenAt: millis, id }),
]);
type Of<Kind> = z.infer<typeof Listed> & { readonly kind: Kind };

/** Lists lag: what was changed in the last minute is left to its webhook. */
const LAG_MS = 60_000;

export function readListed(body: Uint8Array, account: ParseContext['account']): ChannelEvent[] {
  if (account === null) return [ignored('read from a list of no inbox')];
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const listed = Listed.safeParse(json);
  if (!listed.success) return [ignored(`something listed that cannot be read: ${whyNot(listed.error)}`)];
  const { data } = listed;
  switch (data.kind) {
    case 'post':
      return readListedPost(data, account);
    case 'comment':
      return readListedComment(data, account);
    case 'tagged':
      return readTagged(data, account);
    case 'rating':
      return readListedRating(data, account);
    case 'gone':
      return [{ kind: 'deletion', account, id: data.id as ExternalMessageId, at: data.seenAt }];
  }
}

const inSeconds = (at: Date) => Math.floor(at.getTime() / 1000);
const spotOf = (account: ExternalAccountId, at: Date) => ({ pageId: account, at });

function readListedPost(listed: Of<'post'>, account: ExternalAccountId): ChannelEvent[] {
  const { post } = listed;
  const value = FeedValue.parse({ ...postValue(post), item: 'status' });
  const event = readPost(value, spotOf(account, post.created_time));
  const attachments = filesOf(post);
  if (event.kind === 'post') {
    // A post of which nothing can be read gives no context.
    if (event.content.text === '' && attachments.length === 0) return [ignored('a post of the Page without words')];
    return [{ ...event, content: { ...event.content, attachments } }];
  }
  return event.kind === 'message' ? asItStands(event, attachments, listed, post.is_hidden) : [event];
}

function readListedComment(listed: Of<'comment'>, account: ExternalAccountId): ChannelEvent[] {
  const { post, comment } = listed;
  const value = FeedValue.parse({
    item: 'comment',
    from: comment.from,
    post_id: post.id,
    comment_id: comment.id,
    parent_id: comment.parent?.id ?? post.id,
    post: { permalink_url: post.permalink_url },
    message: comment.message,
    created_time: inSeconds(comment.created_time),
    permalink_url: comment.permalink_url,
  });
  const event = readComment(value, spotOf(account, comment.created_time));
  if (event.kind !== 'message') return [event];
  const attachments = comment.attachment ? [attachmentOf(comment.attachment)] : [];
  return asItStands(event, attachments, listed, comment.is_hidden);
}

function readTagged(listed: Of<'tagged'>, account: ExternalAccountId): ChannelEvent[] {
  const { post } = listed;
  const value = FeedValue.parse({
    ...postValue(post),
    item: 'post',
    sender_id: post.from?.id,
    sender_name: post.from?.name,
  });
  const event = readMention(value, spotOf(account, post.created_time));
  return event.kind === 'message' ? asItStands(event, filesOf(post), listed, false) : [event];
}

function readListedRating(
  { rating, isHistory, isChanged, seenAt }: Of<'rating'>,
  account: ExternalAccountId,
): ChannelEvent[] {
  const value = (verb: string) =>
    RatingValue.parse({
      item: 'rating',
      verb,
      reviewer_id: rating.reviewer?.id,
      reviewer_name: rating.reviewer?.name,
      recommendation_type: rating.recommendation_type,
      rating: rating.rating,
      review_text: rating.review_text,
      open_graph_story_id: rating.open_graph_story?.id,
      created_time: inSeconds(rating.created_time),
    });
  const said = readRating(value('add'), spotOf(account, rating.created_time));
  if (said.kind !== 'message') return [said];
  const edit = isChanged ? readRating(value('edited'), spotOf(account, seenAt)) : undefined;
  return [
    { ...said, ...(isHistory ? { isHistory: true } : {}) },
    ...(edit?.kind === 'edit' ? [{ ...edit, at: seenAt }] : []),
  ];
}

const postValue = (post: ListedPost) => ({
  from: post.from,
  post_id: post.id,
  message: post.message,
  story: post.story,
  created_time: inSeconds(post.created_time),
  permalink_url: post.permalink_url,
});

function filesOf({ attachments, full_picture: picture }: ListedPost): readonly Attachment[] {
  const files = (attachments?.data ?? []).map(attachmentOf);
  return files.length === 0 && picture ? [{ kind: 'image', source: { kind: 'url', url: picture } }] : files;
}

/** The message as the webhook would have told it, and what the list shows of its later fate. */
function asItStands(
  { isPartial: _, ...event }: MessageEvent,
  attachments: readonly Attachment[],
  { isHistory, isChanged, seenAt }: { readonly isHistory: boolean; readonly isChanged: boolean; readonly seenAt: Date },
  isHidden: boolean | undefined,
): ChannelEvent[] {
  const { account, id: messageId, author, sentAt } = event;
  const { text } = event.content;
  const isEmpty = text.trim() === '' && attachments.length === 0;
  const said: MessageEvent = {
    ...event,
    content: { text, attachments },
    ...(isHistory ? { isHistory: true } : {}),
    ...(author.kind === 'unknown' || isEmpty ? { isPartial: true } : {}),
  };
  const at = new Date(seenAt.getTime() - LAG_MS);
  // The list does not say that something was edited: where its words are others than those we have, it was.
  const isEdit = text !== '' && (isChanged || (!isHistory && author.kind === 'contact')) && at > sentAt;
  return [
    said,
    ...(isEdit ? [{ kind: 'edit' as const, account, id: messageId, content: { text, attachments: [] }, at }] : []),
    ...(isHidden || isChanged
      ? [{ kind: 'visibility' as const, account, id: messageId, isHidden: isHidden === true, at: seenAt }]
      : []),
  ];
}

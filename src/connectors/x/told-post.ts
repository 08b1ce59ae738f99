import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { id, lenient, whyNot } from '../shared/shapes.ts';
import { beside } from './beside.ts';
import { ignored } from './ignored.ts';
import { postEvents } from './parse-post.ts';
import { type Media, type Post, PulledPost } from './shapes.ts';
import { personOfV1 } from './v1-person.ts';
import { reference } from './words.ts';

const Answering = z.looseObject({
  in_reply_to_tweet_id: lenient(id),
  in_reply_to_post_id: lenient(id),
  referenced_tweets: lenient(z.array(z.unknown())),
  referenced_posts: lenient(z.array(z.unknown())),
});

/**
 * A post in the shape of v2 that X told of by itself: read as if it stood in a list, so that both are one. What it leaves
 * out and a list has is left to the list, which comes within a minute.
 */
export function toldPost(
  raw: unknown,
  includes: unknown,
  account: ExternalAccountId,
  /** It was told because it quotes the account. */
  isQuote = false,
): readonly ChannelEvent[] {
  const whole = withParent(raw);
  const read = PulledPost.safeParse({ post: whole, includes: beside(whole, unwrapped(includes)) });
  if (!read.success) return [ignored(`The post is not complete: ${whyNot(read.error)}`)];
  const { post } = read.data;
  if (reference(post, 'retweeted') !== undefined)
    return [ignored('A repost of what somebody else wrote says nothing new.')];
  const parent = reference(post, 'replied_to');
  if (parent !== undefined && post.conversation_id === undefined)
    return [ignored('X does not say in which conversation this answer stands; it comes by polling.')];
  const { users, media, tweets } = read.data.includes;
  // whose the posts are that it points at decides whether it may be answered, and whose the thread is
  const pointedAt = [
    { id: parent, author_id: post.in_reply_to_user_id },
    { id: isQuote ? reference(post, 'quoted') : undefined, author_id: account },
  ].flatMap(({ id: at, author_id }) =>
    at === undefined || tweets.some((one) => one.id === at) ? [] : [{ id: at, author_id }],
  );
  const known = { users, media, tweets: [...tweets, ...pointedAt] };
  const events = postEvents(post, account, { includes: known, isOurRoot: false, isHistory: false });
  return isCut(post) || lacksMedia(post, media) ? events.map(asked) : events;
}

/** Who is answered stands twice; in some events only outside of the list of what is pointed at. */
function withParent(raw: unknown): unknown {
  const { data } = Answering.safeParse(raw);
  const parent = data?.in_reply_to_tweet_id ?? data?.in_reply_to_post_id;
  if (!data || parent === undefined) return raw;
  const references = data.referenced_tweets ?? data.referenced_posts ?? [];
  const isNamed = references.some((one) => Reply.safeParse(one).success);
  return isNamed ? raw : { ...data, referenced_tweets: [...references, { type: 'replied_to', id: parent }] };
}
const Reply = z.looseObject({ type: z.literal('replied_to') });

const Included = z.looseObject({
  users: lenient(z.array(z.unknown())),
  tweets: lenient(z.array(z.unknown())),
  posts: lenient(z.array(z.unknown())),
});
/** In some events people are wrapped once more. */
function unwrapped(includes: unknown): Readonly<Record<string, unknown>> {
  const { data } = Included.safeParse(includes);
  return data ? { ...data, users: (data.users ?? []).flatMap((one) => personOfV1(one) ?? []) } : {};
}

/** Of a long post the text ends with its own address, where the whole does not stand beside it. */
const isCut = ({ text, note_tweet: whole }: Post): boolean => !whole && /…\s*https:\/\/t\.co\/\w+\s*$/.test(text);

const lacksMedia = ({ attachments }: Post, media: readonly Media[]): boolean =>
  (attachments?.media_keys ?? []).some((key) => !media.some((one) => one.media_key === key));

/** The network is asked for the rest. */
const asked = (event: ChannelEvent): ChannelEvent =>
  event.kind === 'message' && event.author.kind === 'contact' ? { ...event, isPartial: true } : event;

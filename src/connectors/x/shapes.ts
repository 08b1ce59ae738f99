import { z } from 'zod';
import { id, lenient, moment, text, webUrl } from '../shared/shapes.ts';

/** X is renaming "tweet" to "post": the old name of a field is sent, either is read. Source: OpenAPI 2.167, as of 2026-08. */
const either = (before: string, after: string) => (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return before in fields || !(after in fields) ? value : { ...fields, [before]: fields[after] };
};
const renamed = <Schema extends z.ZodType>(names: readonly (readonly [string, string])[], schema: Schema) =>
  z.preprocess((value) => names.reduce((now, [before, after]) => either(before, after)(now), value), schema);

/** Odd elements are left out, good ones kept. */
export const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((all) =>
      all.flatMap((one): z.output<Schema>[] => {
        const read = schema.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

const count = lenient(z.number().nonnegative());

export const User = z.looseObject({
  id,
  name: lenient(text),
  username: lenient(text),
  profile_image_url: lenient(webUrl),
  public_metrics: lenient(z.looseObject({ followers_count: count })),
});
export type User = z.infer<typeof User>;

const Reference = z.looseObject({ type: z.string(), id });
const Link = z.looseObject({
  url: z.string().min(1),
  expanded_url: lenient(text),
  title: lenient(text),
  media_key: lenient(z.string()),
});
const Mention = z.looseObject({ username: lenient(z.string()), id: lenient(id) });
const Entities = z.looseObject({ urls: listOf(Link), mentions: listOf(Mention) });
const MediaKeys = z.looseObject({ media_keys: lenient(z.array(z.string())) });

export const Post = renamed(
  [
    ['referenced_tweets', 'referenced_posts'],
    ['edit_history_tweet_ids', 'edit_history_post_ids'],
    ['note_tweet', 'note_post'],
  ],
  z.looseObject({
    id,
    text,
    author_id: lenient(id),
    created_at: moment,
    conversation_id: lenient(id),
    in_reply_to_user_id: lenient(id),
    referenced_tweets: listOf(Reference),
    edit_history_tweet_ids: lenient(z.array(id)),
    entities: lenient(Entities),
    attachments: lenient(MediaKeys),
    note_tweet: lenient(z.looseObject({ text, entities: lenient(Entities) })),
    public_metrics: lenient(
      renamed(
        [['retweet_count', 'repost_count']],
        z.looseObject({ like_count: count, reply_count: count, retweet_count: count, quote_count: count }),
      ),
    ),
  }),
);
export type Post = z.infer<typeof Post>;

/** What a page names beside the list; of a post that is pointed at, often without its time. */
export const Named = renamed(
  [['note_tweet', 'note_post']],
  z.looseObject({ id, text: lenient(text), author_id: lenient(id) }),
);
export type Named = z.infer<typeof Named>;

export const Media = z.looseObject({
  media_key: z.string().min(1),
  type: text,
  url: lenient(webUrl),
  preview_image_url: lenient(webUrl),
  alt_text: lenient(text),
  variants: listOf(z.looseObject({ url: webUrl, content_type: lenient(z.string()), bit_rate: lenient(z.number()) })),
});
export type Media = z.infer<typeof Media>;

export const Includes = renamed(
  [['tweets', 'posts']],
  z.looseObject({ users: listOf(User), tweets: listOf(Named), media: listOf(Media) }),
);
export type Includes = z.infer<typeof Includes>;
export const NOTHING_INCLUDED: Includes = { users: [], tweets: [], media: [] };

export const DirectMessage = z.looseObject({
  id,
  event_type: z.string(),
  text: lenient(text),
  sender_id: lenient(id),
  dm_conversation_id: id,
  created_at: moment,
  entities: lenient(Entities),
  attachments: lenient(MediaKeys),
  referenced_tweets: listOf(z.looseObject({ id })),
});
export type DirectMessage = z.infer<typeof DirectMessage>;

/** One thing that was read, as the ledger keeps it: with what the page named beside it. */
export const PulledPost = z.looseObject({
  post: Post,
  includes: Includes.catch(NOTHING_INCLUDED).default(NOTHING_INCLUDED),
  /** The thread was begun by the account. */
  isOurRoot: lenient(z.boolean()),
});
export const PulledMessage = z.looseObject({
  dm: DirectMessage,
  includes: Includes.catch(NOTHING_INCLUDED).default(NOTHING_INCLUDED),
});

/** What stands beside a list: the rest of a page and how to go on. */
export const Page = z.looseObject({
  data: z.array(z.unknown()).catch([]).default([]),
  includes: z.record(z.string(), z.unknown()).catch({}).default({}),
  meta: z
    .looseObject({ next_token: lenient(z.string().min(1)) })
    .catch({})
    .default({}),
});

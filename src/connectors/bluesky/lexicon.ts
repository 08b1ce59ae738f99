import { z } from 'zod';
import { isStorable, moment, text } from '../shared/shapes.ts';

/**
 * What the network's records and views must have to be understood. Decoration that is missing or odd is left
 * out; only what a message cannot be filed without makes an entry unreadable.
 * Source: the lexicons `app.bsky.*` and `chat.bsky.*` as shipped with the reference server 0.6.7, read 2026-11-22.
 */
const soft = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** An id, a hash or an address: with a part left out it would be another. */
const Name = z.string().min(1).max(1_000).refine(isStorable);
const Uri = Name.regex(/^at:\/\/did:[a-z]+:[^/\s]+\/[\w.-]+\/[\w.~:-]+$/);
export const Did = z
  .string()
  .regex(/^did:[a-z]+:\S+$/)
  .max(300)
  .refine(isStorable);
const WebUrl = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .refine(isStorable);
const Count = z.number().int().nonnegative();

export const StrongRef = z.object({ uri: Uri, cid: Name });
export type StrongRef = z.infer<typeof StrongRef>;

export const Profile = z.looseObject({
  did: Did,
  handle: Name.catch('handle.invalid'),
  displayName: soft(text),
  avatar: soft(WebUrl),
  followersCount: soft(Count),
  labels: soft(z.array(z.looseObject({ val: z.string(), src: z.string() }))),
});
export type Profile = z.infer<typeof Profile>;

const Feature = z.looseObject({
  $type: text,
  uri: soft(z.string()),
  did: soft(z.string()),
  tag: soft(z.string()),
});
const Facet = z.looseObject({
  index: z.looseObject({ byteStart: Count, byteEnd: Count }),
  features: z.array(Feature),
});
export const Facets = soft(z.array(Facet));

export const PostRecord = z.looseObject({
  text,
  facets: Facets,
  reply: soft(z.object({ root: StrongRef, parent: StrongRef })),
  embed: soft(z.looseObject({ $type: text })),
});
export type PostRecord = z.infer<typeof PostRecord>;

export const PostView = z.looseObject({
  uri: Uri,
  cid: Name,
  author: Profile,
  record: PostRecord,
  embed: soft(z.looseObject({ $type: text })),
  indexedAt: moment,
  likeCount: soft(Count),
  repostCount: soft(Count),
  replyCount: soft(Count),
  quoteCount: soft(Count),
  viewer: soft(
    z.looseObject({
      like: soft(z.string()),
      repost: soft(z.string()),
      replyDisabled: soft(z.boolean()),
      embeddingDisabled: soft(z.boolean()),
    }),
  ),
});
export type PostView = z.infer<typeof PostView>;

export const Notification = z.looseObject({
  uri: Uri,
  cid: Name,
  author: Profile,
  reason: z.string(),
  reasonSubject: soft(Uri),
  record: z.looseObject({}),
  indexedAt: moment,
});

export const ChatMessage = z.looseObject({
  id: Name,
  rev: soft(Name),
  text: soft(text),
  facets: Facets,
  embed: soft(z.looseObject({ $type: text })),
  sender: z.looseObject({ did: Did }),
  sentAt: moment,
  replyTo: soft(z.looseObject({ id: Name })),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const Convo = z.looseObject({
  id: Name,
  status: soft(z.string()),
  members: z.array(Profile),
});
export type Convo = z.infer<typeof Convo>;

/** One line of the conversation log; which of the rest is there depends on `$type`. */
export const LogLine = z.looseObject({
  $type: text,
  convoId: Name,
  message: soft(ChatMessage),
  reaction: soft(z.looseObject({ value: Name, sender: z.looseObject({ did: Did }), createdAt: moment })),
});

/** The four shapes of a ledger entry, by the key that only it has. */
export const Entry = {
  notification: z.object({ notification: Notification, post: soft(PostView) }),
  post: z.object({ post: PostView, keyword: soft(z.string()) }),
  log: z.object({ log: LogLine, convo: soft(Convo) }),
  deleted: z.object({ deleted: z.object({ uri: Uri, at: moment }) }),
};

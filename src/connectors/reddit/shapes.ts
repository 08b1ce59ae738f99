import { z } from 'zod';
import { lenient, seconds, text, webUrl } from '../shared/shapes.ts';

const count = z.number().transform(Math.trunc);
const flag = lenient(z.boolean());
const word = lenient(text.pipe(z.string().min(1)));
/** Base 36; a fullname has its kind before it. */
const id = z.string().regex(/^[A-Za-z0-9]{1,40}$/, 'not an id');
const fullname = z.string().regex(/^t\d_[A-Za-z0-9]{1,40}$/, 'not a fullname');
/** A decimal; some libraries have made texts of it. */
const epoch = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(seconds);

const Media = z.object({
  status: lenient(z.string()),
  e: lenient(z.string()),
  m: lenient(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/)),
  s: z.object({ u: webUrl }),
});

const common = {
  id,
  /** The fullname: kind and id. */
  name: fullname,
  author: lenient(text.pipe(z.string().max(300))),
  author_fullname: lenient(fullname),
  subreddit: word,
  created_utc: epoch,
  /** False, or when. The inbox does not say. */
  edited: lenient(z.union([z.literal(false), z.number().min(0).max(253_402_300_799)])),
  score: lenient(count),
  num_comments: lenient(count),
  permalink: word,
  locked: flag,
  archived: flag,
  removed_by_category: word,
  /** To moderators only. */
  removed: flag,
  banned_by: lenient(z.unknown()),
  media_metadata: lenient(z.record(z.string(), lenient(Media))),
};

/** `t1`, from a listing or from the inbox. */
export const Comment = z.object({
  ...common,
  body: text,
  link_id: lenient(fullname),
  link_title: lenient(text),
  parent_id: lenient(fullname),
  context: word,
  type: word,
});
export type Comment = z.infer<typeof Comment>;

/** `t3` */
export const Post = z.object({
  ...common,
  title: text,
  selftext: lenient(text),
  url: lenient(webUrl),
  is_self: flag,
  post_hint: word,
  over_18: flag,
  /** The post that is shown here once more. */
  crosspost_parent_list: lenient(
    z.array(lenient(z.object({ author: lenient(text), author_fullname: lenient(fullname) }))),
  ),
});
export type Post = z.infer<typeof Post>;

/** `t4`: what is left of private messages. */
export const Message = z.object({
  ...common,
  body: text,
  subject: lenient(text),
  dest: lenient(text),
  first_message_name: lenient(fullname),
  parent_id: lenient(fullname),
});
export type Message = z.infer<typeof Message>;

/** One thing of Reddit's with its kind. */
export const Thing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('t1'), data: Comment }),
  z.object({ kind: z.literal('t3'), data: Post }),
  z.object({ kind: z.literal('t4'), data: Message }),
]);
export type Thing = z.infer<typeof Thing>;

const Listing = z.object({
  data: z.object({ after: lenient(z.string().min(1)), children: z.array(z.unknown()).catch([]) }),
});
export const listIn = (body: unknown): { children: readonly unknown[]; after?: string | undefined } =>
  Listing.safeParse(body).data?.data ?? { children: [] };

export const Change = z.enum(['new', 'edited', 'hidden', 'shown', 'deleted']);
export type Change = z.infer<typeof Change>;

/** What the source keeps of each thing that it read. */
export const Entry = z.object({ thing: Thing, change: Change });
export type Entry = z.infer<typeof Entry>;

export type Standing = 'there' | 'hidden' | 'gone';
const GONE = '[deleted]';
const REMOVED = '[removed]';

/** Deleted by its author, taken away by moderators or machines, or there. */
export function standingOf({ kind, data }: Thing): Standing {
  const words = kind === 't3' ? data.selftext : data.body;
  const category = data.removed_by_category;
  if (category === 'deleted' || (data.author === GONE && words === GONE)) return 'gone';
  const isRemoved = data.removed === true || typeof data.banned_by === 'string' || category !== undefined;
  return isRemoved || words === REMOVED ? 'hidden' : 'there';
}

import { z } from 'zod';
import { id, lenient, seconds, text, webUrl } from '../shared/shapes.ts';

/** Seconds, as a number or in quotes. */
const moment = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .pipe(seconds);
/** `null`, `0` and an empty text all say that there is none. */
const parent = lenient(id.transform((value) => (value === '0' ? undefined : value)));
const count = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,12}$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0));

/** One of `comments` of `business/comment/list` and `…/reply/list`. Source: TikTok, API for Business; read 2026-11. */
export const Comment = z.object({
  comment_id: id,
  video_id: id,
  user_id: lenient(id),
  unique_identifier: lenient(id),
  username: lenient(text),
  display_name: lenient(text),
  profile_image: lenient(webUrl),
  text: lenient(text),
  likes: lenient(count),
  replies: lenient(count),
  owner: lenient(z.boolean()),
  status: lenient(z.string()),
  create_time: moment,
  parent_comment_id: parent,
});
export type Comment = z.infer<typeof Comment>;

/** One of `videos` of `business/video/list`. */
export const Video = z.object({
  item_id: id,
  caption: lenient(text),
  create_time: lenient(moment),
  comments: lenient(count),
  share_url: lenient(webUrl),
});
export type Video = z.infer<typeof Video>;

/** `has_more`, and where the next page begins: milliseconds in one list, a place in the other. */
export const Paging = z.object({
  cursor: lenient(z.union([z.number(), z.string().regex(/^\d{1,20}$/)])),
  has_more: lenient(z.boolean()),
});

/** `content` of a webhook: JSON inside of JSON. */
export const CommentUpdate = z.object({
  comment_id: id,
  video_id: id,
  comment_action: z.string(),
  timestamp: lenient(moment),
});
export const Webhook = z.object({
  event: z.string(),
  create_time: lenient(moment),
  user_openid: id,
  content: z.string(),
});

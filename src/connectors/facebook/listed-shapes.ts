import { z } from 'zod';
import { id, lenient, moment, text, webUrl } from '../shared/shapes.ts';
import { Media } from './media.ts';

const From = lenient(z.object({ id, name: lenient(text) }));
const Total = z.object({ summary: z.object({ total_count: z.number().int().nonnegative() }) });

/** A post as the Page's lists show it. */
export const ListedPost = z.object({
  id,
  message: lenient(text),
  story: lenient(text),
  created_time: moment,
  updated_time: lenient(moment),
  from: From,
  permalink_url: lenient(webUrl),
  full_picture: lenient(webUrl),
  is_hidden: lenient(z.boolean()),
  attachments: lenient(z.object({ data: z.array(Media) })),
  comments: lenient(Total),
});
export type ListedPost = z.infer<typeof ListedPost>;
const PLAIN_POST =
  'id,message,story,created_time,updated_time,from{id,name},permalink_url,full_picture,attachments{media_type,media,title,url}';
export const TAGGED_FIELDS = PLAIN_POST;
export const POST_FIELDS = `${PLAIN_POST},is_hidden,comments.filter(stream).summary(total_count).limit(0)`;

export const ListedComment = z.object({
  id,
  message: lenient(text),
  created_time: moment,
  from: From,
  parent: lenient(z.object({ id })),
  attachment: lenient(Media),
  is_hidden: lenient(z.boolean()),
  permalink_url: lenient(webUrl),
});
export type ListedComment = z.infer<typeof ListedComment>;
export const COMMENT_FIELDS = 'id,message,created_time,from{id,name},parent{id},attachment,is_hidden,permalink_url';

/** A recommendation has no id of its own: its story has one, and a person has one recommendation of a Page. */
export const ListedRating = z.object({
  created_time: moment,
  reviewer: From,
  rating: lenient(z.number()),
  recommendation_type: lenient(z.string()),
  review_text: lenient(text),
  open_graph_story: lenient(z.object({ id })),
});
export type ListedRating = z.infer<typeof ListedRating>;
export const RATING_FIELDS =
  'created_time,reviewer{id,name},rating,recommendation_type,review_text,open_graph_story{id}';

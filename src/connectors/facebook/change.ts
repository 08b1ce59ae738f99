import { z } from 'zod';
import { id, lenient, seconds, text, webUrl } from '../shared/shapes.ts';

export const Change = z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) });

/** What a change of `feed` says. Only `item` is always there; who needs more asks for it and says when it is missing. */
export const FeedValue = z.object({
  item: z.string(),
  verb: z.string().default('add'),
  from: lenient(z.object({ id, name: lenient(text) })),
  sender_id: lenient(id),
  sender_name: lenient(text),
  post_id: lenient(id),
  comment_id: lenient(id),
  parent_id: lenient(id),
  post: lenient(
    z.object({
      permalink_url: lenient(webUrl),
      promotion_status: lenient(z.string()),
      is_published: lenient(z.boolean()),
      status_type: lenient(z.string()),
    }),
  ),
  message: lenient(text),
  story: lenient(text),
  title: lenient(text),
  created_time: lenient(seconds),
  edited_time: lenient(seconds),
  link: lenient(webUrl),
  photo: lenient(webUrl),
  photos: lenient(z.array(webUrl)),
  video: lenient(webUrl),
  video_id: lenient(id),
  reaction_type: lenient(z.string()),
  published: lenient(z.union([z.number(), z.boolean()]).transform(Number)),
  permalink_url: lenient(webUrl),
});
export type FeedValue = z.infer<typeof FeedValue>;

export const RatingValue = z.object({
  item: z.string(),
  verb: z.string().default('add'),
  reviewer_id: lenient(id),
  reviewer_name: lenient(text),
  recommendation_type: lenient(z.string()),
  rating: lenient(z.number().min(1).max(5)),
  review_text: lenient(text),
  open_graph_story_id: lenient(id),
  created_time: lenient(seconds),
});
export type RatingValue = z.infer<typeof RatingValue>;

/** Where and when a change was said. */
export interface Spot {
  readonly pageId: string;
  /** When the change itself carries no time. */
  readonly at: Date;
}

/** The documents say `edit` and `delete`, the wire says `edited` and `remove`. */
export type Verb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';
const VERBS: Readonly<Record<string, Verb>> = {
  add: 'add',
  edited: 'edited',
  edit: 'edited',
  update: 'edited',
  remove: 'remove',
  delete: 'remove',
  hide: 'hide',
  unhide: 'unhide',
};
export const verbOf = (verb: string): Verb | undefined => (Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined);

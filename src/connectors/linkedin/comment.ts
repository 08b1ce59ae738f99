import { z } from 'zod';
import { id, lenient, millis, text } from '../shared/shapes.ts';

/** One of `elements` of `socialActions/…/comments`. */
export const Comment = z.object({
  id,
  commentUrn: lenient(z.string()),
  $URN: lenient(z.string()),
  actor: lenient(z.string()),
  object: lenient(z.string()),
  parentComment: lenient(z.string()),
  message: lenient(z.object({ text: lenient(text) })),
  created: lenient(z.object({ time: lenient(millis) })),
});
export const CommentList = z.object({
  paging: lenient(z.object({ total: lenient(z.number()) })),
  elements: z.array(z.unknown()),
});

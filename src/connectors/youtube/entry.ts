import { z } from 'zod';
import { moment } from '../shared/shapes.ts';
import { Comment, id, Moderation, Video } from './shapes.ts';

/** What the source keeps of each thing it read; `parse` reads it again. */
export const Entry = {
  /** `change`: what is new about it since it was last read. `thread`: what only the thread says about its place. */
  comment: z.object({
    comment: Comment,
    change: z.enum(['new', 'edited', 'moderated']),
    moderation: Moderation.catch('published'),
    videoId: id.optional().catch(undefined),
  }),
  video: z.object({ video: Video }),
  deleted: z.object({ deleted: z.object({ id, at: moment }) }),
};
export type CommentEntry = z.infer<typeof Entry.comment>;

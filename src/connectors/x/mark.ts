import { z } from 'zod';
import { Day } from './spending.ts';

const Seen = z.object({ id: z.string(), at: z.string() });
export type Seen = z.infer<typeof Seen>;

/** Where reading of a newest-first list stopped. */
export const Mark = z.object({
  /** The newest that was read, when everything below it was read too. */
  newest: Seen.nullable(),
  /** What lies within the overlap, newest first: read again on the next walk and known by this. */
  recent: z.array(Seen),
  /** When the last walk that came to its end began; exact to an hour while nothing comes. */
  readUntil: z.string(),
  /** A walk that was too long for one pull goes on below this. */
  deeper: z
    .object({
      sinceId: z.string().nullable(),
      /** When that was, or from when on where nothing is known. */
      startTime: z.string(),
      untilId: z.string(),
      newest: Seen,
      count: z.number(),
      isHistory: z.boolean(),
      begunAt: z.string(),
    })
    .nullable(),
});
export type Mark = z.infer<typeof Mark>;

/** Each list has a mark of its own: of a search, by its words. */
export const PostsCursor = z.object({
  marks: z.record(z.string(), Mark),
  /** Our newest posts, newest first: quotes of them are looked for, and what hangs below them is ours. */
  own: z.array(z.string()).default([]),
  spent: Day.optional().catch(undefined),
});
export type PostsCursor = z.infer<typeof PostsCursor>;

/** Ids are numbers of up to 19 digits: the longer one is the later one. */
export const isLater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;

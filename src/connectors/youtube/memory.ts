import { z } from 'zod';
import { Mark } from '../shared/walk.ts';
import type { Comment, Moderation } from './shapes.ts';

const THREADS = 300;
const COMMENTS = 800;
const VIDEOS = 50;
/** Instead of the last edit: it could not be read, and is told when it can. */
export const UNREAD = 0;

/** What the cursor of the one stream keeps. Newest first in each list; what falls out is only looked at no more. */
export const Memory = z.object({
  /** When the inbox was first read: what is older is history. */
  since: z.iso.datetime(),
  mark: Mark.nullable(),
  /** How many answers were known of a thread when it was last read. */
  threads: z.array(z.tuple([z.string(), z.number()])),
  /** Seconds since 1970 of the last edit, and whether everybody sees it. */
  comments: z.array(z.tuple([z.string(), z.number(), z.boolean()])),
  /** The video's counts as last told. */
  videos: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Roughly what was spent of the quota, so that a restart does not forget it. */
  spent: z.object({ day: z.string(), used: z.number() }).optional(),
});
export type Memory = z.infer<typeof Memory>;

export const emptyMemory = (now: Date): Memory => ({
  since: now.toISOString(),
  mark: null,
  threads: [],
  comments: [],
  videos: [],
});

export type Change = 'new' | 'edited' | 'moderated';

/** The same, to be written to while one pull lasts. */
export interface OpenMemory {
  readonly since: Date;
  mark: Mark | null;
  readonly threads: Map<string, number>;
  readonly comments: Map<string, { readonly editedAt: number; readonly isShown: boolean }>;
  readonly videos: Map<string, string>;
  /** What is new about a comment, which is known from then on. `state`: undefined when this answer does not say it. */
  note(comment: Comment, state: Moderation | undefined): readonly Change[];
  close(): Memory;
}

export function openMemory(memory: Memory): OpenMemory {
  // kept oldest first while it is open: what is set again moves to the end of a Map
  const threads = new Map(memory.threads.toReversed());
  const comments = new Map(
    memory.comments.toReversed().map(([key, editedAt, isShown]) => [key, { editedAt, isShown }] as const),
  );
  const videos = new Map(memory.videos.toReversed());
  return {
    since: new Date(memory.since),
    mark: memory.mark,
    threads,
    comments,
    videos,
    note({ id: key, snippet }, state) {
      const editedAt = Math.floor((snippet.updatedAt ?? snippet.publishedAt).getTime() / 1_000);
      const known = comments.get(key);
      const isShown = state === undefined ? (known?.isShown ?? true) : state === 'published';
      const isNew = !known || known.editedAt === UNREAD;
      if (isNew) comments.delete(key);
      comments.set(key, { editedAt, isShown });
      if (isNew) return ['new'];
      return [
        ...(known.editedAt === editedAt ? [] : ['edited' as const]),
        ...(known.isShown === isShown ? [] : ['moderated' as const]),
      ];
    },
    close() {
      return {
        since: memory.since,
        mark: this.mark,
        threads: [...threads].toReversed().slice(0, THREADS),
        comments: [...comments]
          .toReversed()
          .slice(0, COMMENTS)
          .map(([key, { editedAt, isShown }]) => [key, editedAt, isShown]),
        videos: [...videos].toReversed().slice(0, VIDEOS),
      };
    },
  };
}

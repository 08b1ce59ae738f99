import { z } from 'zod';
import { ConversationRow } from './conversations.ts';

export const ChangesQuery = z.object({
  since: z.coerce.number().int().min(0).optional().describe('Where the reader was: the last `seq` it heard'),
});

/** What a browser hears on `/api/changes?since=SEQ`, in the order of the workspace's sequence. */
export const Heard = z.discriminatedUnion('type', [
  /** Where the reader stands: at `since`, or at the newest change when it did not say. What it missed follows. */
  z.object({ type: z.literal('hello'), seq: z.number() }),
  /** Rows as they are now; a list drops what no longer belongs to it. `seq` is where the reader stands after this. */
  z.object({
    type: z.literal('changes'),
    seq: z.number(),
    conversations: z.array(ConversationRow),
    kinds: z.array(z.string()),
  }),
  /** Away for too long: read afresh. */
  z.object({ type: z.literal('reset'), seq: z.number() }),
]);
export type Heard = z.infer<typeof Heard>;

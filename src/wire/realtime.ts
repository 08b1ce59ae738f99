import { z } from 'zod';
import { ConversationRow } from './conversations.ts';

/** What a browser hears on `/api/changes?since=SEQ`, in the order of the workspace's sequence. */
export const Heard = z.discriminatedUnion('type', [
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

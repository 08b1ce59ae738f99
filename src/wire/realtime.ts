import { z } from 'zod';
import { Id } from './common.ts';
import { ConversationRow } from './conversations.ts';
import { Notification } from './notifications.ts';

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
  /** Who else is in a conversation; all of them, each time somebody comes, goes, or starts or stops typing. */
  z.object({
    type: z.literal('presence'),
    conversationId: Id,
    agents: z.array(z.object({ id: Id, name: z.string(), isTyping: z.boolean() })),
  }),
  /** For you alone. */
  z.object({ type: z.literal('notification'), notification: Notification, unread: z.number() }),
  /** Read elsewhere: how many are left. */
  z.object({ type: z.literal('unread'), unread: z.number() }),
  /** You saved or emptied a draft, here or on another device. */
  z.object({
    type: z.literal('draft'),
    conversationId: Id,
    of: z.enum(['reply', 'note']),
    version: z.number(),
    isEmpty: z.boolean(),
  }),
  /** Said every half minute: a line on which nothing is heard for longer is dead, though nobody closed it. */
  z.object({ type: z.literal('alive') }),
]);
/** What a browser says on the same line: where its person is. Nothing else is taken. */
export const Told = z.object({
  type: z.literal('here'),
  conversationId: Id.nullable(),
  isTyping: z.boolean().default(false),
});
export type Heard = z.infer<typeof Heard>;
export type Told = z.infer<typeof Told>;

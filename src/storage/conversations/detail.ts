import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../changes.ts';
import type { Reader } from '../database.ts';
import { listOutgoing, type OutgoingRow } from '../outbox/rows.ts';
import { readWayFacts } from '../ways.ts';
import { type AboutMessages, readAboutMessages } from './about-messages.ts';
import {
  type ContactRow,
  type PostRow,
  readContact,
  readConversationsOf,
  readPost,
  readTimeline,
  type TimelineRow,
} from './around.ts';
import { type ConversationRow, readConversationRows } from './rows.ts';
import { readAround, readSaid, type Said } from './said.ts';

/** How many messages are read at once, and how many other conversations of the person stand beside them. */
const MESSAGES = 200;
const ELSEWHERE = 20;

export interface ConversationDetail {
  readonly conversation: ConversationRow;
  readonly contact: ContactRow;
  readonly post: PostRow | null;
  /** Of this conversation and around it, oldest first. */
  readonly messages: readonly Said[];
  readonly about: AboutMessages;
  readonly hasEarlier: boolean;
  readonly timeline: readonly TimelineRow[];
  readonly wayFacts: Awaited<ReturnType<typeof readWayFacts>>;
  readonly outgoing: readonly OutgoingRow[];
  readonly elsewhere: readonly ConversationRow[];
  readonly seq: number;
}

/** Everything about one conversation, as of the change `seq` or a little later. Null: it is not here. */
export async function readConversation(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
  before?: MessageId,
): Promise<ConversationDetail | null> {
  // First: whatever is committed while the rest is read has a higher number, so a browser hears of it again and an
  // answer that somebody gave meanwhile is never taken for seen.
  const seq = await readSeq(db, workspaceId);
  const [conversation] = await readConversationRows(db, workspaceId, [id]);
  if (!conversation) return null;
  const [contact, said, post, timeline, wayFacts, outgoing, elsewhere] = await Promise.all([
    readContact(db, workspaceId, conversation.contactId),
    readSaid(db, workspaceId, id, { before, limit: MESSAGES }),
    readPost(db, workspaceId, id),
    readTimeline(db, workspaceId, id),
    readWayFacts(db, workspaceId, id),
    listOutgoing(db, workspaceId, id),
    readConversationsOf(db, workspaceId, conversation.contactId, ELSEWHERE, id),
  ]);
  if (!contact) return null;
  const around = await readAround(db, workspaceId, id, said.messages);
  const messages = [...said.messages, ...around].toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  const about = await readAboutMessages(db, workspaceId, messages);
  const { hasEarlier } = said;
  return { conversation, contact, post, messages, about, hasEarlier, timeline, wayFacts, outgoing, elsewhere, seq };
}

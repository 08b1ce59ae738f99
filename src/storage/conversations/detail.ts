import type { ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../changes.ts';
import type { Reader } from '../database.ts';
import { listOutgoing, type OutgoingRow } from '../outbox/rows.ts';
import { type DecidedOf, readDecided } from '../triage/decided.ts';
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
import { readAround, type Said } from './said.ts';
import { type Asked, findOpening, readWindow } from './window.ts';

/** How many other conversations of the person stand beside it. */
const ELSEWHERE = 20;

export interface ConversationDetail {
  readonly conversation: ConversationRow;
  readonly contact: ContactRow;
  readonly post: PostRow | null;
  /** Of this conversation and around it, oldest first. */
  readonly messages: readonly Said[];
  readonly about: AboutMessages;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** The first message that waits. */
  readonly opensAt: MessageId | null;
  readonly timeline: readonly TimelineRow[];
  readonly wayFacts: Awaited<ReturnType<typeof readWayFacts>>;
  readonly outgoing: readonly OutgoingRow[];
  readonly elsewhere: readonly ConversationRow[];
  readonly decided: DecidedOf;
  readonly seq: number;
}

/**
 * Everything about one conversation, as of the change `seq` or a little later. Null: it is not here.
 * @param visible the inboxes of which anything is shown; null: all
 */
export async function readConversation(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
  asked: Asked = {},
  visible: readonly InboxId[] | null = null,
): Promise<ConversationDetail | null> {
  // First: whatever is committed while the rest is read has a higher number, so a browser hears of it again and an
  // answer that somebody gave meanwhile is never taken for seen.
  const seq = await readSeq(db, workspaceId);
  const [conversation] = await readConversationRows(db, workspaceId, [id]);
  if (!conversation) return null;
  const opensAt = await findOpening(db, workspaceId, conversation);
  const [contact, said, post, timeline, wayFacts, outgoing, elsewhere, decided] = await Promise.all([
    readContact(db, workspaceId, conversation.contactId),
    readWindow(db, workspaceId, id, asked, opensAt, visible),
    readPost(db, workspaceId, id),
    readTimeline(db, workspaceId, id),
    readWayFacts(db, workspaceId, id),
    listOutgoing(db, workspaceId, id, visible),
    readConversationsOf(db, workspaceId, conversation.contactId, ELSEWHERE, { except: id, visible }),
    readDecided(db, workspaceId, id),
  ]);
  if (!contact) return null;
  const around = await readAround(db, workspaceId, id, said.messages);
  const messages = [...said.messages, ...around].toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  const about = await readAboutMessages(db, workspaceId, messages);
  const { hasEarlier, hasLater } = said;
  const shown = { conversation, contact, post, messages, about, hasEarlier, hasLater, opensAt };
  return { ...shown, timeline, wayFacts, outgoing, elsewhere, decided, seq };
}

import { hasRight } from '../../core/access/inbox-rights.ts';
import type { ConversationId } from '../../core/ids.ts';
import { readAgent } from '../../storage/agents.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { inboxOf } from '../../storage/presence.ts';
import { Told } from '../../wire/realtime.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Presence } from './presence.ts';
import type { Member } from './room.ts';

/** Longer is no `Told`, in UTF-16 units. */
const LONGEST = 500;
/** More in a second than any hand makes: the rest is not read. */
const MOST_A_SECOND = 10;

/**
 * Takes what a browser says on its line: where its person is. What is not understood, too much, or about a conversation
 * that they may not see, changes nothing.
 */
export function createTaker(
  { db, presence, now }: { readonly db: Database; readonly presence: Presence; readonly now: () => Date },
  member: Member,
  /** Null: the line is closed. */
  visitor: () => Visitor | null,
) {
  const line = newId();
  let name: string | undefined;
  let second = 0;
  let heard = 0;
  let seen: string | null = null;
  let asWhom: Visitor | null = null;

  return async (text: string): Promise<void> => {
    const thisSecond = Math.floor(now().getTime() / 1000);
    heard = thisSecond === second ? heard + 1 : 1;
    second = thisSecond;
    const told = heard > MOST_A_SECOND || text.length > LONGEST ? null : read(text);
    const who = visitor();
    if (!told || !who?.agentId) return;
    const { workspaceId, agentId, inboxes } = who;
    const { conversationId, isTyping } = told;
    // Asked again with each place, and when they may have other rights than they had.
    if (conversationId !== null && (conversationId !== seen || who !== asWhom)) {
      const inbox = await inboxOf(db.read, workspaceId, conversationId);
      if (!inbox || !hasRight(inboxes, inbox, 'see')) return;
    }
    seen = conversationId;
    asWhom = who;
    name ??= (await readAgent(db.read, workspaceId, agentId))?.name ?? '';
    // What was asked meanwhile took time: a place of a line that is gone would be told for ever.
    if (!visitor()) return;
    const where = conversationId as ConversationId | null;
    await presence.put(workspaceId, member, { line, agentId, name, conversationId: where, isTyping });
  };
}

function read(text: string): Told | null {
  try {
    return Told.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

import { hasRight } from '../core/access/inbox-rights.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, ConversationId, MessageId, TeamId } from '../core/ids.ts';
import { foldForSearch } from '../core/text/fold.ts';
import { recordChanges } from '../storage/changes.ts';
import { insertNote, type StoredConversation } from '../storage/conversations/acts.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { storableText } from '../storage/rows.ts';
import { whoIsCalled } from '../storage/work/mentions.ts';
import { rightsOfAgents } from '../storage/work/rights-of-agents.ts';
import { loadConversation } from './load-conversation.ts';
import { spendDraft } from './spend-draft.ts';
import type { Who } from './who.ts';

export interface Mentions {
  readonly agents: readonly string[];
  readonly teams: readonly string[];
}

/**
 * A private word for colleagues; those it names are called. The id comes from the browser: a second try adds nothing and
 * calls nobody. Throws `empty_note`, `no_such_mention`, `cannot_see`.
 */
export function addNote(
  db: Database,
  who: Who,
  input: {
    readonly conversationId: ConversationId;
    readonly id: MessageId;
    readonly text: string;
    readonly mentions?: Mentions;
  },
  now: Date,
): Promise<void> {
  const text = storableText(input.text).trim();
  if (!text) throw new CareError('invalid', 'empty_note', 'Write something first.');
  return db.transaction(async (tx) => {
    const conversation = await loadConversation(tx, who.workspaceId, input.conversationId);
    const mentions = {
      agents: [...new Set(input.mentions?.agents)] as AgentId[],
      teams: [...new Set(input.mentions?.teams)] as TeamId[],
    };
    const note = { id: input.id, agentId: who.agentId, text, search: foldForSearch(text), at: now, mentions };
    if (!(await insertNote(tx, conversation, note))) return;
    await call(tx, who, conversation, note, now);
    await spendDraft(tx, who, conversation.id, 'note', now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'note', conversationId: conversation.id }], now);
  });
}

async function call(
  tx: Tx,
  who: Who,
  conversation: StoredConversation,
  note: {
    readonly id: MessageId;
    readonly text: string;
    readonly mentions: { readonly agents: readonly AgentId[]; readonly teams: readonly TeamId[] };
  },
  now: Date,
): Promise<void> {
  if (note.mentions.agents.length + note.mentions.teams.length === 0) return;
  const { called, isComplete } = await whoIsCalled(tx, who.workspaceId, note.mentions);
  if (!isComplete)
    throw new CareError(
      'invalid',
      'no_such_mention',
      'Somebody in this note does not work here any more, or the team is gone. Take them out of the text.',
    );
  // The notice shows the words of the note: only to those who may read them.
  const rights = await rightsOfAgents(tx, who.workspaceId, called);
  const seeing = called.filter((id) => hasRight(rights.get(id) ?? null, conversation.inbox_id, 'see'));
  const blind = note.mentions.agents.find((id) => !seeing.includes(id));
  if (blind)
    throw new CareError(
      'invalid',
      'cannot_see',
      'Somebody in this note may not see this inbox, so they could not read it. Take them out, or ask an admin to let them in.',
      { agentId: blind },
    );
  await addNotifications(
    tx,
    who.workspaceId,
    seeing.map((agentId) => ({
      agentId,
      kind: 'mention' as const,
      conversationId: conversation.id,
      actorId: who.agentId,
      text: note.text,
      about: `mention:${note.id}`,
    })),
    now,
  );
}

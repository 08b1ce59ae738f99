import { CareError } from '../core/errors.ts';
import type { ConversationId, MessageId } from '../core/ids.ts';
import { foldForSearch } from '../core/text/fold.ts';
import { recordChanges } from '../storage/changes.ts';
import { insertNote } from '../storage/conversations/acts.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/rows.ts';
import { loadConversation } from './load-conversation.ts';
import type { Who } from './who.ts';

/** A private word for colleagues. The id comes from the browser: a second try adds nothing. Throws `empty_note`. */
export function addNote(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly id: MessageId; readonly text: string },
  now: Date,
): Promise<void> {
  const text = storableText(input.text).trim();
  if (!text) throw new CareError('invalid', 'empty_note', 'Write something first.');
  return db.transaction(async (tx) => {
    const conversation = await loadConversation(tx, who.workspaceId, input.conversationId);
    const note = { id: input.id, agentId: who.agentId, text, search: foldForSearch(text), at: now };
    if (!(await insertNote(tx, conversation, note))) return;
    await recordChanges(tx, who.workspaceId, [{ kind: 'note', conversationId: conversation.id }], now);
  });
}

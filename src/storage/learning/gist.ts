import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Gist } from '../../core/triage/gist.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/**
 * Writes what a conversation comes to, and has everything that follows from it decided anew at once.
 * @param isNews false: a machine only looked once more; nothing happened to which rules answer
 */
export async function writeGist(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  { sentiment, kind, urgency, topic, signs }: Gist,
  isNews = true,
): Promise<void> {
  await sql`update conversations
    set sentiment = ${sentiment}, kind = ${kind}, urgency = ${urgency}, topic = ${topic}, signs = ${storableJson(signs)}::jsonb,
      triage_at = least(triage_at, ${isNews ? '-infinity' : 'epoch'}::timestamptz)
    where workspace_id = ${workspaceId} and id = ${conversationId}`.execute(tx);
}

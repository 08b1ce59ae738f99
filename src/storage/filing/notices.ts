import { sql } from 'kysely';
import type { NoticeEvent } from '../../core/channel/event.ts';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableText } from '../rows.ts';

/** Keeps a notice. Null: known already. Else the conversations of its thread, if it names one. */
export async function fileNotice(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  notice: NoticeEvent,
): Promise<readonly ConversationId[] | null> {
  const { numAffectedRows } = await sql`
    insert into notices (workspace_id, inbox_id, external_id, thread_id, notice, detail, at)
    values (${workspaceId}, ${inboxId}, ${notice.id}, (select id from threads where workspace_id = ${workspaceId} and inbox_id = ${inboxId}
      and external_id = ${notice.thread ?? null}), ${notice.notice}, ${storableText(notice.detail)}, ${notice.at})
    on conflict do nothing`.execute(tx);
  if ((numAffectedRows ?? 0n) === 0n) return null;
  if (!notice.thread) return [];
  const { rows } = await sql<{ conversation_id: ConversationId }>`select l.conversation_id from lanes l
    join threads t on t.workspace_id = ${workspaceId} and t.inbox_id = ${inboxId} and t.external_id = ${notice.thread} and t.id = l.thread_id
    where l.workspace_id = ${workspaceId}`.execute(tx);
  return rows.map((row) => row.conversation_id);
}

import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

export interface DuePromise {
  readonly id: ConversationId;
  readonly promisedFor: Date;
  readonly promise: string | null;
  readonly assigneeId: AgentId | null;
  readonly teamId: TeamId | null;
  readonly inboxId: InboxId;
  readonly preview: string;
}

/**
 * Promises that fell due unkept, each once: their conversations wait again, awake and open, and still hold the promise;
 * only a person says that it was kept. A batch at most.
 */
export async function chasePromises(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly DuePromise[]> {
  const { rows } = await sql<DuePromise>`
    with due as (
      select id, attention is distinct from 'needs_answer' as turns from conversations
      where workspace_id = ${workspaceId} and promised_for is not null and promise_chased_at is null and promised_for <= ${now}
      order by promised_for, id limit ${limit} for update skip locked
    )
    update conversations c set promise_chased_at = ${now}, snoozed_until = null,
      attention = 'needs_answer',
      attention_reason = case when due.turns then null else c.attention_reason end,
      attention_by = null,
      attention_at = case when due.turns then ${now}::timestamptz else c.attention_at end,
      waiting_since = case when due.turns then c.promised_for else c.waiting_since end,
      opened_at = case when due.turns then null else c.opened_at end,
      opened_by = case when due.turns then null else c.opened_by end,
      resolution = 'open', resolution_at = null, resolution_by = null
    from due where c.workspace_id = ${workspaceId} and c.id = due.id
    returning c.id, c.promised_for as "promisedFor", c.promise, c.assignee_id as "assigneeId", c.team_id as "teamId",
      c.inbox_id as "inboxId", c.preview`.execute(tx);
  return rows;
}

import { sql } from 'kysely';
import type { AgentId, ContactId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import { BLOCKED } from '../../core/work/blocked.ts';
import type { Tx } from '../database.ts';
import { storableText } from '../rows.ts';

export interface StandingRow {
  readonly id: ContactId;
  readonly name: string;
  readonly blockedAt: Date | null;
  readonly mutedAt: Date | null;
}

/** Locked until the transaction ends. Null: there is no such person. */
export async function lockContact(tx: Tx, workspaceId: WorkspaceId, id: ContactId): Promise<StandingRow | null> {
  const { rows } = await sql<StandingRow>`select id, name, blocked_at as "blockedAt", muted_at as "mutedAt"
    from contacts where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export async function writeName(tx: Tx, workspaceId: WorkspaceId, id: ContactId, name: string): Promise<void> {
  await sql`update contacts set name = ${storableText(name)} where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}

/** Null takes it back. */
export async function writeStanding(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  what: 'blocked' | 'muted',
  by: AgentId | null,
  at: Date | null,
): Promise<void> {
  await sql`update contacts set ${sql.ref(`${what}_at`)} = ${at}::timestamptz, ${sql.ref(`${what}_by`)} = ${at ? by : null}::uuid
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/**
 * What waits of this person, or stopped waiting because they are blocked; locked, in the order of all locks. What somebody
 * settled by hand waits since no time, whatever reason they wrote.
 */
export async function lockConversationsFor(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  which: 'waiting' | 'blocked',
): Promise<readonly ConversationId[]> {
  const that =
    which === 'waiting'
      ? sql`attention = 'needs_answer'`
      : sql`attention = 'no_reply' and attention_reason = ${BLOCKED} and waiting_since is not null`;
  const { rows } = await sql<{ id: ConversationId }>`select id from conversations
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and merged_into_id is null and ${that}
    order by id for update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** `waiting_since` is kept beside: it tells them from what somebody settled, and unblocking makes them wait since then. */
export async function stopWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
  by: AgentId,
  now: Date,
): Promise<void> {
  await sql`update conversations set attention = 'no_reply', attention_reason = ${BLOCKED}, attention_by = ${by}, attention_at = ${now},
      waiting_since = coalesce(waiting_since, last_inbound_at, ${now}), opened_at = null, opened_by = null, snoozed_until = null
    where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function waitAgain(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
  now: Date,
): Promise<void> {
  await sql`update conversations set attention = 'needs_answer', attention_reason = null, attention_by = null, attention_at = ${now}
    where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

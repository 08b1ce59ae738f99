import { sql } from 'kysely';
import type { InboxId, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/**
 * What was said in the conversation while an answer waited to go out: `m` beside `o`, the waiting one, and `ours`, its message.
 * A chosen time asks about everybody; the seconds of an undo only about what was written outside of Earshot, since
 * colleagues inside saw that the answer was on its way.
 */
const since = sql`m.workspace_id = o.workspace_id and m.conversation_id = o.conversation_id and m.id <> o.message_id
  and not m.is_history and m.deleted_at is null and m.automatic is null and (
    (m.direction = 'outbound' and m.told_seq > ours.told_seq and coalesce(m.delivery, 'sent') not in ('queued', 'failed', 'cancelled')
      and (m.agent_id is null or (o.scheduled_for is not null and m.agent_id is distinct from o.agent_id)))
    or (m.direction = 'inbound' and o.scheduled_for is not null and (
      m.received_at > o.created_at
      -- Received before and filed after: whoever wrote the answer had not seen it.
      or (m.received_at > o.created_at - interval '10 minutes' and exists (
        select from changes h where h.workspace_id = o.workspace_id and h.seq > o.read_at_seq
          and h.conversation_id = o.conversation_id and h.kind = 'message')))))`;

/** Whether anybody did. */
export const wroteSince = sql`exists (
  select from messages ours join messages m on ${since} where ours.workspace_id = o.workspace_id and ours.id = o.message_id)`;

export interface Overtaken {
  readonly id: OutgoingId;
  /** Who was quicker: the person, or somebody of ours. */
  readonly by: 'contact' | 'colleague';
  /** Null: written in the network's own app, or by a machine. */
  readonly agentName: string | null;
}

/** Answers whose time has come, and that others were quicker than. Held until the transaction ends. */
export async function lockOvertaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  now: Date,
): Promise<readonly Overtaken[]> {
  const { rows } = await sql<{ id: OutgoingId }>`select o.id from outbox o
    where o.workspace_id = ${workspaceId} and o.inbox_id = ${inboxId} and o.state = 'queued' and o.attempts = 0
      and o.read_at_seq is not null and o.not_before <= ${now} and ${wroteSince}
    order by o.position limit 50 for update of o skip locked`.execute(tx);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const said = await sql<Overtaken>`select distinct on (o.id) o.id, a.name as "agentName",
      case when m.direction = 'inbound' then 'contact' else 'colleague' end as by
    from outbox o join messages ours on ours.workspace_id = o.workspace_id and ours.id = o.message_id
    join messages m on ${since} left join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[])
    order by o.id, m.sent_at desc`.execute(tx);
  return said.rows;
}

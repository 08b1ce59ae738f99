import { type RawBuilder, sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { NotificationKind } from '../../core/notifications/kinds.ts';
import type { Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { PERSONAL } from '../personal.ts';
import { jsonRows, storableText } from '../rows.ts';

/** Longer than a line in the list of notices; the rest is in the conversation. In UTF-16 units. */
const TEXT_MAX = 200;

/** Whoever looks at the desk has seen it by then. */
const PUSH_AFTER = '8 seconds';
/** What is wrong with the house waits for nobody to look. */
const MAILED_AT_ONCE: readonly NotificationKind[] = ['inbox_alert', 'webhook_off', 'spike'];

export interface NewNotification {
  readonly agentId: AgentId;
  readonly kind: Exclude<NotificationKind, 'waiting'>;
  readonly conversationId: ConversationId | null;
  readonly inboxId?: InboxId | null;
  /** Who caused it; nobody is told of what they did themselves. */
  readonly actorId: AgentId | null;
  readonly text: string;
  /** What makes two of them one, e.g. `mention:<note>`: telling it again renews it. */
  readonly about: string;
}

/**
 * Calls people, as far as they want to be called, are still here, and did not do it themselves. In one statement, whatever
 * the number; their browsers hear of it after the commit.
 */
export async function addNotifications(
  tx: Tx,
  workspaceId: WorkspaceId,
  notifications: readonly NewNotification[],
  now: Date,
): Promise<void> {
  if (notifications.length === 0) return;
  // The same thing twice in one statement is more than a constraint can settle.
  const once = new Map(notifications.map((one) => [`${one.agentId} ${one.about}`, one]));
  const rows = [...once.values()].map((one) => ({ ...one, id: newId(), text: shorten(one.text) }));
  await insertAndTell(
    tx,
    workspaceId,
    sql`select a.id as agent_id, r.id, r.kind, r.about, r."conversationId" as conversation_id, r."inboxId" as inbox_id, r."actorId" as actor_id, r.text, ${now}::timestamptz as at
      from json_to_recordset(${jsonRows(rows)}) as r (id uuid, "agentId" uuid, kind text, "conversationId" uuid, "inboxId" uuid, "actorId" uuid, text text, about text)
      join agents a on a.workspace_id = ${workspaceId} and a.id = r."agentId" and a.id is distinct from r."actorId"
        and a.deactivated_at is null and a.preferences -> 'notify' ->> r.kind is distinct from 'false'`,
  );
}

/** A customer wrote in conversations that belong to somebody; one notice a conversation, renewed by each message. */
export async function notifyAssignees(
  tx: Tx,
  workspaceId: WorkspaceId,
  said: readonly { readonly conversationId: ConversationId; readonly text: string }[],
  now: Date,
): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map((one) => ({ ...one, id: newId(), text: shorten(one.text) }));
  await insertAndTell(
    tx,
    workspaceId,
    sql`select a.id as agent_id, r.id, 'new_message' as kind, 'new_message:' || c.id as about, c.id as conversation_id, null::uuid as inbox_id, null::uuid as actor_id,
        r.text, ${now}::timestamptz as at
      from json_to_recordset(${jsonRows(rows)}) as r (id uuid, "conversationId" uuid, text text)
      join conversations c on c.workspace_id = ${workspaceId} and c.id = r."conversationId"
      join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id and p.muted_at is null and p.blocked_at is null
      join agents a on a.workspace_id = ${workspaceId} and a.id = c.assignee_id
        and a.deactivated_at is null and a.preferences -> 'notify' ->> 'new_message' is distinct from 'false'`,
  );
}

/** Whoever opened something that waits and then did nothing with it for so long is told once for each opening. */
export async function notifyOfLeft(tx: Tx, workspaceId: WorkspaceId, left: Date, now: Date): Promise<void> {
  // Yesterday's are in the list for everybody; calling after them helps nobody.
  const recently = new Date(left.getTime() - 24 * 3_600_000);
  await insertAndTell(
    tx,
    workspaceId,
    sql`select a.id as agent_id, gen_random_uuid() as id, 'opened_and_left' as kind,
        'opened_and_left:' || c.id || ':' || extract(epoch from c.opened_at) as about, c.id as conversation_id, null::uuid as inbox_id, null::uuid as actor_id,
        left(c.preview, ${TEXT_MAX}) as text, ${now}::timestamptz as at
      from conversations c
      join agents a on a.workspace_id = ${workspaceId} and a.id = c.opened_by
        and a.deactivated_at is null and a.preferences -> 'notify' ->> 'opened_and_left' is distinct from 'false'
      where c.workspace_id = ${workspaceId} and c.attention = 'needs_answer' and c.snoozed_until is null
        and c.merged_into_id is null and c.opened_at <= ${left} and c.opened_at > ${recently}
        and not exists (select from notifications n where n.workspace_id = ${workspaceId} and n.agent_id = c.opened_by
          and n.about = 'opened_and_left:' || c.id || ':' || extract(epoch from c.opened_at))`,
  );
}

async function insertAndTell(tx: Tx, workspaceId: WorkspaceId, rows: RawBuilder<unknown>): Promise<void> {
  await sql`
    with wanted as (${rows}), kept as (
      insert into notifications (workspace_id, id, agent_id, kind, about, conversation_id, inbox_id, actor_id, text, at, push_at, mail_at)
      select ${workspaceId}, w.id, w.agent_id, w.kind, w.about, w.conversation_id, w.inbox_id, w.actor_id, w.text, w.at,
        case when exists (select from push_subscriptions s where s.workspace_id = ${workspaceId} and s.agent_id = w.agent_id)
          then w.at + ${PUSH_AFTER}::interval end,
        case when w.kind = any(${[...MAILED_AT_ONCE]}::text[]) then w.at end
      from wanted w
      on conflict on constraint notified_once do update
        set text = excluded.text, at = excluded.at, actor_id = excluded.actor_id, read_at = null,
          push_at = excluded.push_at, mail_at = excluded.mail_at, mailed_at = null, over_mailed_at = null
      returning id, agent_id
    )
    select pg_notify(${PERSONAL}, json_build_object('workspaceId', ${workspaceId}::integer, 'agentId', agent_id,
      'said', json_build_object('kind', 'notification', 'id', id))::text) from kept`.execute(tx);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return storableText(line.length > TEXT_MAX ? `${line.slice(0, TEXT_MAX - 1)}…` : line);
}

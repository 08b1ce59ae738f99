import { sql } from 'kysely';
import type { OutboxState } from '../../core/conversation/states.ts';
import type { ExternalMessageId, Json, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { tellingHooks } from '../hooks/tell.ts';
import { storableJson, storableText } from '../rows.ts';

/** It stands on the network, and other programs hear so, once. */
export async function settleSent(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  made: { readonly externalId: ExternalMessageId | null; readonly remote: Json },
  now: Date,
): Promise<void> {
  const told = sql`select 'message.sent' as event, ${now}::timestamptz as at, s.conversation_id, s.message_id, '{}'::jsonb as about
    from settled s where s.was <> 'sent' and s.message_id is not null and s.conversation_id is not null`;
  await sql`with settled as (update outbox o set state = 'sent', detail = null, refusal = null, awaits_person = false, lease_until = null,
      external_id = coalesce(${made.externalId}::text, o.external_id),
      remote = coalesce(${made.remote === null ? null : storableJson(made.remote)}::jsonb, o.remote),
      finished_at = coalesce(o.finished_at, ${now})
    from (select b.id, b.state from outbox b where b.workspace_id = ${workspaceId} and b.id = ${id}) as before
    where o.workspace_id = ${workspaceId} and o.id = before.id
    returning before.state as was, o.conversation_id, o.message_id)
    ${tellingHooks(workspaceId, told)}`.execute(tx);
}

/** It certainly does not stand there, and will not be tried again by itself. */
export async function settleUnsent(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  end: { readonly state: 'failed' | 'cancelled'; readonly detail: string | null; readonly refusal: string | null },
  now: Date,
): Promise<void> {
  await change(tx, workspaceId, id, end.state, end.detail, {
    refusal: end.refusal,
    finished_at: now,
    lease_until: null,
    awaits_person: false,
  });
}

/** It certainly does not stand there, and is tried again at `at`. */
export async function settleLater(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  { detail, at }: { readonly detail: string; readonly at: Date },
): Promise<void> {
  await change(tx, workspaceId, id, 'queued', detail, {
    not_before: at,
    lease_until: null,
    looks: 0,
    absences: 0,
    awaits_person: false,
  });
}

/** Perhaps it stands there. `lookAt` null: nobody but a person can tell. */
export async function settleUnknown(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  {
    detail,
    lookAt,
    looks,
    absences,
  }: { readonly detail: string; readonly lookAt: Date | null; readonly looks: number; readonly absences: number },
): Promise<void> {
  await change(tx, workspaceId, id, 'unknown', detail, {
    lease_until: null,
    looks,
    absences,
    awaits_person: lookAt === null,
    ...(lookAt ? { not_before: lookAt } : {}),
  });
}

interface Changed {
  readonly refusal?: string | null;
  readonly finished_at?: Date;
  readonly lease_until?: null;
  readonly not_before?: Date;
  readonly looks?: number;
  readonly absences?: number;
  readonly awaits_person?: boolean;
}

/** The act and the message that it sends are one thing, told in one state. */
async function change(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  state: OutboxState,
  detail: string | null,
  more: Changed,
): Promise<void> {
  const words = detail === null ? null : storableText(detail).slice(0, 2_000);
  const row = await tx
    .updateTable('outbox')
    .set({ state, detail: words, ...more })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('message_id')
    .executeTakeFirst();
  if (!row?.message_id) return;
  await tx
    .updateTable('messages')
    .set({ delivery: state, delivery_detail: words })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', row.message_id)
    .execute();
}

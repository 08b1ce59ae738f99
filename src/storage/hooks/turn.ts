import { sql } from 'kysely';
import type { ConversationId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';

/** An address whose turn a process has. */
export interface HookTurn {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly sealed: Uint8Array;
  readonly oldSealed: Uint8Array | null;
  readonly failures: number;
  readonly failingSince: Date | null;
}

export interface DueDelivery {
  readonly id: string;
  readonly event: string;
  readonly at: Date;
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
  readonly about: Json;
  readonly body: string | null;
  readonly attempts: number;
  readonly firstTriedAt: Date | null;
}

/** Takes the addresses that have something due and that no living process sends to: one sender each keeps the order. */
export async function takeHooks(
  tx: Tx,
  workspaceId: WorkspaceId,
  { sender, now, until }: { readonly sender: string; readonly now: Date; readonly until: Date },
): Promise<readonly HookTurn[]> {
  const { rows } = await sql<HookTurn>`
    with due as (
      select h.id from hooks h where h.workspace_id = ${workspaceId} and h.is_on
        and (h.rests_until is null or h.rests_until <= ${now}) and (h.sender_until is null or h.sender_until <= ${now})
        and exists (select from hook_deliveries d where d.workspace_id = ${workspaceId} and d.hook_id = h.id
          and d.state = 'waiting' and d.due_at <= ${now})
      for update skip locked)
    update hooks h set sender = ${sender}, sender_until = ${until} from due
    where h.workspace_id = ${workspaceId} and h.id = due.id
    returning h.id, h.name, h.url, h.secret as sealed, h.failures, h.failing_since as "failingSince",
      case when h.old_secret_until > ${now} then h.old_secret end as "oldSealed"`.execute(tx);
  return rows;
}

/** The oldest that is due. Null: nothing is, or the turn is over (the address rests, is off, or another process has it). */
export async function nextDelivery(
  db: Reader,
  workspaceId: WorkspaceId,
  hookId: string,
  { sender, now }: { readonly sender: string; readonly now: Date },
): Promise<DueDelivery | null> {
  const { rows } = await sql<DueDelivery>`
    select d.id, d.event, d.at, d.conversation_id as "conversationId", d.message_id as "messageId", d.about, d.body, d.attempts,
      d.first_tried_at as "firstTriedAt"
    from hook_deliveries d join hooks h on h.workspace_id = ${workspaceId} and h.id = d.hook_id
    where d.workspace_id = ${workspaceId} and d.hook_id = ${hookId} and d.state = 'waiting' and d.due_at <= ${now}
      and h.is_on and h.sender = ${sender} and (h.rests_until is null or h.rests_until <= ${now})
    order by d.position limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function keepBody(tx: Tx, workspaceId: WorkspaceId, id: string, body: string): Promise<void> {
  await sql`update hook_deliveries set body = ${body} where workspace_id = ${workspaceId} and id = ${id} and body is null`.execute(
    tx,
  );
}

export interface Told {
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly dueAt: Date;
  readonly firstTriedAt: Date;
  readonly status: number | null;
  readonly tookMs: number;
  readonly answer: string;
}

export async function noteTold(tx: Tx, workspaceId: WorkspaceId, id: string, told: Told, now: Date): Promise<void> {
  await sql`update hook_deliveries set state = ${told.state}, attempts = attempts + 1, due_at = ${told.dueAt},
      first_tried_at = coalesce(first_tried_at, ${told.firstTriedAt}), tried_at = ${now}, status = ${told.status},
      took_ms = ${told.tookMs}, answer = ${storableText(told.answer)}
    where workspace_id = ${workspaceId} and id = ${id} and state = 'waiting'`.execute(tx);
}

/** How the address stands after a try, and that its sender lives. */
export async function noteHook(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  standing: {
    readonly sender: string;
    readonly until: Date;
    readonly failures: number;
    readonly failingSince: Date | null;
    readonly restsUntil: Date | null;
    readonly offBecause: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql`update hooks set failures = ${standing.failures}, failing_since = ${standing.failingSince},
      rests_until = ${standing.restsUntil}, sender_until = ${standing.until},
      is_on = is_on and ${standing.offBecause}::text is null, off_because = coalesce(${standing.offBecause}::text, off_because)
    where workspace_id = ${workspaceId} and id = ${id} and sender = ${standing.sender} and is_on returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function giveUpTurn(tx: Tx, workspaceId: WorkspaceId, id: string, sender: string): Promise<void> {
  await sql`update hooks set sender = null, sender_until = null
    where workspace_id = ${workspaceId} and id = ${id} and sender = ${sender}`.execute(tx);
}

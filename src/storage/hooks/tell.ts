import { type RawBuilder, sql } from 'kysely';
import type { HookEvent } from '../../core/hooks/events.ts';
import type { ConversationId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface ToTell {
  readonly event: HookEvent;
  readonly at: Date;
  readonly conversationId?: ConversationId | null;
  readonly messageId?: MessageId | null;
  /** What cannot be read again later: who did it, why, what it was before. */
  readonly about?: { readonly [key: string]: Json };
}

/**
 * The part of a statement that writes down for every address what it wants to hear of. It hangs on the statement that
 * writes what is told, so that neither is there without the other and whoever has no listeners pays no round trip.
 * @param told rows with event, at, conversation_id, message_id and about; those without an event are told to nobody
 */
export function tellingHooks(workspaceId: WorkspaceId, told: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into hook_deliveries (workspace_id, id, hook_id, event, at, conversation_id, message_id, about, due_at)
    select ${workspaceId}, gen_random_uuid(), h.id, e.event, e.at, e.conversation_id, e.message_id, e.about, e.at
    from hooks h join (${told}) e on e.event = any(h.events)
    where h.workspace_id = ${workspaceId} and h.is_on`;
}

/** The same as a statement of its own, for what is rare. */
export async function tellHooks(tx: Tx, workspaceId: WorkspaceId, events: readonly ToTell[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ event, at, conversationId, messageId, about }) => ({
    event,
    at,
    conversation_id: conversationId ?? null,
    message_id: messageId ?? null,
    about: about ?? {},
  }));
  await tellingHooks(
    workspaceId,
    sql`select * from json_to_recordset(${jsonRows(rows)}) as r
      (event text, at timestamptz, conversation_id uuid, message_id uuid, about jsonb)`,
  ).execute(tx);
}

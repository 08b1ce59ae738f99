import { sql } from 'kysely';
import type { ActorKind } from '../core/conversation/states.ts';
import type { AgentId, ConversationId, Json, WorkspaceId } from '../core/ids.ts';
import type { Tx } from './database.ts';
import { newId } from './new-id.ts';
import { jsonRows } from './rows.ts';

/** One thing that happened to a conversation: who, what, when, and in `detail` why. */
export interface TimelineEvent {
  readonly conversationId: ConversationId;
  readonly at: Date;
  readonly actorKind: ActorKind;
  readonly actorId: AgentId | null;
  /** `assigned`, `answered`, `acknowledged`, `no_reply`, `snoozed`, `reopened`, `message_deleted`, ... */
  readonly kind: string;
  readonly detail?: { readonly [key: string]: Json };
}

export async function addTimelineEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  events: readonly TimelineEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    id: newId(),
    conversation_id: event.conversationId,
    at: event.at,
    actor_kind: event.actorKind,
    actor_id: event.actorId,
    kind: event.kind,
    detail: event.detail ?? {},
  }));
  await sql`insert into timeline_events (workspace_id, id, conversation_id, at, actor_kind, actor_id, kind, detail)
    select ${workspaceId}, r.id, r.conversation_id, r.at, r.actor_kind, r.actor_id, r.kind, r.detail
    from json_to_recordset(${jsonRows(rows)}) as r
      (id uuid, conversation_id uuid, at timestamptz, actor_kind text, actor_id uuid, kind text, detail jsonb)`.execute(
    tx,
  );
}

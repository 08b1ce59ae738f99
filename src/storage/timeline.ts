import { sql } from 'kysely';
import type { ActorKind } from '../core/conversation/states.ts';
import { hookEventOf } from '../core/hooks/events.ts';
import type { AgentId, ConversationId, Json, WorkspaceId } from '../core/ids.ts';
import type { Tx } from './database.ts';
import { tellingHooks } from './hooks/tell.ts';
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
    event: hookEventOf(event),
  }));
  const written = sql`insert into timeline_events (workspace_id, id, conversation_id, at, actor_kind, actor_id, kind, detail)
    select ${workspaceId}, r.id, r.conversation_id, r.at, r.actor_kind, r.actor_id, r.kind, r.detail from r`;
  const said = sql`r as (select * from json_to_recordset(${jsonRows(rows)}) as r
      (id uuid, conversation_id uuid, at timestamptz, actor_kind text, actor_id uuid, kind text, detail jsonb, event text))`;
  if (rows.every(({ event }) => event === null)) await sql`with ${said} ${written}`.execute(tx);
  else await sql`with ${said}, told as (${tellingHooks(workspaceId, TOLD)}) ${written}`.execute(tx);
}

/** What other programs are told of it: besides what can be read again, who did it and what it says of itself. */
const TOLD = sql`select r.event, r.at, r.conversation_id,
    case when r.event like 'message.%' then (r.detail ->> 'messageId')::uuid end as message_id,
    jsonb_build_object('kind', r.kind, 'actorKind', r.actor_kind, 'actorId', r.actor_id, 'detail', r.detail) as about
  from r where r.event is not null`;

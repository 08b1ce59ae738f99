import { sql } from 'kysely';
import type { ConversationId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface Lane {
  readonly threadId: ThreadId;
  readonly lane: string;
}
export interface CurrentConversation {
  readonly id: ConversationId;
  readonly resolution: string;
  readonly resolutionAt: Date | null;
}
export const laneKey = ({ threadId, lane }: Lane): string => `${threadId}\n${lane}`;

/** The current conversations of these lanes. */
export async function findLanes(
  tx: Tx,
  workspaceId: WorkspaceId,
  lanes: readonly Lane[],
): Promise<Map<string, CurrentConversation>> {
  if (lanes.length === 0) return new Map();
  const { rows } = await sql<{
    thread_id: ThreadId;
    lane: string;
    id: ConversationId;
    resolution: string;
    resolution_at: Date | null;
  }>`
    select l.thread_id, l.lane, c.id, c.resolution, c.resolution_at
    from json_to_recordset(${jsonRows(lanes)}) as r ("threadId" uuid, lane uuid)
    join lanes l on l.workspace_id = ${workspaceId} and l.thread_id = r."threadId" and l.lane = r.lane
    join conversations c on c.workspace_id = ${workspaceId} and c.id = l.conversation_id`.execute(tx);
  return new Map(
    rows.map((row) => [
      laneKey({ threadId: row.thread_id, lane: row.lane }),
      { id: row.id, resolution: row.resolution, resolutionAt: row.resolution_at },
    ]),
  );
}

/** A private line goes on in another conversation, unless somebody still waits in the one that it belongs to. */
export async function takeOverLane(
  tx: Tx,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  conversationId: ConversationId,
): Promise<void> {
  await sql`update lanes l set conversation_id = ${conversationId}
    from conversations c
    where l.workspace_id = ${workspaceId} and l.thread_id = ${threadId} and c.workspace_id = ${workspaceId}
      and c.id = l.conversation_id and c.attention <> 'needs_answer'`.execute(tx);
}

/** Opens lanes. `replaces` names the conversation that may be followed; otherwise whoever was first keeps the lane. */
export async function openLanes(
  tx: Tx,
  workspaceId: WorkspaceId,
  lanes: readonly (Lane & { readonly conversationId: ConversationId; readonly replaces: ConversationId | null })[],
): Promise<ReadonlyMap<string, ConversationId>> {
  if (lanes.length === 0) return new Map();
  const made = await sql<LaneRow>`
    insert into lanes (workspace_id, thread_id, lane, conversation_id)
    select ${workspaceId}, r."threadId", r.lane, r."conversationId"
    from json_to_recordset(${jsonRows(lanes)}) as r ("threadId" uuid, lane uuid, "conversationId" uuid)
    on conflict (workspace_id, thread_id, lane) do nothing
    returning thread_id, lane, conversation_id`.execute(tx);
  if (made.rows.length === lanes.length) return byLane(made.rows);
  const following = lanes.filter((lane) => lane.replaces);
  if (following.length > 0)
    await sql`
      update lanes l set conversation_id = r."conversationId"
      from json_to_recordset(${jsonRows(following)}) as r ("threadId" uuid, lane uuid, "conversationId" uuid, replaces uuid)
      where l.workspace_id = ${workspaceId} and l.thread_id = r."threadId" and l.lane = r.lane and l.conversation_id = r.replaces`.execute(
      tx,
    );
  const { rows } = await sql<LaneRow>`
    select l.thread_id, l.lane, l.conversation_id
    from json_to_recordset(${jsonRows(lanes)}) as r ("threadId" uuid, lane uuid)
    join lanes l on l.workspace_id = ${workspaceId} and l.thread_id = r."threadId" and l.lane = r.lane`.execute(tx);
  return byLane(rows);
}

interface LaneRow {
  readonly thread_id: ThreadId;
  readonly lane: string;
  readonly conversation_id: ConversationId;
}
function byLane(rows: readonly LaneRow[]): ReadonlyMap<string, ConversationId> {
  return new Map(rows.map((row) => [laneKey({ threadId: row.thread_id, lane: row.lane }), row.conversation_id]));
}

import { sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { holdFiling } from '../ledger.ts';
import { jsonRows } from '../rows.ts';
import type { Moved } from './undos.ts';

/**
 * Holds filing, and then what senders settle, so that messages can be moved between conversations: nothing is filed into
 * one that goes away meanwhile, and nobody waits for us while we wait for them.
 */
export async function holdForMoving(tx: Tx, workspaceId: WorkspaceId, ids: readonly ConversationId[]): Promise<void> {
  await holdFiling(tx, workspaceId);
  await sql`select from outbox where workspace_id = ${workspaceId} and conversation_id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    tx,
  );
}

/** Everything of some conversations becomes another one's. @returns what was moved, by where it was */
export async function moveAll(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: readonly ConversationId[],
  to: ConversationId,
): Promise<ReadonlyMap<ConversationId, Moved>> {
  const ids = [...from];
  const move = async (table: 'messages' | 'outbox' | 'tasks') =>
    (
      await sql<{ id: string; was: ConversationId }>`
        with mine as (select id, conversation_id as was from ${sql.table(table)}
          where workspace_id = ${workspaceId} and conversation_id = any(${ids}::uuid[]))
        update ${sql.table(table)} t set conversation_id = ${to} from mine
        where t.workspace_id = ${workspaceId} and t.id = mine.id returning t.id, mine.was`.execute(tx)
    ).rows;
  const messages = await move('messages');
  const outbox = await move('outbox');
  const tasks = await move('tasks');
  const { rows: lanes } = await sql<{ thread: string; lane: string; was: ConversationId }>`
    with mine as (select thread_id, lane, conversation_id as was from lanes
      where workspace_id = ${workspaceId} and conversation_id = any(${ids}::uuid[]))
    update lanes l set conversation_id = ${to} from mine
    where l.workspace_id = ${workspaceId} and l.thread_id = mine.thread_id and l.lane = mine.lane
    returning l.thread_id as thread, l.lane, mine.was`.execute(tx);
  return new Map(
    from.map((id) => [
      id,
      {
        messages: idsOf(messages, id),
        outbox: idsOf(outbox, id),
        tasks: idsOf(tasks, id),
        lanes: lanes.filter(({ was }) => was === id).map(({ thread, lane }) => [thread, lane] as const),
      },
    ]),
  );
}

const idsOf = (rows: readonly { readonly id: string; readonly was: ConversationId }[], id: ConversationId) =>
  rows.filter(({ was }) => was === id).map((row) => row.id);

/** What is named in `moved` goes from one to the other, as far as it is still there. @returns what was found there */
export async function moveThese(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: ConversationId,
  to: ConversationId,
  moved: Moved,
): Promise<Moved> {
  const move = async (table: 'messages' | 'outbox' | 'tasks', ids: readonly string[]) =>
    ids.length === 0
      ? []
      : (
          await sql<{ id: string }>`update ${sql.table(table)} t set conversation_id = ${to}
            from json_array_elements_text(${JSON.stringify(ids)}::json) r (id)
            where t.workspace_id = ${workspaceId} and t.id = r.id::uuid and t.conversation_id = ${from} returning t.id`.execute(
            tx,
          )
        ).rows.map(({ id }) => id);
  const messages = await move('messages', moved.messages);
  const outbox = await move('outbox', moved.outbox);
  const tasks = await move('tasks', moved.tasks);
  if (moved.lanes.length === 0) return { messages, outbox, tasks, lanes: [] };
  const { rows: lanes } = await sql<{ thread: string; lane: string }>`
    update lanes l set conversation_id = ${to}
    from json_to_recordset(${laneRows(moved)}) as r (thread uuid, lane uuid)
    where l.workspace_id = ${workspaceId} and l.thread_id = r.thread and l.lane = r.lane and l.conversation_id = ${from}
    returning l.thread_id as thread, l.lane`.execute(tx);
  return { messages, outbox, tasks, lanes: lanes.map(({ thread, lane }) => [thread, lane] as const) };
}

/** Messages of a conversation that stand in these lanes: in a private line whoever wrote them, in public the commenter's. */
export async function messagesInLanes(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  moved: Moved,
): Promise<readonly MessageId[]> {
  if (moved.lanes.length === 0) return [];
  const { rows } = await sql<{ id: MessageId }>`
    with theirs as (
      select m.id, m.inbox_id, m.external_id from messages m
      join json_to_recordset(${laneRows(moved)}) as r (thread uuid, lane uuid) on m.thread_id = r.thread
        and r.lane = case when m.reach = 'owned_private' then m.thread_id else m.identity_id end
      where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction <> 'note'
    )
    select id from theirs
    union
    -- Below a public post our answer stands where what it answers stands.
    select m.id from messages m join theirs t on m.inbox_id = t.inbox_id and m.parent_external_id = t.external_id
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction = 'outbound'`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** The acts that send these messages. */
export async function outboxOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly string[],
): Promise<readonly string[]> {
  if (messages.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select o.id from json_array_elements_text(${JSON.stringify(messages)}::json) r (id)
    join outbox o on o.workspace_id = ${workspaceId} and o.message_id = r.id::uuid`.execute(tx);
  return rows.map(({ id }) => id);
}

const laneRows = (moved: Moved) => jsonRows(moved.lanes.map(([thread, lane]) => ({ thread, lane })));

import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { AgentId, ConversationId, InboxId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Head } from '../../core/learning/own.ts';
import type { Said } from '../../core/triage/gist.ts';
import type { Opinion, Understood } from '../../core/understanding/understood.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { packUnderstood, withUnderstood } from '../packed-understood.ts';
import { storableJson } from '../rows.ts';

/** A message whose understanding is put right. */
export interface Corrected {
  readonly inboxId: InboxId;
  readonly conversationId: ConversationId | null;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly reach: Reach;
  readonly isDeleted: boolean;
  readonly understood: Understood | null;
}

export async function readCorrected(db: Reader, workspaceId: WorkspaceId, id: MessageId): Promise<Corrected | null> {
  const { rows } = await sql<Omit<Corrected, 'understood'> & { readonly understood: string | null }>`
    select inbox_id as "inboxId", conversation_id as "conversationId", direction, reach, deleted_at is not null as "isDeleted", understood
    from messages where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return withUnderstood(rows)[0] ?? null;
}

export async function writeUnderstood(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MessageId,
  understood: Understood,
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ understood: storableJson(packUnderstood(understood)) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export interface NewCorrection {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly head: Head;
  readonly from: string | null;
  readonly to: string | null;
  readonly opinion: Opinion<unknown>;
  readonly agentId: AgentId | null;
}

/** Keeps the correction and counts it, so that learning knows of it without looking. */
export async function insertCorrection(tx: Tx, workspaceId: WorkspaceId, one: NewCorrection, now: Date): Promise<void> {
  await tx
    .insertInto('corrections')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      message_id: one.messageId,
      conversation_id: one.conversationId,
      head: one.head,
      from_label: one.from,
      to_label: one.to,
      opinion: storableJson(one.opinion),
      agent_id: one.agentId,
      at: now,
    })
    .execute();
  await sql`insert into own_learning (workspace_id, head, corrections) values (${workspaceId}, ${one.head}, 1)
    on conflict (workspace_id, head) do update set corrections = own_learning.corrections + 1`.execute(tx);
}

/** The opinion of the models that stood there before anybody put it right; null: nobody did. */
export async function readModelOpinion(
  db: Reader,
  workspaceId: WorkspaceId,
  messageId: MessageId,
  head: Head,
): Promise<Opinion<unknown> | null> {
  const row = await db
    .selectFrom('corrections')
    .select('opinion')
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .where('head', '=', head)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.opinion as unknown as Opinion<unknown> | undefined) ?? null;
}

/**
 * What waits in a conversation, in the order in which it was said; answered, what waited last: all that was said since
 * the answer of ours before it.
 */
export async function readWaitingSaid(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<readonly (Pick<Said, 'understood'> & { readonly rating: Json | null })[]> {
  const { rows } = await sql<{ understood: string | null; rating: Json | null }>`
    select m.understood, m.content -> 'rating' as rating
    from messages m
    join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction = 'inbound'
      and m.automatic is null and m.deleted_at is null
      and m.sent_at >= case when c.attention = 'needs_answer' and c.waiting_since is not null then c.waiting_since
        else coalesce((select max(o.sent_at) from messages o where o.workspace_id = ${workspaceId}
          and o.conversation_id = ${conversationId} and o.direction = 'outbound' and o.automatic is null
          and o.sent_at < c.last_inbound_at), '-infinity') end
    order by m.sent_at, m.id`.execute(db);
  return withUnderstood(rows);
}

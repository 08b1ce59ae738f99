import { sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { HEADS, type Head } from '../../core/learning/own.ts';
import type { ChangedLabel, Said } from '../../core/second-opinion/opinion.ts';
import { type LeftBecause, PATIENCE_MS, REMEMBERED_MS } from '../../core/second-opinion/settings.ts';
import type { Reader, Tx } from '../database.ts';
import { byIn, labelIn, surenessIn } from '../packed-understood.ts';
import { storableJson } from '../rows.ts';

/** Puts down which of these messages are to be asked about. What was filed as history, or is private, is not. */
export async function wantSecondOpinions(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly MessageId[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const unsure = HEADS.map(
    (head) => sql`case when ${head} = any(s.heads) and ${byIn('m', head)} <> 'agent' and (${labelIn('m', head)} is null
      or (${byIn('m', head)} <> 'rule' and ${surenessIn('m', head)} < s.below)) then ${head}::text end`,
  );
  await sql`insert into second_opinions (workspace_id, message_id, heads, filed_at)
    select ${workspaceId}, m.id, u.heads, ${now}
    from second_opinion_settings s
    join messages m on m.workspace_id = ${workspaceId} and m.id = any(${[...ids]}::uuid[])
    cross join lateral (select array_remove(array[${sql.join(unsure)}], null) as heads) u
    where s.workspace_id = ${workspaceId} and s.is_on and m.understood is not null and m.direction = 'inbound'
      and m.conversation_id is not null and m.automatic is null and not m.is_history and m.deleted_at is null
      and (m.reach <> 'owned_private' or s.with_private) and cardinality(u.heads) > 0
      and (cardinality(s.languages) = 0 or m.understood::jsonb ->> 0 = any(s.languages))
    on conflict do nothing`.execute(tx);
}

/** Whether anything waits, or is left where a process died. */
export async function hasWanted(db: Reader, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select 1 from second_opinions
    where workspace_id = ${workspaceId} and state in ('waiting', 'asking') limit 1`.execute(db);
  return rows.length > 0;
}

export interface Wanted {
  readonly messageId: MessageId;
  readonly heads: readonly Head[];
}

/** Takes the newest that nobody asks about just now. */
export async function takeWanted(
  tx: Tx,
  workspaceId: WorkspaceId,
  { asker, until, most }: { readonly asker: string; readonly until: Date; readonly most: number },
  now: Date,
): Promise<readonly Wanted[]> {
  const { rows } = await sql<Wanted>`
    with due as (
      select message_id from second_opinions where workspace_id = ${workspaceId} and state in ('waiting', 'asking')
        and (state = 'waiting' or asker_until <= ${now}) and filed_at > ${new Date(now.getTime() - PATIENCE_MS)}
      order by filed_at desc, message_id desc limit ${most} for update skip locked)
    update second_opinions o set state = 'asking', asker = ${asker}, asker_until = ${until} from due
    where o.workspace_id = ${workspaceId} and o.message_id = due.message_id
    returning o.message_id as "messageId", o.heads`.execute(tx);
  return rows;
}

/** Somebody else may take what this process took and did not come to. */
export async function giveBack(tx: Tx, workspaceId: WorkspaceId, asker: string): Promise<void> {
  await sql`update second_opinions set state = 'waiting', asker = null, asker_until = null
    where workspace_id = ${workspaceId} and state = 'asking' and asker = ${asker}`.execute(tx);
}

/** What waited too long, or, where nobody is asked any more, all that waits: the opinion of the house stands. */
export async function leaveWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  why: LeftBecause,
  which: 'too_long' | 'all',
  now: Date,
): Promise<void> {
  await sql`update second_opinions set state = 'left', why = ${why}, settled_at = ${now}, asker = null, asker_until = null
    where workspace_id = ${workspaceId} and state in ('waiting', 'asking') and (state = 'waiting' or asker_until <= ${now})
      and (${which === 'all'} or filed_at <= ${new Date(now.getTime() - PATIENCE_MS)})`.execute(tx);
}

/** @returns false: this process is not the one that asks about it (any more) */
export async function leaveOne(
  tx: Tx,
  workspaceId: WorkspaceId,
  { messageId, asker, why }: { readonly messageId: MessageId; readonly asker: string; readonly why: LeftBecause },
  now: Date,
): Promise<boolean> {
  const { rows } =
    await sql`update second_opinions set state = 'left', why = ${why}, settled_at = ${now}, asker = null, asker_until = null
    where workspace_id = ${workspaceId} and message_id = ${messageId} and state = 'asking' and asker = ${asker} returning 1`.execute(
      tx,
    );
  return rows.length > 0;
}

export interface Settled {
  readonly messageId: MessageId;
  readonly asker: string;
  readonly words: string;
  readonly model: string;
  readonly said: Said;
  readonly changed: readonly ChangedLabel[];
  readonly isCopy: boolean;
  readonly tookMs: number | null;
}

/** @returns false: it was settled before, or another process asks about it */
export async function settleOne(tx: Tx, workspaceId: WorkspaceId, one: Settled, now: Date): Promise<boolean> {
  const { rows } = await sql`update second_opinions set state = 'done', words = ${one.words}, model = ${one.model},
      said = ${storableJson(one.said)}::jsonb, changed = ${storableJson(one.changed)}::jsonb, is_copy = ${one.isCopy},
      took_ms = ${one.tookMs}, settled_at = ${now}, asker = null, asker_until = null
    where workspace_id = ${workspaceId} and message_id = ${one.messageId} and state = 'asking' and asker = ${one.asker}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** What was said of the same words within the day. */
export async function findSaid(
  db: Reader,
  workspaceId: WorkspaceId,
  { words, model }: { readonly words: string; readonly model: string },
  now: Date,
): Promise<Said | null> {
  const { rows } = await sql<{ said: Said }>`select said from second_opinions
    where workspace_id = ${workspaceId} and words = ${words} and model = ${model} and state = 'done'
      and settled_at > ${new Date(now.getTime() - REMEMBERED_MS)}
    order by settled_at desc limit 1`.execute(db);
  return rows[0]?.said ?? null;
}

export interface SettledRow {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
  readonly heads: readonly Head[];
  readonly state: 'done' | 'left';
  readonly why: LeftBecause | null;
  readonly model: string | null;
  readonly said: Said | null;
  readonly changed: readonly ChangedLabel[] | null;
  readonly isCopy: boolean;
  readonly tookMs: number | null;
  readonly settledAt: Date;
}

/** The newest that were settled, with what came of each. */
export async function listSettled(db: Reader, workspaceId: WorkspaceId, limit: number): Promise<readonly SettledRow[]> {
  const { rows } = await sql<SettledRow>`
    select o.message_id as "messageId", m.conversation_id as "conversationId", o.heads, o.state, o.why, o.model, o.said, o.changed,
      o.is_copy as "isCopy", o.took_ms as "tookMs", o.settled_at as "settledAt"
    from second_opinions o join messages m on m.workspace_id = ${workspaceId} and m.id = o.message_id
    where o.workspace_id = ${workspaceId} and o.settled_at is not null
    order by o.settled_at desc, o.message_id limit ${limit}`.execute(db);
  return rows;
}

export async function dropOldOpinions(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from second_opinions where workspace_id = ${workspaceId} and settled_at < ${before}`.execute(tx);
}

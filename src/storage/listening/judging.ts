import { sql } from 'kysely';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { AgentId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Heard } from '../../core/listening/hear.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';
import type { HitsTable } from '../tables/listening.ts';

/** What a person may decide about a hit. */
export type Judgement = Extract<HitsTable['state'], 'waiting' | 'acknowledged' | 'ignored'>;

/** More than this at once is not looked over by anybody. */
const MOST = 5_000;

/**
 * Decides about hits that are still to be decided (or puts back those that were), and with them about those that say
 * nearly the same, where somebody may. Of two at once the first one counts. @returns the ids of those that changed
 */
export async function judge(
  tx: Tx,
  workspaceId: WorkspaceId,
  input: {
    readonly ids: readonly string[];
    readonly withAlike: boolean;
    readonly state: Judgement;
    readonly reason: string;
    readonly by: AgentId | null;
    /** Where whoever judges may work; null: everywhere. */
    readonly inboxes: readonly InboxId[] | null;
  },
  now: Date,
): Promise<readonly string[]> {
  const { state, by } = input;
  const from = state === 'waiting' ? sql`('acknowledged', 'ignored')` : sql`('waiting')`;
  const ids = sql`any(${[...input.ids]}::uuid[])`;
  const alike = input.withAlike
    ? sql`or h.alike_id in (select o.alike_id from hits o where o.workspace_id = ${workspaceId} and o.id = ${ids} and ${inInboxes(input.inboxes, 'o')})`
    : sql``;
  const reason = state === 'waiting' ? null : storableText(input.reason) || null;
  const { rows } = await sql<{ id: string }>`
    with held as (
      select h.id from hits h where h.workspace_id = ${workspaceId} and h.state in ${from} and ${inInboxes(input.inboxes, 'h')}
        and (h.id = ${ids} ${alike}) order by h.id limit ${sql.lit(MOST)} for update
    ), boards as (
      update board_hits x set is_waiting = ${state === 'waiting'} from held where x.workspace_id = ${workspaceId} and x.hit_id = held.id
    )
    update hits h set state = ${state}, reason = ${reason}, judged_by = ${state === 'waiting' ? null : by}, changed_at = ${now},
      judged_at = ${state === 'waiting' ? null : now}
    from held where h.workspace_id = ${workspaceId} and h.id = held.id returning h.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface Standing {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly state: HitsTable['state'];
  readonly judgedById: AgentId | null;
  readonly judgedBy: string | null;
}
export async function readStandings(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`
    select h.id, h.inbox_id as "inboxId", h.state, h.judged_by as "judgedById", a.name as "judgedBy" from hits h
    left join agents a on a.workspace_id = ${workspaceId} and a.id = h.judged_by
    where h.workspace_id = ${workspaceId} and h.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of a hit, what taking it up needs. */
export interface HeldHit {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly state: HitsTable['state'];
  readonly ledgerId: number | null;
  readonly foundAt: Date;
  /** Its times are texts. */
  readonly event: MessageEvent;
  readonly understood: Understood | null;
  readonly because: readonly Heard[];
  readonly rules: readonly string[];
  /** What it is already; null: nothing, or that is gone. */
  readonly messageId: MessageId | null;
  readonly messageInboxId: InboxId | null;
  readonly conversationId: string | null;
}

/** Locked until the transaction ends. */
export async function lockHit(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<HeldHit | null> {
  const { rows } = await sql<HeldHit>`
    select h.id, h.inbox_id as "inboxId", h.state, h.ledger_id as "ledgerId", h.found_at as "foundAt", h.event, h.understood, h.because,
      array(select r.body ->> 'name' from listening_rules r where r.workspace_id = ${workspaceId}
        and r.id in (select (x ->> 'ruleId')::uuid from jsonb_array_elements(h.because) x) order by r.created_at) as rules,
      m.id as "messageId", m.inbox_id as "messageInboxId", m.conversation_id as "conversationId"
    from hits h left join messages m on m.workspace_id = ${workspaceId} and m.id = h.message_id
    where h.workspace_id = ${workspaceId} and h.id = ${id} for update of h`.execute(tx);
  return rows[0] ?? null;
}

/** Who took up what `lockHit` holds. */
export async function markTakenUpBy(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  by: AgentId | null,
  now: Date,
): Promise<void> {
  await sql`update hits set judged_by = ${by}, judged_at = ${now}, reason = null where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}

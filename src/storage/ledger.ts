import { sql } from 'kysely';
import type { LedgerState } from '../core/conversation/states.ts';
import type { InboxId, Json, WorkspaceId } from '../core/ids.ts';
import { ARRIVED } from './changes.ts';
import type { Reader, Tx } from './database.ts';
import { jsonRows } from './rows.ts';

/** Something that arrived, before anybody looked inside. `inboxId` null: a webhook that serves several accounts. */
export interface Arrival {
  readonly family: string;
  readonly inboxId: InboxId | null;
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
}

/**
 * Appends them in order and tells the workers. One statement with one parameter: bodies travel as base64 in JSON, which
 * costs half of what a `bytea[]` does, written as doubly escaped hexadecimal.
 */
export async function appendToLedger(tx: Tx, workspaceId: WorkspaceId, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ body, ...arrival }) => ({
    ...arrival,
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  }));
  await sql`
    with appended as (
      insert into ledger (workspace_id, family, inbox_id, source, headers, body, received_at)
      select ${workspaceId}, r.family, r."inboxId", r.source, r.headers, decode(r.body, 'base64'), r."receivedAt"
      from json_to_recordset(${jsonRows(rows)})
        as r (family text, "inboxId" uuid, source text, headers jsonb, body text, "receivedAt" timestamptz)
    ) select pg_notify(${ARRIVED}, ${String(workspaceId)})`.execute(tx);
}

export interface StoredEntry extends Arrival {
  readonly id: number;
}

/** The oldest waiting entries after `afterId`, at most `limit` of them and about `maxBytes` in all (always at least one). */
export async function readWaiting(
  db: Reader,
  workspaceId: WorkspaceId,
  afterId: number,
  limit: number,
  maxBytes: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<EntryRow>`
    select id, family, inbox_id, source, headers, body, received_at from (
      select *, sum(octet_length(body)) over (order by id) - octet_length(body) as bytes_before from (
        select * from ledger where workspace_id = ${workspaceId} and state = 'waiting' and id > ${afterId} order by id limit ${limit}
      ) oldest
    ) counted where bytes_before < ${maxBytes} order by id`.execute(db);
  return rows.map(toEntry);
}

export async function readEntry(db: Reader, workspaceId: WorkspaceId, id: number): Promise<StoredEntry | null> {
  const { rows } = await sql<EntryRow>`select id, family, inbox_id, source, headers, body, received_at
    from ledger where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0] ? toEntry(rows[0]) : null;
}

export interface FilingTurn {
  /** Messages of which the house is unsure are put down for a language model that was connected. */
  readonly asksSecondOpinion: boolean;
}

/**
 * Takes the workspace's turn to file until the transaction ends. Null: somebody else has it. What filing asks is planned
 * alike whatever the values are, so here a plan may be kept, too.
 */
export async function takeFilingTurn(tx: Tx, workspaceId: WorkspaceId): Promise<FilingTurn | null> {
  const { rows } = await sql<FilingTurn>`select asks_second_opinion as "asksSecondOpinion",
      set_config('plan_cache_mode', 'auto', true) from filing_turns
    where workspace_id = ${workspaceId} for update skip locked`.execute(tx);
  return rows[0] ?? null;
}

/** Nothing is filed until the transaction ends; whoever would file looks again afterwards. */
export async function holdFiling(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select 1 from filing_turns where workspace_id = ${workspaceId} for update`.execute(tx);
  await sql`select pg_notify(${ARRIVED}, ${String(workspaceId)})`.execute(tx);
}

export interface EntryMark {
  readonly id: number;
  readonly state: Exclude<LedgerState, 'waiting'>;
  readonly reason: string | null;
  readonly outcome: readonly Json[];
}

/** Writes down what became of the entries. @returns how many still waited; another process filed the rest meanwhile */
export async function markEntries(
  tx: Tx,
  workspaceId: WorkspaceId,
  marks: readonly EntryMark[],
  now: Date,
): Promise<number> {
  if (marks.length === 0) return 0;
  const { numAffectedRows } =
    await sql`update ledger l set state = r.state, reason = r.reason, outcome = r.outcome, filed_at = ${now}, attempts = l.attempts + 1
    from json_to_recordset(${jsonRows(marks)}) as r (id bigint, state text, reason text, outcome jsonb)
    where l.workspace_id = ${workspaceId} and l.id = r.id and l.state = 'waiting'`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function workspacesWithWaiting(db: Reader): Promise<readonly WorkspaceId[]> {
  const { rows } = await sql<{ id: WorkspaceId }>`select w.id from workspaces w
    where exists (select from ledger l where l.workspace_id = w.id and l.state = 'waiting')`.execute(db);
  return rows.map((row) => row.id);
}

interface EntryRow {
  id: number;
  family: string;
  inbox_id: InboxId | null;
  source: string;
  headers: Record<string, string>;
  body: Uint8Array;
  received_at: Date;
}
function toEntry(row: EntryRow): StoredEntry {
  return {
    id: Number(row.id),
    family: row.family,
    inboxId: row.inbox_id,
    source: row.source,
    headers: row.headers,
    body: row.body,
    receivedAt: row.received_at,
  };
}

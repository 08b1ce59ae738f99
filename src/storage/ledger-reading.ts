import { type RawBuilder, sql } from 'kysely';
import type { LedgerState } from '../core/conversation/states.ts';
import type { InboxId, Json, WorkspaceId } from '../core/ids.ts';
import { ARRIVED } from './changes.ts';
import type { Reader, Tx } from './database.ts';

export interface LedgerBalance {
  readonly received: number;
  readonly filed: number;
  readonly duplicate: number;
  readonly ignored: number;
  readonly setAside: number;
  readonly waiting: number;
}

/**
 * Whose entries somebody may look at; null: all of them. What came to a webhook that several inboxes share is of no
 * single one, so `families` are those of which every inbox is there for them.
 */
export type LedgerSight = { readonly inboxes: readonly InboxId[]; readonly families: readonly string[] } | null;

function inSight(sight: LedgerSight): RawBuilder<unknown> {
  if (sight === null) return sql`true`;
  return sql`(inbox_id = any(${[...sight.inboxes]}::uuid[]) or (inbox_id is null and family = any(${[...sight.families]}::text[])))`;
}

/** The channels of which an inbox, even one that was removed, is not among these. */
export async function channelsBeyond(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxes: readonly InboxId[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ channel: string }>`select distinct channel from inboxes
    where workspace_id = ${workspaceId} and id <> all(${[...inboxes]}::uuid[])`.execute(db);
  return rows.map(({ channel }) => channel);
}

/** One statement sees one moment, so the sums hold however busy the filing is. */
export async function readBalance(
  db: Reader,
  workspaceId: WorkspaceId,
  sight: LedgerSight = null,
): Promise<LedgerBalance> {
  const { rows } = await sql<LedgerBalance>`select count(*)::int as received,
      count(*) filter (where state = 'filed')::int as filed,
      count(*) filter (where state = 'duplicate')::int as duplicate,
      count(*) filter (where state = 'ignored')::int as ignored,
      count(*) filter (where state = 'set_aside')::int as "setAside",
      count(*) filter (where state = 'waiting')::int as waiting
    from ledger where workspace_id = ${workspaceId} and ${inSight(sight)}`.execute(db);
  return rows[0] ?? { received: 0, filed: 0, duplicate: 0, ignored: 0, setAside: 0, waiting: 0 };
}

/** How many wait in all workspaces together, counted up to `most`; for machines that watch. */
export async function countWaiting(db: Reader, most = 10_000): Promise<number> {
  const { rows } = await sql<{ count: number }>`select coalesce(sum(l.count), 0)::int as count from workspaces w
    cross join lateral (select count(*) as count from (
      select from ledger where workspace_id = w.id and state = 'waiting' limit ${most}) one) l`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface LedgerRow {
  readonly id: number;
  readonly family: string;
  readonly source: string;
  readonly inboxId: InboxId | null;
  readonly receivedAt: Date;
  readonly state: LedgerState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly filedAt: Date | null;
  readonly sizeBytes: number;
  readonly redactedAt: Date | null;
}
const COLUMNS = sql`id, family, source, inbox_id as "inboxId", received_at as "receivedAt", state, reason, attempts,
  filed_at as "filedAt", octet_length(body) as "sizeBytes", redacted_at as "redactedAt"`;

export interface LedgerFilter {
  readonly state?: LedgerState | undefined;
  readonly inbox?: InboxId | undefined;
  /** The webhook that the inbox shares with others: what came there is of no single one, so it is shown with each. */
  readonly family?: string | undefined;
  /** The id of the last one read. */
  readonly before?: number | undefined;
  readonly limit: number;
  readonly sight?: LedgerSight;
}

/** The newest first. */
export async function listLedger(
  db: Reader,
  workspaceId: WorkspaceId,
  { state, inbox, family, before, limit, sight = null }: LedgerFilter,
): Promise<readonly LedgerRow[]> {
  const { rows } =
    await sql<LedgerRow>`select ${COLUMNS} from ledger where workspace_id = ${workspaceId} and ${inSight(sight)}
    ${state ? sql`and state = ${state}` : sql``}
    ${inbox ? sql`and (inbox_id = ${inbox} or (inbox_id is null and family = ${family ?? null}))` : sql``}
    ${before === undefined ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

export interface LedgerEntryWhole extends LedgerRow {
  readonly headers: Json;
  /** The first `maxBytes` of it. */
  readonly body: Uint8Array;
  readonly outcome: Json;
}

export async function readLedgerEntry(
  db: Reader,
  workspaceId: WorkspaceId,
  id: number,
  maxBytes: number,
  sight: LedgerSight = null,
): Promise<LedgerEntryWhole | null> {
  const { rows } = await sql<LedgerEntryWhole>`select ${COLUMNS}, headers, outcome,
      substring(body from 1 for ${maxBytes}::int) as body
    from ledger where workspace_id = ${workspaceId} and id = ${id} and ${inSight(sight)}`.execute(db);
  return rows[0] ? { ...rows[0], id: Number(rows[0].id) } : null;
}

export type ReplayChoice =
  | { readonly kind: 'entry'; readonly id: number }
  | { readonly kind: 'set_aside'; readonly inboxId?: InboxId | undefined };

/**
 * Puts entries back to be filed again, in their old order. What they became stays: a message that is there already is
 * known by its id and not filed twice. Redacted ones have no body left to file.
 */
export async function putBack(
  tx: Tx,
  workspaceId: WorkspaceId,
  choice: ReplayChoice,
  sight: LedgerSight = null,
): Promise<number> {
  const which =
    choice.kind === 'entry'
      ? sql`id = ${choice.id} and state <> 'waiting'`
      : sql`state = 'set_aside' ${choice.inboxId ? sql`and inbox_id = ${choice.inboxId}` : sql``}`;
  const { rows } = await sql<{ count: number }>`
    with back as (
      update ledger set state = 'waiting', reason = null, filed_at = null
      where workspace_id = ${workspaceId} and redacted_at is null and ${which} and ${inSight(sight)} returning id
    ) select count(*)::int as count, pg_notify(${ARRIVED}, ${String(workspaceId)}) from back`.execute(tx);
  return rows[0]?.count ?? 0;
}

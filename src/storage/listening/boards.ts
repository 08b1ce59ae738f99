import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { BoardKind } from '../../core/listening/listening-rule.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';

export interface BoardRow {
  readonly id: string;
  readonly name: string;
  readonly kind: BoardKind;
  readonly position: number;
}
export interface ListedBoard extends BoardRow {
  readonly waiting: { readonly count: number; readonly isCapped: boolean };
  readonly rules: readonly { readonly id: string; readonly name: string; readonly isOn: boolean }[];
  /** Said within 24 hours, and in the day before; `MOST_SAID` at most. */
  readonly lastDay: number;
  readonly dayBefore: number;
}

const MOST_WAITING = 1_000;
const MOST_SAID = 10_000;
const DAY_MS = 86_400_000;

/** All boards in their order, with what lies on each that somebody may see. Spikes are asked for elsewhere. */
export async function listBoards(
  db: Reader,
  workspaceId: WorkspaceId,
  visible: readonly InboxId[] | null,
  now: Date,
): Promise<readonly ListedBoard[]> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  // Whoever sees every inbox is counted for from the index alone.
  const seen =
    visible === null
      ? sql``
      : sql`join hits h on h.workspace_id = ${workspaceId} and h.id = x.hit_id and ${inInboxes(visible, 'h')}`;
  const said = (from: Date, to: Date) => sql`(select count(*)::integer from (
      select from board_hits x ${seen} where x.workspace_id = ${workspaceId} and x.board_id = b.id and x.said_at > ${from} and x.said_at <= ${to}
      limit ${MOST_SAID}) said)`;
  const { rows } = await sql<Omit<ListedBoard, 'waiting'> & { readonly count: number }>`
    select b.id, b.name, b.kind, b.position,
      (select count(*)::integer from (select from board_hits x ${seen}
        where x.workspace_id = ${workspaceId} and x.board_id = b.id and x.is_waiting limit ${MOST_WAITING + 1}) waiting) as count,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.body ->> 'name', 'isOn', r.is_on) order by r.created_at, r.id)
        from listening_rules r where r.workspace_id = ${workspaceId} and r.board_id = b.id and r.removed_at is null), '[]') as rules,
      ${said(ago(1), now)} as "lastDay", ${said(ago(2), ago(1))} as "dayBefore"
    from boards b where b.workspace_id = ${workspaceId} and b.removed_at is null
    order by b.position, b.created_at, b.id`.execute(db);
  return rows.map(({ count, ...board }) => ({
    ...board,
    waiting: { count: Math.min(count, MOST_WAITING), isCapped: count > MOST_WAITING },
  }));
}

/** Null: it is not there (any more). */
export async function findBoard(db: Reader, workspaceId: WorkspaceId, id: string): Promise<BoardRow | null> {
  const { rows } = await sql<BoardRow>`select id, name, kind, position from boards
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Locked until the transaction ends; removed ones too. */
export async function lockBoard(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<(BoardRow & { readonly isRemoved: boolean }) | null> {
  const { rows } = await sql<BoardRow & { isRemoved: boolean }>`
    select id, name, kind, position, removed_at is not null as "isRemoved" from boards
    where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The last of them. Throws the database's word when the name is taken. False: the id is. */
export async function insertBoard(
  tx: Tx,
  workspaceId: WorkspaceId,
  board: Pick<BoardRow, 'id' | 'name' | 'kind'>,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`insert into boards (workspace_id, id, name, kind, position, created_at)
    select ${workspaceId}, ${board.id}, ${board.name}, ${board.kind}, coalesce(max(position), 0) + 1, ${now}
    from boards where workspace_id = ${workspaceId}
    on conflict (workspace_id, id) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Those that are not removed, in their order. */
export async function readBoardOrder(db: Reader, workspaceId: WorkspaceId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from boards
    where workspace_id = ${workspaceId} and removed_at is null order by position, created_at, id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function writeBoardOrder(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<void> {
  await sql`update boards b set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where b.workspace_id = ${workspaceId} and b.id = o.id`.execute(tx);
}

/** Throws the database's word when the name is taken. Rules of a board of another kind are heard anew. */
export async function updateBoard(tx: Tx, workspaceId: WorkspaceId, board: BoardRow, now: Date): Promise<void> {
  await sql`with moved as (
      update listening_rules r set version = version + 1, changed_at = ${now} from boards b
      where r.workspace_id = ${workspaceId} and r.board_id = ${board.id} and b.workspace_id = ${workspaceId} and b.id = r.board_id and b.kind <> ${board.kind}
    ) update boards set name = ${board.name}, kind = ${board.kind}, position = ${board.position}
      where workspace_id = ${workspaceId} and id = ${board.id}`.execute(tx);
}

/** With its rules. @returns the names of those that go with it */
export async function removeBoardRow(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<readonly string[]> {
  await sql`update boards set removed_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  const { rows } = await sql<{ name: string }>`
    update listening_rules set removed_at = ${now}, is_on = false, version = version + 1, changed_at = ${now}
    where workspace_id = ${workspaceId} and board_id = ${id} and removed_at is null returning body ->> 'name' as name`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Names of its rules that make conversations. */
export async function conversationRulesOf(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select body ->> 'name' as name from listening_rules
    where workspace_id = ${workspaceId} and board_id = ${id} and removed_at is null and body ->> 'becomes' = 'conversation'`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

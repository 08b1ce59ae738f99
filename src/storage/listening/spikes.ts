import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Height } from '../../core/listening/spike.ts';
import type { Burst } from '../../core/listening/terms.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** What is said to us in public stands on no board, and is counted as if it stood on this one. */
export const SAID_TO_US = '00000000-0000-0000-0000-000000000000';

export interface Drivers {
  readonly terms: readonly Burst[];
  /** Hits, the widest heard first. */
  readonly hits: readonly string[];
  /** Of what is said to us: below what most of it is said, the angriest first. */
  readonly threads: readonly Thread[];
  /** Where its posts were found: whoever may not see all of them is told nothing of it. */
  readonly inboxes: readonly InboxId[];
}
export interface Thread {
  readonly conversationId: string;
  readonly title: string | null;
  readonly posts: number;
  readonly negative: number;
}
export interface SpikeRow extends Height {
  readonly id: string;
  readonly boardId: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
  readonly endedAt: Date | null;
  readonly drivers: Drivers;
}

const COLUMNS = sql`id, board_id as "boardId", began_at as "beganAt", seen_at as "seenAt", ended_at as "endedAt",
  posts, expected::float8 as expected, authors, negative, drivers`;

/** @param boardIds null: of every board, and of what is said to us */
export async function listOpenSpikes(
  db: Reader,
  workspaceId: WorkspaceId,
  boardIds: readonly string[] | null = null,
): Promise<readonly SpikeRow[]> {
  const which = boardIds ? sql`board_id = any(${[...boardIds]}::uuid[])` : sql`true`;
  const { rows } = await sql<SpikeRow>`select ${COLUMNS} from spikes
    where workspace_id = ${workspaceId} and ended_at is null and ${which}`.execute(db);
  return rows;
}

/** The newest first. */
export async function listSpikes(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  limit: number,
): Promise<readonly SpikeRow[]> {
  const { rows } = await sql<SpikeRow>`select ${COLUMNS} from spikes
    where workspace_id = ${workspaceId} and board_id = ${boardId} order by began_at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** @returns false where one is open already: of two who see it at once, one opens it */
export async function addSpike(tx: Tx, workspaceId: WorkspaceId, spike: Omit<SpikeRow, 'endedAt'>): Promise<boolean> {
  const { rows } = await sql`
    insert into spikes (workspace_id, id, board_id, began_at, seen_at, posts, expected, authors, negative, drivers)
    values (${workspaceId}, ${spike.id}, ${spike.boardId}, ${spike.beganAt}, ${spike.seenAt}, ${spike.posts}, ${spike.expected},
      ${spike.authors}, ${spike.negative}, ${storableJson(spike.drivers)}::jsonb)
    on conflict (workspace_id, board_id) where ended_at is null do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** It is higher than it was, with what drives it now. @returns false where somebody else wrote that, or ended it */
export async function raiseSpike(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  {
    posts,
    expected,
    authors,
    negative,
    drivers,
    seenAt,
  }: Height & { readonly drivers: Drivers; readonly seenAt: Date },
): Promise<boolean> {
  const { rows } = await sql`update spikes set posts = ${posts}, expected = ${expected}, authors = ${authors},
      negative = ${negative}, drivers = ${storableJson(drivers)}::jsonb, seen_at = greatest(seen_at, ${seenAt}::timestamptz)
    where workspace_id = ${workspaceId} and id = ${id} and ended_at is null and (posts, negative) < (${posts}::integer, ${negative}::integer)
    returning id`.execute(tx);
  return rows.length > 0;
}

export async function seeSpike(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  await sql`update spikes set seen_at = ${now} where workspace_id = ${workspaceId} and id = ${id}
    and ended_at is null and seen_at < ${now}`.execute(tx);
}

/** @returns false where it was ended already */
export async function endSpike(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update spikes set ended_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and ended_at is null returning id`.execute(tx);
  return rows.length > 0;
}

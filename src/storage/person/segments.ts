import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { SegmentFilter } from '../../core/person/segment.ts';
import { keyOfName } from '../../core/work/name.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly filter: SegmentFilter;
}

export async function listSegments(db: Reader, workspaceId: WorkspaceId): Promise<readonly Segment[]> {
  const { rows } = await sql<Segment>`select id, name, filter from segments where workspace_id = ${workspaceId}
    order by folded limit 500`.execute(db);
  return rows;
}

export async function readSegment(db: Reader, workspaceId: WorkspaceId, id: string): Promise<Segment | null> {
  const { rows } =
    await sql<Segment>`select id, name, filter from segments where workspace_id = ${workspaceId} and id = ${id}`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** False: the id or the name is taken. */
export async function insertSegment(
  tx: Tx,
  workspaceId: WorkspaceId,
  segment: Segment & { readonly by: string | null },
  now: Date,
): Promise<boolean> {
  const name = storableText(segment.name);
  const { numAffectedRows } =
    await sql`insert into segments (workspace_id, id, name, folded, filter, created_by, created_at)
    values (${workspaceId}, ${segment.id}, ${name}, ${keyOfName(name)}, ${storableJson(segment.filter)}::jsonb, ${segment.by}::uuid, ${now})
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** False: another one has this name. */
export function updateSegment(tx: Tx, workspaceId: WorkspaceId, segment: Segment): Promise<boolean> {
  const name = storableText(segment.name);
  return unlessTaken(tx, () =>
    sql`update segments set name = ${name}, folded = ${keyOfName(name)}, filter = ${storableJson(segment.filter)}::jsonb
      where workspace_id = ${workspaceId} and id = ${segment.id}`.execute(tx),
  );
}

export async function deleteSegment(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.deleteFrom('segments').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

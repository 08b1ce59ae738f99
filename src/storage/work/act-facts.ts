import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { ActFacts } from '../../core/work/act.ts';
import type { Reader } from '../database.ts';

/** What these ids stand for, in one statement. */
export async function readNames(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Pick<ActFacts, 'agents' | 'teams' | 'labels'>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return { agents: new Map(), teams: new Map(), labels: new Map() };
  const { rows } = await sql<{ a: string; id: string; name: string; gone: boolean }>`
    select 'agent' as a, id, name, deactivated_at is not null as gone from agents where workspace_id = ${workspaceId} and id = any(${wanted}::uuid[])
    union all select 'team', id, name, false from teams where workspace_id = ${workspaceId} and id = any(${wanted}::uuid[])
    union all select 'label', id, name, archived_at is not null from labels where workspace_id = ${workspaceId} and id = any(${wanted}::uuid[])`.execute(
    db,
  );
  const of = (a: string) => rows.filter((row) => row.a === a);
  return {
    agents: new Map(of('agent').map(({ id, name, gone }) => [id, { name, isActive: !gone }])),
    teams: new Map(of('team').map(({ id, name }) => [id, name])),
    labels: new Map(of('label').map(({ id, name, gone }) => [id, { name, isArchived: gone }])),
  };
}

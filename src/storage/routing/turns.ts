import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

/** From here to the commit nobody else gives anything out in this workspace. @returns the last turn */
export async function takeTurn(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ turn: string | number }>`
    insert into routing_turns (workspace_id) values (${workspaceId})
    on conflict (workspace_id) do update set turn = routing_turns.turn returning turn`.execute(tx);
  return Number(rows[0]?.turn ?? 0);
}

/** Whose turn it was last. */
export async function noteTurns(tx: Tx, workspaceId: WorkspaceId, turns: ReadonlyMap<string, number>): Promise<void> {
  if (turns.size === 0) return;
  const rows = [...turns].map(([id, turn]) => ({ id, turn }));
  await sql`insert into agent_desks (workspace_id, agent_id, turn)
    select ${workspaceId}, r.id, r.turn from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, turn bigint)
    on conflict (workspace_id, agent_id) do update set turn = excluded.turn`.execute(tx);
  await sql`update routing_turns set turn = ${Math.max(...turns.values())} where workspace_id = ${workspaceId}`.execute(
    tx,
  );
}

import type { TeamId, ViewId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { type SavedView, VIEW_COLUMNS } from './rows.ts';

/** False: a view with this id is there already. */
export async function insertView(tx: Tx, workspaceId: WorkspaceId, view: SavedView, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('saved_views')
    .values({ workspace_id: workspaceId, id: view.id, created_at: at, ...columnsOf(view, at) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The view, locked until the transaction ends. Undefined: there is none. */
export function lockView(tx: Tx, workspaceId: WorkspaceId, id: ViewId): Promise<SavedView | undefined> {
  return tx
    .selectFrom('saved_views')
    .select(VIEW_COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateView(tx: Tx, workspaceId: WorkspaceId, view: SavedView, at: Date): Promise<void> {
  await tx
    .updateTable('saved_views')
    .set(columnsOf(view, at))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', view.id)
    .execute();
}

export async function deleteView(tx: Tx, workspaceId: WorkspaceId, id: ViewId): Promise<void> {
  await tx.deleteFrom('saved_views').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

function columnsOf(view: SavedView, at: Date) {
  return {
    name: storableText(view.name),
    filter: storableJson(view.filter),
    sort: view.sort,
    audience: view.audience,
    team_id: view.teamId,
    owner_id: view.ownerId,
    position: view.position,
    changed_at: at,
  };
}

export async function hasTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId): Promise<boolean> {
  const row = await tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

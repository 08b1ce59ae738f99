import { sql } from 'kysely';
import type { WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

export interface HouseKey {
  readonly public: string;
  readonly sealed: Uint8Array;
}

export async function readHouseKey(db: Reader, workspaceId: WorkspaceId, name: string): Promise<HouseKey | null> {
  const { rows } = await sql<HouseKey>`select public, secret as sealed from house_keys
    where workspace_id = ${workspaceId} and name = ${name}`.execute(db);
  return rows[0] ?? null;
}

/** The first one that is kept counts: two processes that make one at once have the same afterwards. */
export async function keepHouseKey(
  tx: Tx,
  workspaceId: WorkspaceId,
  name: string,
  key: HouseKey,
  now: Date,
): Promise<void> {
  await sql`insert into house_keys (workspace_id, name, public, secret, made_at)
    values (${workspaceId}, ${name}, ${key.public}, ${key.sealed}, ${now}) on conflict (workspace_id, name) do nothing`.execute(
    tx,
  );
}

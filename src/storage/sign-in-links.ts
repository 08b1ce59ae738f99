import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Tx } from './database.ts';

export async function addSignInLink(
  tx: Tx,
  link: {
    readonly workspaceId: WorkspaceId;
    readonly tokenHash: Uint8Array;
    readonly agentId: AgentId;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('sign_in_links')
    .values({
      workspace_id: link.workspaceId,
      token_hash: link.tokenHash,
      agent_id: link.agentId,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** The agent it was made for, once; null when it was used, ended or never made. The database decides between two at once. */
export async function useSignInLink(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<AgentId | null> {
  const row = await tx
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('agent_id')
    .executeTakeFirst();
  return row?.agent_id ?? null;
}

/** Links that were not used yet no longer open anything. */
export async function removeSignInLinksOf(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
  await tx
    .deleteFrom('sign_in_links')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}

import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';
import type { LinkKind } from './tables/security.ts';

export interface SignInLinkRow {
  readonly agentId: AgentId;
  readonly kind: LinkKind;
  readonly expiresAt: Date;
}

export async function addSignInLink(
  tx: Tx,
  link: {
    readonly workspaceId: WorkspaceId;
    readonly tokenHash: Uint8Array;
    readonly agentId: AgentId;
    readonly expiresAt: Date;
    readonly kind: LinkKind;
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
      kind: link.kind,
    })
    .execute();
}

/** Looked at, not used; null when it no longer opens anything. */
export async function readSignInLink(
  db: Reader,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<SignInLinkRow | null> {
  const row = await db
    .selectFrom('sign_in_links')
    .select(['agent_id', 'kind', 'expires_at'])
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? { agentId: row.agent_id, kind: row.kind, expiresAt: row.expires_at } : null;
}

/** What it was made for, once; null when it was used, ended or never made. The database decides between two at once. */
export async function spendSignInLink(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<SignInLinkRow | null> {
  const row = await tx
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['agent_id', 'kind', 'expires_at'])
    .executeTakeFirst();
  return row ? { agentId: row.agent_id, kind: row.kind, expiresAt: row.expires_at } : null;
}

/** Links that were not used yet no longer open anything, nor does what was begun with a password. */
export async function removeSignInLinksOf(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
  await tx
    .deleteFrom('sign_in_links')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
  await tx
    .deleteFrom('sign_in_tickets')
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}

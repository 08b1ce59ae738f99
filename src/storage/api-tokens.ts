import type { InboxRights } from '../core/access/inbox-rights.ts';
import type { AgentId, Json, WorkspaceId } from '../core/ids.ts';
import { readRights, writeRights } from './access/inbox-rights.ts';
import type { Reader, Tx } from './database.ts';

export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Where it may do it; null: in every inbox. */
  readonly inboxes: InboxRights;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiTokenRow {
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly tokenHash: Uint8Array;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly inboxes: InboxRights;
  readonly createdBy: AgentId | null;
  readonly at: Date;
  readonly expiresAt: Date | null;
}

export async function addApiToken(tx: Tx, token: NewApiTokenRow): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      workspace_id: token.workspaceId,
      id: token.id,
      token_hash: token.tokenHash,
      name: token.name,
      scopes: [...token.scopes],
      inbox_rights: token.inboxes && JSON.stringify(writeRights(token.inboxes)),
      created_by: token.createdBy,
      created_at: token.at,
      expires_at: token.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** Null when it is unknown, ended or was revoked. */
export async function findApiToken(
  db: Reader,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<ApiTokenRow | null> {
  const row = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function touchApiToken(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('api_tokens')
    .set({ last_used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function listApiTokens(db: Reader, workspaceId: WorkspaceId): Promise<readonly ApiTokenRow[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(fromRow);
}

export async function renameApiToken(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  name: string,
): Promise<ApiTokenRow | null> {
  const row = await tx
    .updateTable('api_tokens')
    .set({ name })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Null when it is unknown or was revoked before. */
export async function revokeApiToken(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<ApiTokenRow | null> {
  const row = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

function fromRow(row: {
  id: string;
  name: string;
  scopes: string[];
  inbox_rights: Json;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}): ApiTokenRow {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    inboxes: readRights(row.inbox_rights),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}

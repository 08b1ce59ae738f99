import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface OidcProviderRow {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Uint8Array | null;
  readonly mayJoin: boolean;
  readonly domains: readonly string[];
  readonly isEnabled: boolean;
  /** It vouches for nobody who may do more than these. */
  readonly vouchedActs: readonly string[];
}

/** False when there is one of this id already. */
export async function addOidcProvider(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OidcProviderRow,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('oidc_providers')
    .values({ workspace_id: workspaceId, id: row.id, ...columnsOf(row), created_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function writeOidcProvider(tx: Tx, workspaceId: WorkspaceId, row: OidcProviderRow): Promise<void> {
  await tx
    .updateTable('oidc_providers')
    .set(columnsOf(row))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', row.id)
    .execute();
}

export async function lockOidcProvider(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<OidcProviderRow | null> {
  const row = await providersOf(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function readOidcProvider(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string,
): Promise<OidcProviderRow | null> {
  const row = await providersOf(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function listOidcProviders(db: Reader, workspaceId: WorkspaceId): Promise<readonly OidcProviderRow[]> {
  return (await providersOf(db, workspaceId).orderBy('id').execute()).map(fromRow);
}

export async function removeOidcProvider(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<OidcProviderRow | null> {
  const row = await tx
    .deleteFrom('oidc_providers')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Who somebody of a provider is here. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export async function findOidcAgent(
  db: Reader,
  workspaceId: WorkspaceId,
  { issuer, subject }: OidcIdentity,
): Promise<AgentId | null> {
  const row = await db
    .selectFrom('oidc_identities')
    .select('agent_id')
    .where('workspace_id', '=', workspaceId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.agent_id ?? null;
}

/** False when somebody else was joined to it at the same moment. */
export async function addOidcIdentity(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  { issuer, subject }: OidcIdentity,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .insertInto('oidc_identities')
    .values({ workspace_id: workspaceId, issuer, subject, agent_id: agentId, created_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How many identities an agent has, of any provider or of this issuer. */
export async function countOidcIdentities(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  issuer: string | null = null,
): Promise<number> {
  let counting = db
    .selectFrom('oidc_identities')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId);
  if (issuer) counting = counting.where('issuer', '=', issuer);
  return Number((await counting.executeTakeFirstOrThrow()).count);
}

const providersOf = (db: Reader, workspaceId: WorkspaceId) =>
  db.selectFrom('oidc_providers').selectAll().where('workspace_id', '=', workspaceId);

const columnsOf = (row: OidcProviderRow) => ({
  name: row.name,
  issuer: row.issuer,
  client_id: row.clientId,
  client_secret: row.clientSecret,
  may_join: row.mayJoin,
  domains: [...row.domains],
  is_enabled: row.isEnabled,
  vouched_acts: [...row.vouchedActs],
});

function fromRow(row: {
  id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: Uint8Array | null;
  may_join: boolean;
  domains: string[];
  is_enabled: boolean;
  vouched_acts: string[];
}): OidcProviderRow {
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: row.client_secret,
    mayJoin: row.may_join,
    domains: row.domains,
    isEnabled: row.is_enabled,
    vouchedActs: row.vouched_acts,
  };
}

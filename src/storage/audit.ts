import { sql } from 'kysely';
import type { AgentId, Json, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';
import { newId } from './new-id.ts';
import { storableJson } from './rows.ts';

/** Who did it: a person, an API token, or the house itself. Every `Who` fits. */
export interface Actor {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId | null;
  readonly address?: string;
  readonly via?: { readonly kind: 'session' } | { readonly kind: 'token'; readonly id: string };
}

export interface AuditedAct {
  /** A noun and what became of it: `inbox.connected`, `agent.invited`, `message.hidden`. */
  readonly act: string;
  /** The id or name of what it was done to. */
  readonly target?: string | null;
  /** Never a secret. */
  readonly detail?: { readonly [key: string]: Json };
}

/** Written in the transaction that does the act, so that neither is there without the other. */
export async function addAudit(tx: Tx, actor: Actor, { act, target, detail }: AuditedAct, now: Date): Promise<void> {
  const token = actor.via?.kind === 'token' ? actor.via.id : null;
  await tx
    .insertInto('audit_log')
    .values({
      workspace_id: actor.workspaceId,
      id: newId(),
      at: now,
      actor_kind: actor.agentId ? 'agent' : token ? 'token' : 'system',
      actor_id: actor.agentId ?? token,
      act,
      target: target ?? null,
      detail: storableJson(detail ?? {}),
      address: actor.address ?? null,
    })
    .execute();
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly act: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly address: string | null;
}

export interface AuditFilter {
  /** An act, or its beginning: `agent.` */
  readonly act?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** The newest first. @param before the id of the last one read */
export async function listAudit(
  db: Reader,
  workspaceId: WorkspaceId,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
  { act, actor, target, from, to }: AuditFilter = {},
): Promise<readonly AuditRow[]> {
  const wanted = [
    sql`l.workspace_id = ${workspaceId}`,
    sql`l.id < ${before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid`,
    ...(act ? [sql`starts_with(l.act, ${act})`] : []),
    ...(actor ? [sql`l.actor_id = ${actor}::uuid`] : []),
    ...(target ? [sql`l.target = ${target}`] : []),
    ...(from ? [sql`l.at >= ${from}`] : []),
    ...(to ? [sql`l.at < ${to}`] : []),
  ];
  const { rows } = await sql<AuditRow>`
    select l.id, l.at, l.actor_kind as "actorKind", coalesce(a.name, t.name) as "actorName", l.act, l.target, l.detail, l.address
    from audit_log l
    left join agents a on l.actor_kind = 'agent' and a.workspace_id = l.workspace_id and a.id = l.actor_id
    left join api_tokens t on l.actor_kind = 'token' and t.workspace_id = l.workspace_id and t.id = l.actor_id
    where ${sql.join(wanted, sql` and `)}
    order by l.id desc limit ${limit}`.execute(db);
  return rows;
}

const PAGE = 500;

/** All that fit, page after page, so that years of them are never in memory at once. */
export async function* auditRows(db: Reader, workspaceId: WorkspaceId, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let before: string | undefined;
  do {
    const rows = await listAudit(db, workspaceId, { before, limit: PAGE }, filter);
    yield* rows;
    before = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  } while (before);
}

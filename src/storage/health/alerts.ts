import { sql } from 'kysely';
import type { AlertKind, Finding } from '../../core/health/findings.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows, storableText } from '../rows.ts';

export interface AlertRow {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly kind: AlertKind;
  readonly detail: string;
  readonly todo: string;
  readonly since: Date;
}
export interface AlertNews {
  readonly raised: readonly AlertRow[];
  readonly ended: readonly AlertRow[];
}

/**
 * Makes the open alerts of an inbox those that are found now: one row of a kind, kept open while it is found, ended by
 * itself when it is not. Two workers at once raise one.
 */
export async function putAlerts(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  findings: readonly Finding[],
  now: Date,
): Promise<AlertNews> {
  const rows = findings.map(({ kind, detail, todo }) => ({
    id: newId(now.getTime()),
    kind,
    detail: storableText(detail).slice(0, 1_000),
    todo: storableText(todo).slice(0, 500),
  }));
  const raised = await sql<AlertRow>`
    insert into inbox_alerts (workspace_id, id, inbox_id, kind, detail, todo, since, seen_at)
    select ${workspaceId}, r.id, ${inboxId}, r.kind, r.detail, r.todo, ${now}, ${now}
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, kind text, detail text, todo text)
    on conflict (workspace_id, inbox_id, kind) where ended_at is null do nothing
    returning id, inbox_id as "inboxId", kind, detail, todo, since`.execute(tx);
  await sql`update inbox_alerts a set detail = r.detail, todo = r.todo
    from json_to_recordset(${jsonRows(rows)}) as r (kind text, detail text, todo text)
    where a.workspace_id = ${workspaceId} and a.inbox_id = ${inboxId} and a.kind = r.kind and a.ended_at is null
      and (a.detail, a.todo) is distinct from (r.detail, r.todo)`.execute(tx);
  const ended = await sql<AlertRow>`
    update inbox_alerts set ended_at = ${now}
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and ended_at is null
      and not (kind = any(${rows.map(({ kind }) => kind)}::text[]))
    returning id, inbox_id as "inboxId", kind, detail, todo, since`.execute(tx);
  return { raised: raised.rows, ended: ended.rows };
}

/** What is wrong now, the oldest first. */
export async function listAlerts(db: Reader, workspaceId: WorkspaceId): Promise<readonly AlertRow[]> {
  const { rows } = await sql<AlertRow>`
    select a.id, a.inbox_id as "inboxId", a.kind, a.detail, a.todo, a.since
    from inbox_alerts a join inboxes i on i.workspace_id = ${workspaceId} and i.id = a.inbox_id
    where a.workspace_id = ${workspaceId} and a.ended_at is null and i.removed_at is null order by a.since, a.id`.execute(
    db,
  );
  return rows;
}

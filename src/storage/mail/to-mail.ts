import { sql } from 'kysely';
import type { AgentId, NotificationId, WorkspaceId } from '../../core/ids.ts';
import { type ChosenPreferences, type Preferences, withDefaults } from '../../core/notifications/preferences.ts';
import type { Reader, Tx } from '../database.ts';

export interface MailReader {
  readonly id: AgentId;
  readonly email: string;
  readonly preferences: Preferences;
}

const AGENT = sql`a.id, a.email, a.preferences`;
const asReader = (row: { id: AgentId; email: string; preferences: unknown }): MailReader => ({
  ...row,
  preferences: withDefaults((row.preferences ?? {}) as ChosenPreferences),
});

/** People for whom something is due that is mailed at once. */
export async function agentsWithAlerts(
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly MailReader[]> {
  const { rows } = await sql<{ id: AgentId; email: string; preferences: unknown }>`
    select ${AGENT} from agents a where a.workspace_id = ${workspaceId} and a.id in (
      select n.agent_id from notifications n where n.workspace_id = ${workspaceId} and n.mail_at <= ${now})`.execute(
    db,
  );
  return rows.map(asReader);
}

/** People who want summaries. */
export async function agentsWithDigest(db: Reader, workspaceId: WorkspaceId): Promise<readonly MailReader[]> {
  const { rows } = await sql<{ id: AgentId; email: string; preferences: unknown }>`
    select ${AGENT} from agents a where a.workspace_id = ${workspaceId} and a.deactivated_at is null
      and a.preferences ->> 'mail' in ('hourly', 'daily')`.execute(db);
  return rows.map(asReader);
}

/** Takes what is to be mailed at once, for good: the mail is written in the same transaction. What was read is not mailed. */
export async function takeAlerts(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  { isWanted, since, now }: { readonly isWanted: boolean; readonly since: Date; readonly now: Date },
): Promise<readonly NotificationId[]> {
  const { rows } = await sql<{ id: NotificationId; is: boolean }>`
    update notifications set mail_at = null,
      mailed_at = case when ${isWanted} and read_at is null and at >= ${since} then ${now}::timestamptz else mailed_at end
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and mail_at <= ${now}
    returning id, coalesce(mailed_at = ${now}, false) as is`.execute(tx);
  return rows.filter(({ is }) => is).map(({ id }) => id);
}

/** Whose turn it is for this period: of several processes one is told so, once. The first time only begins the counting. */
export async function takeDigestTurn(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  period: Date,
): Promise<boolean> {
  const begun =
    await sql`insert into digest_turns (workspace_id, agent_id, period_at) values (${workspaceId}, ${agentId}, ${period})
    on conflict (workspace_id, agent_id) do nothing returning agent_id`.execute(tx);
  if (begun.rows.length > 0) return false;
  const { rows } = await sql`update digest_turns set period_at = ${period}
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and period_at < ${period} returning agent_id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** What they have not seen and were not mailed, marked as mailed. */
export async function takeUnseen(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  since: Date,
  now: Date,
): Promise<readonly NotificationId[]> {
  const { rows } = await sql<{ id: NotificationId; at: Date }>`
    update notifications set mailed_at = ${now}, mail_at = null
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and read_at is null and mailed_at is null
      and at >= ${since} and at <= ${now} returning id, at`.execute(tx);
  return rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ id }) => id);
}

/** Alerts that they were mailed and that are over, each told once, in one line. */
export async function takeOver(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    update notifications n set over_mailed_at = ${now}
    from inbox_alerts a, inboxes i
    where n.workspace_id = ${workspaceId} and n.agent_id = ${agentId} and n.kind = 'inbox_alert' and n.mailed_at < ${now}
      and n.over_mailed_at is null and a.workspace_id = ${workspaceId} and n.about = 'inbox_alert:' || a.id and a.ended_at is not null
      and i.workspace_id = ${workspaceId} and i.id = a.inbox_id
    returning i.name || ': ' || a.detail as line`.execute(tx);
  return rows.map(({ line }) => line);
}

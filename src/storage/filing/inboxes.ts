import { sql } from 'kysely';
import type { ExternalAccountId, InboxId, Json, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface FilingInbox {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly settings: Json;
  readonly language: string | null;
}

/** The inboxes of a workspace as filing needs them: no credentials, few columns. */
export async function readFilingInboxes(db: Reader, workspaceId: WorkspaceId): Promise<readonly FilingInbox[]> {
  const rows = await db
    .selectFrom('inboxes')
    .select(['id', 'channel', 'external_id', 'settings', 'language'])
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    account: row.external_id as ExternalAccountId,
    settings: row.settings,
    language: row.language,
  }));
}

/** When each last brought something. */
export async function touchInboxes(
  tx: Tx,
  workspaceId: WorkspaceId,
  touched: readonly { readonly id: InboxId; readonly at: Date }[],
): Promise<void> {
  if (touched.length === 0) return;
  await sql`update inboxes i set last_event_at = greatest(i.last_event_at, r.at)
    from json_to_recordset(${jsonRows(touched)}) as r (id uuid, at timestamptz)
    where i.workspace_id = ${workspaceId} and i.id = r.id
      -- A busy inbox would be rewritten with every batch; its health line is exact to five seconds.
      and (i.last_event_at is null or i.last_event_at < r.at - interval '5 seconds')`.execute(tx);
}

/** What a conversation begins with, by its inbox: whose it is, and what for. */
export interface Beginning {
  readonly teamId: TeamId | null;
  readonly purpose: string;
}

export async function readBeginnings(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly InboxId[],
): Promise<ReadonlyMap<InboxId, Beginning>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('inboxes')
    .select(['id', 'team_id', 'purpose'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, team_id, purpose }) => [id, { teamId: team_id, purpose }]));
}

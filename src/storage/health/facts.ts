import { sql } from 'kysely';
import type { InboxState } from '../../core/conversation/states.ts';
import { type HeardHour, LEARN_MS, REMEMBER_MS } from '../../core/health/rhythm.ts';
import type { ExternalAccountId, InboxId, Json, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** What the judgement on an inbox rests on, as it is kept. */
export interface KeptFacts {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly name: string;
  readonly state: InboxState;
  readonly stateDetail: string | null;
  readonly stateSince: Date;
  readonly tokenExpiresAt: Date | null;
  readonly lastCheck: Json;
  readonly quota: Json;
  readonly ownerEmail: string | null;
  readonly createdAt: Date;
  readonly lastHeardAt: Date | null;
  readonly recovered: number;
  readonly openGaps: number;
  readonly accepted: number;
  readonly refused: number;
  readonly lastRefusal: string | null;
  readonly isMailDead: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** All inboxes of a workspace, by a few indexed statements however many messages there are. */
export async function readHealthFacts(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<readonly KeptFacts[]> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const { rows } = await sql<KeptFacts>`
    select i.id, i.channel, i.external_id as account, i.name, i.state, i.state_detail as "stateDetail",
      i.state_since as "stateSince", i.token_expires_at as "tokenExpiresAt", i.last_check as "lastCheck", i.quota,
      i.owner_email as "ownerEmail", i.created_at as "createdAt",
      (select least(h.hour + interval '1 hour', ${now}) from inbox_hours h
        where h.workspace_id = ${workspaceId} and h.inbox_id = i.id order by h.hour desc limit 1) as "lastHeardAt",
      coalesce((select sum(h.recovered) from inbox_hours h
        where h.workspace_id = ${workspaceId} and h.inbox_id = i.id and h.hour >= ${dayAgo}), 0)::integer as recovered,
      (select count(*) from inbox_gaps g
        where g.workspace_id = ${workspaceId} and g.inbox_id = i.id and g.settled_at is null)::integer as "openGaps",
      coalesce(s.accepted, 0) as accepted, coalesce(s.refused, 0) as refused, s.last_refusal as "lastRefusal",
      i.owner_dead_at is not null as "isMailDead"
    from inboxes i
    left join (
      select o.inbox_id, count(*) filter (where o.state = 'sent')::integer as accepted,
        count(*) filter (where o.state = 'failed')::integer as refused,
        (array_agg(o.detail order by o.position desc) filter (where o.state = 'failed'))[1] as last_refusal
      from outbox o where o.workspace_id = ${workspaceId} and o.first_tried_at >= ${hourAgo} group by o.inbox_id
    ) s on s.inbox_id = i.id
    where i.workspace_id = ${workspaceId} and i.removed_at is null order by i.id`.execute(db);
  return rows;
}

/** The hours of the weeks before an inbox was last heard. */
export async function readHours(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  before: Date,
): Promise<readonly HeardHour[]> {
  return db
    .selectFrom('inbox_hours')
    .select(['hour', 'heard'])
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('hour', '>=', new Date(before.getTime() - REMEMBER_MS - HOUR_MS))
    .orderBy('hour')
    .execute();
}

/** Longer than anybody's rhythm is remembered. */
export async function pruneHours(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await db
    .deleteFrom('inbox_hours')
    .where('workspace_id', '=', workspaceId)
    .where('hour', '<', new Date(now.getTime() - 3 * REMEMBER_MS - LEARN_MS))
    .execute();
}

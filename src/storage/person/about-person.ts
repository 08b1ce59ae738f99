import { sql } from 'kysely';
import type { AgentId, ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { EngagementFacts } from '../../core/person/engagement.ts';
import type { StageFacts } from '../../core/person/lifecycle.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';
import { wantedToBuy } from './stage-sql.ts';

export interface AboutPerson extends StageFacts {
  readonly id: ContactId;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly mergedIntoId: ContactId | null;
  readonly vipAt: Date | null;
  readonly vipBy: string | null;
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly mails: readonly string[];
}

export async function readAbout(db: Reader, workspaceId: WorkspaceId, id: ContactId): Promise<AboutPerson | null> {
  const { rows } = await sql<AboutPerson>`
    select p.id, p.name, p.fields, p.merged_into_id as "mergedIntoId", p.vip_at as "vipAt", a.name as "vipBy", p.lifecycle as "byHand",
      p.orders_count as orders, ${wantedToBuy(workspaceId)} as "wantedToBuy", p.company_id as "companyId", o.name as "companyName",
      (select coalesce(array_agg(i.external_id order by i.id), '{}') from identities i
        where i.workspace_id = ${workspaceId} and i.contact_id = p.id and i.channel = 'email') as mails
    from contacts p
    left join agents a on a.workspace_id = ${workspaceId} and a.id = p.vip_by
    left join companies o on o.workspace_id = ${workspaceId} and o.id = p.company_id
    where p.workspace_id = ${workspaceId} and p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const HALF_A_YEAR_MS = 182 * 86_400_000;
/** Whoever has more of them in half a year is as devoted as one can be. */
const MOST = 300;

/** What somebody wrote and how they reacted within half a year, where whoever asks may see it. */
export async function readEngagement(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ContactId,
  visible: readonly InboxId[] | null,
  now: Date,
): Promise<EngagementFacts> {
  const since = new Date(now.getTime() - HALF_A_YEAR_MS);
  const { rows } = await sql<EngagementFacts>`
    with said as (
      select m.sent_at as at, 'message' as what from conversations c
      join messages m on m.workspace_id = ${workspaceId} and m.conversation_id = c.id and m.direction = 'inbound' and m.sent_at >= ${since}
        and m.automatic is null
      where c.workspace_id = ${workspaceId} and c.contact_id = ${id} and c.last_message_at >= ${since} and ${inInboxes(visible)}
      order by m.sent_at desc limit ${MOST}
    ), reacted as (
      select r.at, 'reaction' as what from identities i
      join reactions r on r.workspace_id = ${workspaceId} and r.by_external_id = i.external_id and r.removed_at is null and r.at >= ${since}
      join inboxes b on b.workspace_id = ${workspaceId} and b.id = r.inbox_id and b.channel = i.channel
      where i.workspace_id = ${workspaceId} and i.contact_id = ${id} and ${inInboxes(visible, 'r')} limit ${MOST}
    ), both_of as (select * from said union all select * from reacted)
    select count(*) filter (where what = 'message')::int as messages, count(*) filter (where what = 'reaction')::int as reactions,
      count(distinct date_trunc('day', at))::int as days, max(at) as "lastAt" from both_of`.execute(db);
  return rows[0] ?? { messages: 0, reactions: 0, days: 0, lastAt: null };
}

export interface PersonNow {
  readonly name: string;
  readonly isVip: boolean;
  readonly lifecycle: string | null;
  readonly companyId: string | null;
}

/** Locked until the transaction ends. Null: not there, or part of somebody else. */
export async function lockPerson(tx: Tx, workspaceId: WorkspaceId, id: ContactId): Promise<PersonNow | null> {
  const { rows } =
    await sql<PersonNow>`select name, vip_at is not null as "isVip", lifecycle, company_id as "companyId" from contacts
    where workspace_id = ${workspaceId} and id = ${id} and merged_into_id is null for update`.execute(tx);
  return rows[0] ?? null;
}

export async function writeVip(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  by: AgentId | null,
  at: Date | null,
): Promise<void> {
  await sql`update contacts set vip_at = ${at}::timestamptz, vip_by = ${at ? by : null}::uuid
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function writeStage(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  stage: string | null,
  by: AgentId | null,
): Promise<void> {
  await sql`update contacts set lifecycle = ${stage}, lifecycle_by = ${stage ? by : null}::uuid
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function writeCompany(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ContactId,
  companyId: string | null,
  by: AgentId | null,
): Promise<void> {
  await sql`update contacts set company_id = ${companyId}::uuid, company_by = ${companyId ? by : null}::uuid
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

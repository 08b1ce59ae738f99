import { type RawBuilder, sql } from 'kysely';
import type { ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Stage } from '../../core/person/lifecycle.ts';
import type { SegmentFilter } from '../../core/person/segment.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { inSegment } from './segment-sql.ts';
import { stageSql } from './stage-sql.ts';

export interface PersonListRow {
  readonly id: ContactId;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly language: string | null;
  readonly channels: readonly string[];
  readonly handle: string | null;
  readonly isVip: boolean;
  readonly isBlocked: boolean;
  readonly stage: Stage;
  readonly companyName: string | null;
  readonly orders: number | null;
  readonly spent: number | null;
  readonly lastAt: Date | null;
  readonly waits: boolean;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface PeopleAsked {
  readonly visible: readonly InboxId[] | null;
  /** Only among these: who was found by a name. */
  readonly found?: readonly ContactId[] | undefined;
  readonly filter?: SegmentFilter | undefined;
  readonly companyId?: string | undefined;
  readonly isVip?: boolean | undefined;
  readonly after?: string | undefined;
}

/** Those who are known, the newest first; of inboxes that are not there for whoever asks nobody is found. */
export async function listPersons(
  db: Reader,
  workspaceId: WorkspaceId,
  asked: PeopleAsked,
  limit: number,
  now: Date,
): Promise<readonly PersonListRow[]> {
  const { visible } = asked;
  const { rows } = await sql<PersonListRow>`
    select p.id, p.name, p.avatar_url as "avatarUrl", coalesce(p.language, latest.language) as language,
      (select coalesce(array_agg(distinct i.channel), '{}') from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id) as channels,
      (select i.handle from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id and i.handle is not null order by i.id limit 1) as handle,
      p.vip_at is not null as "isVip", p.blocked_at is not null as "isBlocked", ${stageSql(workspaceId)} as stage,
      (select o.name from companies o where o.workspace_id = ${workspaceId} and o.id = p.company_id) as "companyName",
      p.orders_count as orders, p.orders_value::float8 as spent, latest.at as "lastAt", coalesce(latest.waits, false) as waits,
      (select i.external_id from identities i where i.workspace_id = ${workspaceId} and i.contact_id = p.id and i.channel = 'email' order by i.id limit 1) as email,
      (select case when i.external_id ~ '^[+]?[0-9]+$' then i.external_id else i.handle end from identities i
        where i.workspace_id = ${workspaceId} and i.contact_id = p.id and i.channel in ('phone', 'whatsapp')
        and (i.external_id ~ '^[+]?[0-9]+$' or i.handle ~ '^[+]?[0-9]+$') order by i.id limit 1) as phone
    from (select * from contacts p where p.workspace_id = ${workspaceId} and ${matching(workspaceId, asked, now)}
      ${asked.after ? sql`and p.id < ${asked.after}::uuid` : sql``} order by p.id desc limit ${limit}) p
    left join lateral (select c.last_message_at as at, c.language, c.attention is not distinct from 'needs_answer' as waits from conversations c
      where c.workspace_id = ${workspaceId} and c.contact_id = p.id and ${inInboxes(visible)} and c.merged_into_id is null
      order by c.last_message_at desc limit 1) latest on true
    order by p.id desc`.execute(db);
  return rows;
}

/** Nobody reads more than this. */
export const COUNTED = 10_000;

export async function countPersons(
  db: Reader,
  workspaceId: WorkspaceId,
  asked: PeopleAsked,
  now: Date,
): Promise<{ readonly count: number; readonly isCapped: boolean }> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from contacts p where p.workspace_id = ${workspaceId} and ${matching(workspaceId, asked, now)} limit ${COUNTED + 1}) found`.execute(
    db,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, COUNTED), isCapped: count > COUNTED };
}

function matching(workspaceId: WorkspaceId, asked: PeopleAsked, now: Date): RawBuilder<boolean> {
  const { visible, found, filter, companyId, isVip } = asked;
  const all: RawBuilder<unknown>[] = [sql`p.merged_into_id is null`];
  if (found) all.push(sql`p.id = any(${[...found]}::uuid[])`);
  if (isVip) all.push(sql`p.vip_at is not null`);
  if (companyId) all.push(sql`p.company_id = ${companyId}::uuid`);
  if (filter) all.push(inSegment(workspaceId, filter, now));
  if (visible !== null)
    all.push(
      sql`exists (select 1 from conversations c where c.workspace_id = ${workspaceId} and c.contact_id = p.id and ${inInboxes(visible)})`,
    );
  return sql`(${sql.join(all, sql` and `)})`;
}

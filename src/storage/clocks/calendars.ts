import { sql } from 'kysely';
import type { Holiday, KeptCalendar } from '../../core/hours/kept-calendar.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { keyOfName } from '../../core/work/name.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface CalendarRow extends KeptCalendar {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly holidaysUntil: string | null;
  readonly isDefault: boolean;
  readonly inboxIds: readonly InboxId[];
}

const columns = (
  workspaceId: WorkspaceId,
) => sql`c.id, c.name, c.time_zone as "timeZone", c.week, c.days, c.country, c.region,
  c.holidays, c.holidays_until::text as "holidaysUntil", c.is_default as "isDefault",
  array(select x.id from inboxes x where x.workspace_id = ${workspaceId} and x.calendar_id = c.id and x.removed_at is null
    order by x.name, x.id) as "inboxIds"`;

/** The one for everything else first, then by name. */
export async function listCalendars(db: Reader, workspaceId: WorkspaceId): Promise<readonly CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`select ${columns(workspaceId)} from calendars c
    where c.workspace_id = ${workspaceId} order by c.is_default desc, c.folded`.execute(db);
  return rows;
}

/** Locked until the transaction ends. */
export async function lockCalendar(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<CalendarRow | null> {
  await sql`select from calendars where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  const { rows } = await sql<CalendarRow>`select ${columns(workspaceId)} from calendars c
    where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Made or changed; there is one default at most. False: another one has this name. */
export async function putCalendar(
  tx: Tx,
  workspaceId: WorkspaceId,
  calendar: Omit<CalendarRow, 'inboxIds'>,
  now: Date,
): Promise<boolean> {
  const { id, timeZone, week, days, country, region, holidays, holidaysUntil, isDefault } = calendar;
  const name = storableText(calendar.name);
  return unlessTaken(tx, async () => {
    if (isDefault)
      await sql`update calendars set is_default = false
        where workspace_id = ${workspaceId} and is_default and id <> ${id}`.execute(tx);
    await sql`insert into calendars (workspace_id, id, name, folded, time_zone, week, days, country, region, holidays,
        holidays_until, is_default, created_at)
      values (${workspaceId}, ${id}, ${name}, ${keyOfName(name)}, ${timeZone}, ${storableJson(week)}::jsonb,
        ${storableJson(days)}::jsonb, ${country}, ${region}, ${storableJson(holidays)}::jsonb, ${holidaysUntil}::date,
        ${isDefault}, ${now})
      on conflict (workspace_id, id) do update set name = excluded.name, folded = excluded.folded,
        time_zone = excluded.time_zone, week = excluded.week, days = excluded.days, country = excluded.country,
        region = excluded.region, holidays = excluded.holidays, holidays_until = excluded.holidays_until,
        is_default = excluded.is_default`.execute(tx);
  });
}

/** Of the inboxes that whoever asks may see, these follow it and no others. Null: they see all. */
export async function putInboxesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  wanted: readonly string[],
  visible: readonly InboxId[] | null,
): Promise<void> {
  const seen = visible === null ? sql`true` : sql`id = any(${[...visible]}::uuid[])`;
  await sql`update inboxes set calendar_id = case when id = any(${[...wanted]}::uuid[]) then ${id}::uuid end
    where workspace_id = ${workspaceId} and ${seen} and (calendar_id = ${id} or id = any(${[...wanted]}::uuid[]))
      and calendar_id is distinct from case when id = any(${[...wanted]}::uuid[]) then ${id}::uuid end`.execute(tx);
}

export async function removeCalendar(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from calendars where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export interface EndingHolidays {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  readonly country: string;
  readonly region: string | null;
  readonly timeZone: string;
}

/** Calendars whose holidays are known for too short a time ahead, of every workspace. */
export async function endingHolidays(db: Reader, until: string): Promise<readonly EndingHolidays[]> {
  const { rows } =
    await sql<EndingHolidays>`select workspace_id as "workspaceId", id, country, region, time_zone as "timeZone"
    from calendars where country is not null and (holidays_until is null or holidays_until < ${until}::date)`.execute(
      db,
    );
  return rows;
}

export async function putHolidays(
  tx: Tx,
  { workspaceId, id, country, region }: EndingHolidays,
  holidays: readonly Holiday[],
  until: string,
): Promise<void> {
  await sql`update calendars set holidays = ${storableJson(holidays)}::jsonb, holidays_until = ${until}::date
    where workspace_id = ${workspaceId} and id = ${id} and country = ${country} and region is not distinct from ${region}`.execute(
    tx,
  );
}

import { sql } from 'kysely';
import type { ClockRules } from '../../core/clocks/run-clocks.ts';
import { isTimeZone } from '../../core/hours/hours.ts';
import { calendarOf, calendarOfInbox, type KeptCalendar } from '../../core/hours/kept-calendar.ts';
import { type OpenHours, openHours } from '../../core/hours/open-hours.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';
import { listPolicies, readPoliciesSince } from './policies.ts';

interface Place {
  readonly inboxId: InboxId;
  readonly calendarId: string | null;
  readonly hours: { readonly open: string; readonly timeZone: string } | null;
}

/** What decides which clocks run here. Without a policy none does, and nothing more is looked up. */
export async function readClockRules(db: Reader, workspaceId: WorkspaceId): Promise<ClockRules> {
  const policies = (await listPolicies(db, workspaceId)).filter(({ isOn }) => isOn);
  if (policies.length === 0) return {};
  const since = await readPoliciesSince(db, workspaceId);
  return {
    policies: policies.map((policy) => ({ ...policy, since: since.get(policy.id) ?? null })),
    hours: await readOpenHours(db, workspaceId),
  };
}

/** When somebody is there, by inbox: its calendar, else the hours that it states, else the calendar for all others. */
export async function readOpenHours(db: Reader, workspaceId: WorkspaceId): Promise<ReadonlyMap<string, OpenHours>> {
  const places = await sql<Place>`select id as "inboxId", calendar_id as "calendarId", hours from inboxes
    where workspace_id = ${workspaceId}`.execute(db);
  const calendars = await sql<
    KeptCalendar & { id: string; isDefault: boolean }
  >`select id, time_zone as "timeZone", week,
    days, holidays, is_default as "isDefault" from calendars where workspace_id = ${workspaceId}`.execute(db);
  const made = new Map(calendars.rows.map((one) => [one.id, openHours(calendarOf(one))]));
  const standard = made.get(calendars.rows.find(({ isDefault }) => isDefault)?.id ?? '');
  return new Map(
    places.rows.flatMap(({ inboxId, calendarId, hours }) => {
      const own = hours && isTimeZone(hours.timeZone) ? calendarOfInbox(hours) : null;
      const found = made.get(calendarId ?? '') ?? (own ? openHours(own) : standard);
      return found ? [[inboxId as string, found] as const] : [];
    }),
  );
}

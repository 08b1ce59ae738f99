import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import type { OpenSpan } from '../../core/hours/hours.ts';
import type { Holiday, OwnDay } from '../../core/hours/kept-calendar.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import {
  type CalendarRow,
  lockCalendar,
  putCalendar,
  putInboxesOf,
  removeCalendar,
} from '../../storage/clocks/calendars.ts';
import { lookAgainAtClocks } from '../../storage/clocks/look-again.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { holdFiling } from '../../storage/ledger.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

export interface CalendarWish {
  readonly id: string;
  /** Else it must be there. */
  readonly isNew: boolean;
  readonly name: string;
  readonly timeZone: string;
  readonly week: readonly OpenSpan[];
  readonly days: readonly OwnDay[];
  readonly country: string | null;
  readonly region: string | null;
  readonly isDefault: boolean;
  readonly inboxIds: readonly string[];
}

/** Those of a place around now, and until when they are known. */
export type HolidaysAround = (
  country: string,
  region: string | null,
  now: Date,
) => { readonly holidays: readonly Holiday[]; readonly until: string };

/** Made or changed; what waits is timed by it from then on, from its start. Throws `name_taken`, `no_such_calendar`. */
export async function keepCalendar(
  db: Database,
  who: Principal,
  { inboxIds, isNew, ...wish }: CalendarWish,
  around: HolidaysAround,
  now: Date,
): Promise<CalendarRow> {
  requireEverywhere(who);
  const { workspaceId } = who;
  const { holidays, until } =
    wish.country === null ? { holidays: [], until: null } : around(wish.country, wish.region, now);
  return db.transaction(async (tx) => {
    // Before the inboxes' rows, in the order in which filing takes the two.
    await holdFiling(tx, workspaceId);
    const before = await lockCalendar(tx, workspaceId, wish.id);
    if (!before && !isNew) throw noSuchCalendar();
    const row = { ...wish, holidays, holidaysUntil: until };
    if (!(await putCalendar(tx, workspaceId, row, now)))
      throw new CareError('conflict', 'name_taken', `There are hours called “${wish.name}” already.`, {
        field: 'name',
      });
    await putInboxesOf(tx, workspaceId, wish.id, inboxIds, visibleInboxes(who.inboxes ?? null));
    const after = await lockCalendar(tx, workspaceId, wish.id);
    if (!after) throw noSuchCalendar();
    const detail = { before: before && shown(before), after: shown(after) };
    if (JSON.stringify(detail.before) === JSON.stringify(detail.after)) return after;
    await addAudit(tx, who, { act: before ? 'calendar.changed' : 'calendar.made', target: wish.id, detail }, now);
    await tellTimesChanged(tx, who, now);
    return after;
  });
}

/** Its inboxes follow their own hours then, or those for all others. */
export async function dropCalendar(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await holdFiling(tx, who.workspaceId);
    const before = await lockCalendar(tx, who.workspaceId, id);
    if (!before) throw noSuchCalendar();
    await removeCalendar(tx, who.workspaceId, id);
    await addAudit(tx, who, { act: 'calendar.removed', target: id, detail: { before: shown(before) } }, now);
    await tellTimesChanged(tx, who, now);
  });
}

/** The last of such a transaction. */
export async function tellTimesChanged(tx: Tx, { workspaceId }: Principal, now: Date): Promise<void> {
  await lookAgainAtClocks(tx, workspaceId);
  await recordChanges(tx, workspaceId, [{ kind: 'answer_times', conversationId: null }], now);
}

const shown = ({ id: _id, holidays: _holidays, holidaysUntil: _until, ...rest }: CalendarRow) => {
  const { week, days, inboxIds, ...plain } = rest;
  return {
    ...plain,
    week: week.map((span) => ({ ...span, days: [...span.days] })),
    days: days.map(({ spans, ...day }) => ({ ...day, spans: spans.map((span) => ({ ...span })) })),
    inboxIds: [...inboxIds],
  };
};
const noSuchCalendar = () => new CareError('not_found', 'no_such_calendar', 'There are no such hours (any more).');

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dropCalendar, keepCalendar } from '../../actions/clocks/keep-calendar.ts';
import type { Principal } from '../../actions/who.ts';
import { type InboxRights, visibleInboxes } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import { type CalendarRow, listCalendars } from '../../storage/clocks/calendars.ts';
import {
  Calendar,
  CalendarList,
  CountryList,
  HolidayPreview,
  HolidayQuery,
  NewCalendar,
  PutCalendar,
} from '../../wire/clocks.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

/** The holidays of the whole world are the largest package here, and wanted on one page of the settings. */
const holidayBook = () => import('./holidays.ts');

const tags = ['answer times'];
const params = z.object({ id: Id });
const PREVIEW = 12;

/** When somebody is there: weeks, holidays, and days of one's own. */
export const calendarRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'triage.manage' } } as const;

  app.get('/api/calendars', { config, schema: { tags, response: { 200: CalendarList } } }, async ({ who }) => ({
    items: (await listCalendars(db.read, who.workspaceId)).map((row) => show(row, who.inboxes ?? null)),
  }));
  const keep = async (who: Principal, { isNew, ...body }: NewCalendar & { readonly isNew: boolean }) => {
    const { holidaysAround } = await refuseUnknownPlace(body.country, body.region);
    const wish = { ...body, isNew, region: body.country === null ? null : body.region };
    return show(await keepCalendar(db, who, wish, holidaysAround, now()), who.inboxes ?? null);
  };
  app.post(
    '/api/calendars',
    { config, schema: { tags, body: NewCalendar, response: { 200: Calendar } } },
    ({ who, body }) => keep(who, { ...body, isNew: true }),
  );
  app.put(
    '/api/calendars/:id',
    { config, schema: { tags, params, body: PutCalendar, response: { 200: Calendar } } },
    ({ who, params: { id }, body }) => keep(who, { ...body, id, isNew: false }),
  );
  app.delete(
    '/api/calendars/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await dropCalendar(db, who, id, now());
      return { ok: true } as const;
    },
  );
  app.get('/api/holidays', { config, schema: { tags, response: { 200: CountryList } } }, async () => ({
    items: (await holidayBook()).knownCountries().map((one) => ({ ...one, regions: [...one.regions] })),
  }));
  app.get(
    '/api/holidays/next',
    { config, schema: { tags, querystring: HolidayQuery, response: { 200: HolidayPreview } } },
    async ({ query }) => {
      const region = query.region ?? null;
      const { holidaysOf } = await refuseUnknownPlace(query.country, region);
      const today = now().toISOString().slice(0, 10);
      const year = Number(today.slice(0, 4));
      const found = holidaysOf(query.country, region, [year, year + 1]);
      return { items: found.filter(({ date }) => date >= today).slice(0, PREVIEW) };
    },
  );
};

async function refuseUnknownPlace(country: string | null, region: string | null) {
  const book = await holidayBook();
  if (country !== null && !book.isKnownPlace(country, region))
    throw new CareError('invalid', 'no_such_place', 'The holidays of this place are not known. Choose another one.', {
      field: 'country',
    });
  return book;
}

function show({ holidaysUntil: _until, ...row }: CalendarRow, rights: InboxRights): Calendar {
  const visible = visibleInboxes(rights);
  return {
    ...row,
    week: row.week.map((span) => ({ ...span, days: [...span.days] })),
    days: row.days.map((day) => ({ ...day, spans: [...day.spans] })),
    holidays: [...row.holidays],
    inboxIds: row.inboxIds.filter((id) => visible === null || visible.includes(id)),
  };
}

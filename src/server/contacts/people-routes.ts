import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchSegment } from '../../actions/person/keep-segment.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { csvLine } from '../../core/text/csv.ts';
import { foldName } from '../../core/text/fold-name.ts';
import { addAudit } from '../../storage/audit.ts';
import { badCursor, markOf, packCursor, unpackCursor } from '../../storage/conversations/cursor.ts';
import type { Reader } from '../../storage/database.ts';
import { countPersons, listPersons, type PeopleAsked, type PersonListRow } from '../../storage/person/people.ts';
import { readSegment } from '../../storage/person/segments.ts';
import { findPeople } from '../../storage/search/names.ts';
import { isUuid } from '../../storage/uuids.ts';
import { PeopleExport, PeopleList, PeopleQuery, type PersonListItem } from '../../wire/persons.ts';
import type { Visitor } from '../access/visitor.ts';
import { showTime } from '../conversations/show-row.ts';
import type { Deps } from '../deps.ts';

const tags = ['contacts'];
const PAGE = 500;

/** Everybody who is known, narrowed by name, segment, company or list; and the same as a table to take along. */
export const peopleRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/api/contacts',
    {
      config: { rule: { act: 'contacts.read' } },
      schema: { tags, querystring: PeopleQuery, response: { 200: PeopleList } },
    },
    async ({ who, query }) => {
      const { cursor, limit, ...narrow } = query;
      const asked = await askedFor(db.read, who, narrow);
      const mark = markOf(['people', narrow]);
      const after = cursor === undefined ? undefined : readPlace(mark, cursor);
      const [rows, total] = await Promise.all([
        listPersons(db.read, who.workspaceId, { ...asked, after }, limit + 1, now()),
        countPersons(db.read, who.workspaceId, asked, now()),
      ]);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(showPerson),
        cursor: last && rows.length > limit ? packCursor(mark, [last.id]) : null,
        total,
      };
    },
  );

  app.get(
    '/api/contacts.csv',
    {
      // As many people at once as this are taken out of the house by whoever answers for a team.
      config: { rule: { act: 'views.share' } },
      schema: {
        tags,
        querystring: PeopleExport,
        produces: ['text/csv'],
        response: { 200: z.unknown().describe('Lines of CSV') },
      },
    },
    async ({ who, query }, reply) => {
      const asked = await askedFor(db.read, who, query);
      await db.alone((tx) => addAudit(tx, who, { act: 'contacts.exported', detail: { ...query } }, now()));
      return (
        reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="people-${now().toISOString().slice(0, 10)}.csv"`)
          .header('cache-control', 'no-store')
          // Who may share views but not see people gets no person.
          .send(Readable.from(who.acts.includes('contacts.read') ? linesOf(db.read, who, asked, now()) : []))
      );
    },
  );
};

type Narrow = Pick<z.output<typeof PeopleQuery>, 'q' | 'segment' | 'company' | 'vip'>;

async function askedFor(db: Reader, who: Visitor, { q, segment, company, vip }: Narrow): Promise<PeopleAsked> {
  const kept = segment ? await readSegment(db, who.workspaceId, segment) : null;
  if (segment && !kept) throw noSuchSegment();
  const isSearch = q !== undefined && foldName(q).replace(/^@/, '').trim() !== '';
  return {
    visible: visibleInboxes(who.inboxes),
    found: isSearch ? await findPeople(db, who.workspaceId, q) : undefined,
    filter: kept?.filter,
    companyId: company,
    isVip: vip === 'true',
  };
}

function readPlace(mark: string, text: string): string {
  const [id] = unpackCursor(mark, text);
  if (!isUuid(id)) throw badCursor();
  return id;
}

function showPerson({ email: _email, phone: _phone, ...row }: PersonListRow): PersonListItem {
  return { ...row, channels: [...row.channels], lastAt: showTime(row.lastAt) };
}

/** Page after page, so that all of them are never in memory at once. */
async function* linesOf(db: Reader, who: Visitor, asked: PeopleAsked, now: Date): AsyncGenerator<string> {
  yield csvLine([
    'name',
    'email',
    'phone',
    'handle',
    'channels',
    'language',
    'stage',
    'vip',
    'company',
    'orders',
    'spent',
    'last',
  ]);
  let after: string | undefined;
  do {
    const rows = await listPersons(db, who.workspaceId, { ...asked, after }, PAGE, now);
    for (const row of rows)
      yield csvLine([
        row.name,
        row.email,
        row.phone,
        row.handle,
        row.channels.join(' '),
        row.language,
        row.stage,
        row.isVip ? 'yes' : '',
        row.companyName,
        row.orders === null ? null : String(row.orders),
        row.spent === null ? null : String(row.spent),
        showTime(row.lastAt),
      ]);
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  } while (after);
}

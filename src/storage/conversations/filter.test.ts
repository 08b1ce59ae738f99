import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import { type Condition, type Filter, SORTS, type Sort } from '../../core/conversation/filter.ts';
import { type Facts, matches } from '../../core/conversation/matches.ts';
import { belongsTo, VIEWS, type View } from '../../core/conversation/view.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { CONDITIONS, FIELD, GONE, PARCEL, REFUND, TEAM } from './conditions.fixture.ts';
import { countLists } from './counts.ts';
import { readFacts } from './facts.fixture.ts';
import { type ListRequest, listConversations } from './list.ts';
import type { ConversationRow } from './rows.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const SIZE = 600;
const all = (...conditions: Condition[]): Filter => ({ match: 'all', conditions });
const any = (...conditions: Condition[]): Filter => ({ match: 'any', conditions });

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let everything: readonly Facts[];
  const me = () => seeded.agentIds[0] as AgentId;

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    seeded = await seedConversations(db, workspace, { conversations: SIZE, messagesEach: 2 }, NOW);
    await db.transaction(async (tx) => {
      const n = sql`substring(c.preview from 9)::integer`;
      await sql`update conversations c set
          label_ids = case when ${n} % 50 = 0 then ${[REFUND, PARCEL]}::uuid[] when ${n} % 5 = 0 then ${[PARCEL]}::uuid[] else '{}' end,
          team_id = case when ${n} % 6 = 1 then ${TEAM}::uuid end, language = (array['el', 'en', null])[1 + ${n} % 3],
          message_count = ${n} % 9, answered_elsewhere_at = case when ${n} % 40 = 0 then ${NOW}::timestamptz end,
          fields = case ${n} % 4 when 0 then jsonb_build_object(${FIELD}::text, ${n} % 20) when 1 then jsonb_build_object(${FIELD}::text, '2026-11-' || (10 + ${n} % 20))
            when 2 then jsonb_build_object(${FIELD}::text, case when ${n} % 8 = 2 then 'Größe M' else 'Øst 파랑 ΠΡΆΣΙΝΟ' end) else '{}' end,
          due_at = case when ${n} % 7 < 3 then ${NOW}::timestamptz + (${n} % 60 - 20) * interval '1 minute' end,
          sentiment = (array[-1, 0, 1, null])[1 + ${n} % 4], kind = (array['question', 'spam', null])[1 + ${n} % 3],
          signs = case when ${n} % 11 = 0 then '{"problem": "checkout"}'::jsonb else '{"triggers": ["problem"]}'::jsonb end,
          topic = (array['delivery', 'refund', null])[1 + ${n} % 3], urgency = (array[0, 1, 2, null])[1 + ${n} % 4],
          attention = case when ${n} % 97 = 0 then null else attention end, merged_into_id = case when ${n} % 97 = 0 then ${newId()}::uuid end
        where workspace_id = ${workspace}`.execute(tx);
      await sql`update contacts c set name = 'Ánna ' || right(c.name, 1), blocked_at = case when right(c.name, 1) = '7' then ${NOW}::timestamptz end,
          blocked_by = case when right(c.name, 1) = '7' then ${seeded.agentIds[0]}::uuid end,
          vip_at = case when right(c.name, 1) = '5' then ${NOW}::timestamptz end,
          muted_at = case when right(c.name, 1) = '3' then ${NOW}::timestamptz end where workspace_id = ${workspace}`.execute(
        tx,
      );
      await sql`update inboxes set purpose = case when id = ${seeded.inboxIds[0]} then 'careers' else 'support' end where workspace_id = ${workspace}`.execute(
        tx,
      );
      await sql`update identities i set followers = length(external_id) * 100, handle = case when right(external_id, 1) = '4' then 'Svensson_' || external_id end
        where workspace_id = ${workspace}`.execute(tx);
      await sql`insert into tasks (workspace_id, id, conversation_id, text, done_at, created_at)
        select ${workspace}, gen_random_uuid(), c.id, 'Call', case when ${n} % 2 = 0 then ${NOW}::timestamptz end, ${NOW} from conversations c
        where c.workspace_id = ${workspace} and ${n} % 30 in (0, 1)`.execute(tx);
    });
    everything = await readFacts(db, workspace);
  });

  const readAll = async (request: Partial<ListRequest>) => {
    const rows: ConversationRow[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 2_000; pages += 1) {
      const wish = { view: 'all' as const, agentId: me(), limit: 100, ...request, cursor };
      const page = await listConversations(db.read, workspace, wish, NOW);
      rows.push(...page.rows);
      if (!page.cursor) return rows;
      cursor = page.cursor;
    }
    throw new Error('The list has no end.');
  };
  const expected = (view: View, filters: readonly Filter[], inboxIds: readonly string[] | null = null) =>
    everything.filter(
      (facts) =>
        belongsTo(view, facts, me(), NOW) &&
        filters.every((filter) => matches(filter, facts, NOW)) &&
        (inboxIds?.includes(facts.inboxId) ?? true),
    );

  /** Everything counts as rare: whatever an index knows is asked of the index. */
  const KNOWN_WHERE = { piece: 50, ms: 10_000, few: SIZE * 10 };
  it.each(CONDITIONS.map((condition) => ({ what: JSON.stringify(condition).slice(1, -1), condition })))(
    '$what means in the database what the rules say',
    async ({ condition }) => {
      const filters = [all(condition)];
      const wanted = expected('all', filters).map(({ id }) => id);
      for (const pace of [undefined, KNOWN_WHERE]) {
        const found = await readAll({ filters, sort: 'newest', ...(pace ? { pace } : {}) });
        expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
      }
      expect(await countLists(db.read, workspace, [{ view: 'all', filters, agentId: me() }], NOW)).toEqual([
        { count: wanted.length, isCapped: false },
      ]);
    },
  );

  const FILTERS: readonly { readonly what: string; readonly filters: () => readonly Filter[] }[] = [
    { what: 'nothing', filters: () => [all()] },
    { what: 'a rare label', filters: () => [all({ about: 'label', is: 'one_of', values: [REFUND] })] },
    { what: 'my own', filters: () => [all({ about: 'assignee', is: 'one_of', values: [me()] })] },
    { what: 'what waits', filters: () => [all({ about: 'attention', is: 'one_of', values: ['needs_answer'] })] },
    {
      what: 'what waits and is not snoozed, in one language',
      filters: () => [
        all(
          { about: 'attention', is: 'one_of', values: ['needs_answer'] },
          { about: 'snoozed', is: 'no' },
          { about: 'language', is: 'one_of', values: ['el'] },
        ),
      ],
    },
    {
      what: 'either of two',
      filters: () => [any({ about: 'promised', is: 'yes' }, { about: 'language', is: 'one_of', values: ['el'] })],
    },
    {
      what: 'any of what indexes know',
      filters: () => [
        any(
          { about: 'snoozed', is: 'yes' },
          { about: 'overdue_promise', is: 'yes' },
          { about: 'label', is: 'one_of', values: [REFUND] },
          { about: 'open_task', is: 'yes' },
        ),
      ],
    },
    {
      what: 'two filters',
      filters: () => [
        any({ about: 'snoozed', is: 'yes' }, { about: 'messages', is: 'at_least', value: 5 }),
        all({ about: 'text', is: 'contains', value: 'refund' }),
      ],
    },
    {
      what: 'an inbox',
      filters: () => [all({ about: 'inbox', is: 'one_of', values: [seeded.inboxIds[0] as string] })],
    },
    { what: 'merged ones', filters: () => [all({ about: 'merged', is: 'yes' })] },
  ];
  const PACES = { 'at once': undefined, 'piece by piece': { piece: 37, ms: 0, few: 3 }, 'known where': KNOWN_WHERE };

  describe.each(FILTERS)('$what', ({ what, filters }) => {
    it.each(VIEWS.flatMap((view) => [undefined, ...SORTS].map((sort) => ({ view, sort }))))(
      'of $view by $sort: each once, none lost, in order',
      async ({ view, sort }) => {
        // Merged ones are in no list but one that asks for them in an order of its own.
        const isOfMerged = what === 'merged ones';
        const wanted =
          isOfMerged && sort && view === 'all'
            ? everything.filter(({ mergedIntoId }) => mergedIntoId !== null)
            : expected(view, isOfMerged ? [all({ about: 'merged', is: 'yes' })] : filters());
        for (const [pace, limit] of [
          [PACES['at once'], 100],
          [PACES['piece by piece'], 23],
          [PACES['known where'], 41],
        ] as const) {
          const found = await readAll({ view, sort, filters: filters(), limit, ...(pace ? { pace } : {}) });
          if (!(isOfMerged && view !== 'all'))
            expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
          if (sort)
            expect(found.map((row) => rankOf(row, sort))).toEqual(
              found.map((row) => rankOf(row, sort)).toSorted(compare),
            );
        }
      },
    );

    it('shows only inboxes that may be seen', async () => {
      const [, second] = seeded.inboxIds as readonly InboxId[];
      for (const visible of [[], [second as InboxId], [second as InboxId, GONE as InboxId]])
        for (const sort of ['priority', 'newest'] as const) {
          if (what === 'merged ones') continue;
          const found = await readAll({ filters: filters(), sort, visible, pace: PACES['piece by piece'] });
          const wanted = expected('all', filters(), visible).map(({ id }) => id);
          expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
          const [count] = await countLists(
            db.read,
            workspace,
            [{ view: 'all', filters: filters(), agentId: null, visible }],
            NOW,
          );
          expect(count?.count).toBe(wanted.length);
        }
    });
  });

  it('gives a page that is not full with the place to look on from', async () => {
    const filters = [all({ about: 'answered_elsewhere', is: 'yes' })];
    const wish = { view: 'all' as const, sort: 'newest' as const, filters, agentId: null, limit: 50 };
    const page = await listConversations(db.read, workspace, { ...wish, pace: { piece: 10, ms: 0, few: 0 } }, NOW);
    expect(page.rows.length).toBeLessThan(2);
    expect(page.cursor).not.toBeNull();
  });

  it('refuses the cursor of another list', async () => {
    const wish = { view: 'all' as const, sort: 'newest' as const, agentId: null, limit: 5 };
    const { cursor } = await listConversations(db.read, workspace, wish, NOW);
    const other = { ...wish, filters: [all({ about: 'opened', is: 'yes' })], cursor: cursor ?? '' };
    await expect(listConversations(db.read, workspace, other, NOW)).rejects.toMatchObject({ code: 'bad_cursor' });
  });
});

type Rank = readonly (number | string)[];

/** Where a row stands, smaller first. */
function rankOf(row: ConversationRow, sort: Sort): Rank {
  const news = -row.lastMessageAt.getTime();
  if (sort === 'newest') return [news];
  if (sort === 'oldest') return [-news];
  const waits = row.attention === 'needs_answer' && row.snoozedUntil === null;
  if (!waits) return [1, news];
  const since = row.waitingSince?.getTime() ?? 0;
  return sort === 'waiting' ? [0, since] : [0, -row.priority, since];
}

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : Number(a[at]) - Number(b[at]);
}

import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import { belongsTo, compareIn, type Listed, VIEWS, type View } from '../../core/conversation/view.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { countInboxes, countLists } from './counts.ts';
import { markOf } from './cursor.ts';
import { type ListRequest, listConversations } from './list.ts';
import type { ConversationRow } from './rows.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let everything: readonly Listed[];

  const list = (request: Partial<ListRequest>) =>
    listConversations(db.read, workspace, { view: 'all', agentId: me(), limit: 100, ...request }, NOW);
  const me = () => seeded.agentIds[0] as AgentId;
  const readAll = async (request: Partial<ListRequest>) => {
    const rows: ConversationRow[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ ...request, cursor: cursor ?? undefined });
      rows.push(...page.rows);
      cursor = page.cursor;
    } while (cursor);
    return rows;
  };

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    seeded = await seedConversations(db, workspace, { conversations: 900 }, NOW);
    await seedConversations(db, await makeWorkspace(db, 'Neighbour'), { conversations: 20 }, NOW);
    everything = (await readAll({ view: 'all' })).map(toListed);
  });

  it('holds every conversation of the workspace and none of its neighbour', () => {
    expect(new Set(everything.map(({ id }) => id)).size).toBe(900);
  });

  describe.each(VIEWS)('%s', (view) => {
    it.each([1, 7, 50, 100])('reads what the rules say, in their order, %i a page', async (limit) => {
      const expected = everything
        .filter((row) => belongsTo(view, row, me(), NOW))
        .toSorted((a, b) => compareIn(view, a, b));
      const few = limit === 1 ? 20 : expected.length;
      const rows = limit === 1 ? await readSome(view, few) : await readAll({ view, limit });
      expect(rows.map(({ id }) => id)).toEqual(expected.slice(0, few).map(({ id }) => id));
      expect(rows.length).toBeGreaterThan(0);
    });

    it('can be read of one inbox', async () => {
      const inboxId = seeded.inboxIds[1] as InboxId;
      const expected = everything
        .filter((row) => row.inboxId === inboxId && belongsTo(view, row, me(), NOW))
        .toSorted((a, b) => compareIn(view, a, b));
      expect((await readAll({ view, inboxId })).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    });

    it('is counted', async () => {
      const expected = everything.filter((row) => belongsTo(view, row, me(), NOW)).length;
      const [count] = await countLists(db.read, workspace, [{ view, agentId: me() }], NOW);
      expect(count).toEqual({ count: expected, isCapped: false });
    });
  });

  const readSome = async (view: View, wanted: number) => {
    const rows: ConversationRow[] = [];
    let cursor: string | undefined;
    while (rows.length < wanted) {
      const page = await list({ view, limit: 1, cursor });
      rows.push(...page.rows);
      if (!page.cursor) break;
      cursor = page.cursor;
    }
    return rows;
  };

  it('counts what waits by inbox', async () => {
    const inboxes = await countInboxes(db.read, workspace, NOW);
    const waiting = (inboxId: string) =>
      everything.filter((row) => row.inboxId === inboxId && belongsTo('needs_answer', row, null, NOW)).length;
    expect(inboxes).toEqual(
      Object.fromEntries(seeded.inboxIds.map((id) => [id, { count: waiting(id), isCapped: false }])),
    );
  });

  it('has nothing of its own for an API token', async () => {
    expect((await list({ view: 'mine', agentId: null })).rows).toEqual([]);
    expect(await countLists(db.read, workspace, [{ view: 'mine', agentId: null }], NOW)).toEqual([
      { count: 0, isCapped: false },
    ]);
  });

  it.each([
    'nonsense',
    bent('["MARK",0,"not a uuid",1]'),
    bent('["MARK",7,"0198c0de-0000-7000-8000-000000000000","2026-11-22T12:00:00Z"]'),
    bent('["MARK",0,"0198c0de-0000-7000-8000-000000000000",5]'),
    bent('["another",0,"0198c0de-0000-7000-8000-000000000000","2026-11-22T12:00:00Z"]'),
    bent('{"0":1}'),
  ])('refuses the cursor %s in words', async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: 'bad_cursor', fault: 'invalid' });
  });
});

/** A cursor of the list of everything, with something wrong in it. */
function bent(text: string): string {
  return Buffer.from(text.replace('MARK', markOf(['all', [], null, null]))).toString('base64url');
}

function toListed(row: ConversationRow): Listed {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...row,
    waitingSince: iso(row.waitingSince),
    openedAt: iso(row.openedAt),
    snoozedUntil: iso(row.snoozedUntil),
    promisedFor: iso(row.promisedFor),
    lastMessageAt: row.lastMessageAt.toISOString(),
  };
}

import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { listBoards } from '../../storage/listening/boards.ts';
import { pruneHits } from '../../storage/listening/filing.ts';
import { findHit, type HitsAsked, listAlike, listHits } from '../../storage/listening/hits.ts';
import { listListeningRules } from '../../storage/listening/listening-rules.ts';
import { listRecentPosts } from '../../storage/listening/recent-posts.ts';
import { openOverhearingLab } from '../file/overhearing-lab.fixture.ts';
import { judgeHits } from './judge-hits.ts';
import { takeUpHit } from './take-up-hit.ts';

async function open(db: Database) {
  const lab = await openOverhearingLab(db);
  const rule = await lab.listen({});
  const posts = Array.from({ length: 7 }, (_, at) =>
    lab.overheard(
      `by ${at}`,
      `p${at}`,
      `#kettleco number ${at}: ${String(at).repeat(30)}`,
      at > 4 ? { account: 'help' } : {},
    ),
  );
  await lab.write(...posts);
  const list = (more: Partial<HitsAsked> = {}) =>
    listHits(db.read, lab.workspaceId, { boardId: lab.board, visible: null, state: 'waiting', limit: 3, ...more });
  const ids = new Map((await lab.hits()).map(({ key, id }) => [key, id]));
  const id = (key: string) => ids.get(key) ?? '';
  return { ...lab, rule, list, id };
}
const nothing = { assigneeId: null, teamId: null };

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('a board', () => {
    it('is read page by page, the newest first, each post once', async () => {
      const lab = await open(db);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await lab.list({ cursor });
        seen.push(...page.items.map(({ text }) => text.slice(0, 18)));
        cursor = page.cursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `#kettleco number ${at}`));
      await expect(lab.list({ cursor: (await lab.list()).cursor ?? '', state: 'all' })).rejects.toMatchObject({
        code: 'bad_cursor',
      });
    });

    it('says of each post who, why, and what became of it', async () => {
      const lab = await open(db);
      const made = await takeUpHit(db, { ...lab.who }, lab.id('p0'), nothing, lab.now());
      expect(await findHit(db.read, lab.workspaceId, lab.id('p0'), null)).toMatchObject({
        author: { name: 'by 0' },
        because: [{ kind: 'brand', form: 'hashtag', from: 0, to: 9 }],
        rules: [{ id: lab.rule, name: 'Kettle' }],
        alike: 0,
        media: 0,
        state: 'taken_up',
        judgedBy: 'Maja',
        conversationId: made.conversationId,
        target: { id: 'p0', thread: { reach: 'earned' } },
      });
    });

    it.each<[string, Partial<HitsAsked>, number]>([
      ['what waits', {}, 5],
      ['what was handled', { state: 'handled' }, 2],
      ['all', { state: 'all' }, 7],
      ['a network', { state: 'all', channel: 'lab' }, 7],
      ['another network', { state: 'all', channel: 'x' }, 0],
      ['no mood', { state: 'all', sentiment: 'unclear' }, 7],
      ['a mood', { state: 'all', sentiment: 'negative' }, 0],
      ['another board', { boardId: '00000000-0000-0000-0000-000000000001' }, 0],
      ['another rule', { rule: '00000000-0000-0000-0000-000000000001' }, 0],
      ['a time to come', { from: new Date('2027-01-01') }, 0],
      ['a time before', { to: new Date('2027-01-01') }, 5],
      ['no inbox', { visible: [] }, 0],
    ])('shows %s', async (_, more, count) => {
      const lab = await open(db);
      await judgeHits(db, lab.who, { ids: [lab.id('p1')], state: 'ignored', reason: '', withAlike: false }, lab.now());
      await takeUpHit(db, lab.who, lab.id('p2'), nothing, lab.now());
      expect((await lab.list({ limit: 50, ...more })).items).toHaveLength(count);
    });

    it('shows and counts only what lies in inboxes that somebody sees, and nothing that is gone', async () => {
      const lab = await open(db);
      const help: readonly InboxId[] = [lab.other];
      expect((await lab.list({ visible: help })).items.map(({ text }) => text[17])).toEqual(['6', '5']);
      expect(await findHit(db.read, lab.workspaceId, lab.id('p0'), help)).toBeNull();
      const counts = async (visible: readonly InboxId[] | null) =>
        (await listBoards(db.read, lab.workspaceId, visible, lab.now())).map(
          ({ name, waiting, lastDay, dayBefore }) => [name, waiting.count, lastDay, dayBefore],
        );
      expect(await counts(help)).toEqual([
        ['Us', 2, 2, 0],
        ['Rivals', 0, 0, 0],
      ]);
      expect(await counts([])).toEqual([
        ['Us', 0, 0, 0],
        ['Rivals', 0, 0, 0],
      ]);
      await lab.write(lab.deletion('p0'));
      lab.pass(24 * 3_600_000);
      expect(await counts(null)).toEqual([
        ['Us', 6, 0, 7],
        ['Rivals', 0, 0, 0],
      ]);
      expect((await lab.list({ state: 'all', limit: 50 })).items).toHaveLength(6);
      expect(await listRecentPosts(db.read, lab.workspaceId, { visible: help, limit: 50 }, lab.now())).toHaveLength(2);
    });

    it('knows what each rule heard', async () => {
      const lab = await open(db);
      expect(await listListeningRules(db.read, lab.workspaceId, lab.now())).toMatchObject([
        { id: lab.rule, hits: 7, isOn: true, version: 1 },
      ]);
      lab.pass(31 * 86_400_000);
      expect(await listListeningRules(db.read, lab.workspaceId, lab.now())).toMatchObject([{ hits: 0, lastAt: null }]);
    });

    it('groups what says nearly the same', async () => {
      const lab = await open(db);
      const said = 'The kettle co kettle I bought last week leaks from its bottom and burned my hand, never again';
      await lab.write(...['a', 'b', 'c'].map((key) => lab.overheard(key, key, `${said} ${key}`)));
      const [first] = (await lab.list({ limit: 1 })).items;
      expect(first?.alike).toBe(2);
      expect((await lab.list({ alike: first?.id })).items).toHaveLength(3);
      expect(
        first && (await listAlike(db.read, lab.workspaceId, first, null)).map(({ author }) => author.name),
      ).toEqual(['b', 'a']);
    });
  });

  it('what was said in public is there to try a rule on, once, and nothing private', async () => {
    const lab = await open(db);
    await lab.write(lab.mention('ida', 'm1', 'Hello @page'), lab.direct('ida', 'd1', 'secret'));
    await takeUpHit(db, lab.who, lab.id('p0'), nothing, lab.now());
    const posts = await listRecentPosts(db.read, lab.workspaceId, { visible: null, limit: 50 }, lab.now());
    expect(posts.map(({ text }) => text.slice(0, 18)).sort()).toEqual(
      ['Hello @page', ...[0, 1, 2, 3, 4, 5, 6].map((at) => `#kettleco number ${at}`)].sort(),
    );
    expect(posts.find(({ text }) => text.startsWith('Hello'))).toMatchObject({
      channel: 'lab',
      author: { name: 'ida' },
    });
  });

  it('what nobody took up goes after its time, what became work stays', async () => {
    const lab = await open(db);
    await takeUpHit(db, lab.who, lab.id('p0'), nothing, lab.now());
    await db.alone((tx) => pruneHits(tx, lab.workspaceId, new Date(lab.now().getTime() + 1)));
    expect((await lab.hits()).map(({ key }) => key)).toEqual(['p0']);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from board_hits where workspace_id = ${lab.workspaceId}`.execute(db.read);
    expect(rows[0]?.n).toBe(1);
  });
});

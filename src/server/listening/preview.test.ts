import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { understand } from '../../actions/understanding/understand.ts';
import { Trouble } from '../../core/channel/connector.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { addHeard, type HeardPost, listeningBody } from '../../storage/listening/heard.fixture.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { foundListening, type ListeningDesk } from './listening-desk.fixture.ts';
import { createSearched } from './searched.fixture.ts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const COMPLAINT = 'The kettleco lid came off in my hand after two weeks, what a waste of money';
const PRAISE = 'Lovely kettleco mornings, best tea ever';
const read = (text: string) => understand(text, { isPrivate: false, likelyLanguage: null, rating: null });

eachDatabase((open) => {
  let db: Database;
  let desk: Desk;
  let workspaceId: WorkspaceId;
  let inboxId: InboxId;
  let boardId: string;
  let ask: ListeningDesk['ask'];
  let addInbox: ListeningDesk['addInbox'];
  const searched = createSearched();

  beforeAll(async () => {
    db = await open();
    desk = await openDesk(db, { callsPerMinute: 1_000_000, connectors: searched.connectors });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    searched.reset();
    ({ workspaceId, inboxId, boardId, ask, addInbox } = await foundListening(db, desk));
  });
  const heard = (posts: readonly HeardPost[]) => addHeard(db, workspaceId, { boardId, inboxId }, posts);

  describe('a preview', () => {
    const preview = (more: object = {}, of: string[] = []) =>
      ask('POST', '/api/listening-rules/preview', { body: listeningBody(boardId, more), ask: of });

    it('says what a draft hears of what the desk has, what it nearly hears, and keeps nothing', async () => {
      await heard([
        { at: ago(1), text: 'My Kettleco is broken, help' },
        { at: ago(2), text: 'Kettleco careers: join us' },
        { at: ago(3), text: 'I saw a kettleco today' },
      ]);
      const { status, body } = await preview({ care: 'words', without: ['careers'] });
      expect(status).toBe(200);
      expect(body.items).toMatchObject([{ text: 'My Kettleco is broken, help', isKept: true, becomes: 'board' }]);
      expect(body.items[0].because).toContainEqual(expect.objectContaining({ kind: 'brand', from: 3, to: 11 }));
      expect(body.nearly).toMatchObject([
        { text: 'Kettleco careers: join us', why: 'excluded', word: 'careers', because: [{ from: 0, to: 8 }] },
        { text: 'I saw a kettleco today', why: 'no_trigger' },
      ]);
      expect(body).toMatchObject({
        looked: 3,
        passed: { noTrigger: 1, excluded: 1, language: 0, noBrand: 0 },
        asked: [],
      });
      expect((await ask('GET', '/api/listening-rules')).body.items).toEqual([]);
      expect((await preview({ brand: [] })).status).toBe(400);
      // Its board may be made together with it.
      expect((await preview({ boardId: randomUUID() })).status).toBe(200);
    });

    it('asks the networks that are named, and them alone, with what that costs', async () => {
      let calls = 0;
      searched.answers(async () => {
        calls += 1;
        return { entries: ['kettleco one', 'kettleco two', 'kettleco three', 'nothing of the kind'], costUsd: 0.02 };
      });
      expect((await preview()).body).toMatchObject({ items: [], usdPerDay: null });
      expect(calls).toBe(0);
      const { body } = await preview({ languages: ['en'] }, [inboxId]);
      expect(body.items.map(({ text, isKept }: Record<string, unknown>) => [text, isKept])).toEqual(
        expect.arrayContaining([
          ['kettleco one', false],
          ['kettleco two', false],
          ['kettleco three', false],
        ]),
      );
      expect(body.asked).toMatchObject([{ inboxId, found: 4, problem: null }]);
      expect(body.asked[0].costUsd).toBeCloseTo(0.02 * calls);
      expect(body.passed.noBrand).toBe(1);
      expect(body.perDay).toBe(3);
      expect(body.usdPerDay).toBeGreaterThan(0);
      const { rows } = await sql<{ n: number }>`select (select count(*) from hits where workspace_id = ${workspaceId})
        + (select count(*) from messages where workspace_id = ${workspaceId}) as n`.execute(db.read);
      expect(Number(rows[0]?.n)).toBe(0);
    });

    it('says why a network did not answer, and shows what the others found', async () => {
      const deaf = await addInbox('email');
      searched.answers(() => Promise.reject(new Trouble('limited', 'X lets us search again in ten minutes.')));
      await heard([{ at: ago(1), text: 'a kettleco' }]);
      const { status, body } = await preview({}, [inboxId, deaf]);
      expect(status).toBe(200);
      expect(body.items).toHaveLength(1);
      expect(body.asked).toMatchObject([
        { inboxId, found: 0, problem: 'X lets us search again in ten minutes.' },
        { inboxId: deaf, found: 0, problem: expect.stringMatching(/\w+ \w+/) },
      ]);
      expect(body.usdPerDay).toBeNull();
    });

    it('asks nothing of an inbox that is not there for them, of another workspace, or too often', async () => {
      expect((await preview({}, [randomUUID()])).body.code).toBe('no_such_inbox');
      let refused = 0;
      for (let nth = 0; nth < 12; nth += 1) if ((await preview({}, [inboxId])).status === 429) refused += 1;
      expect(refused).toBeGreaterThan(0);
      expect((await preview()).status).toBe(200);
    });
  });

  describe('what calls for care', () => {
    const preview = (care: string, of: string[] = []) =>
      ask('POST', '/api/listening-rules/preview', { body: { ...listeningBody(boardId), care }, ask: of });
    const texts = (items: readonly { text: string }[]) => items.map(({ text }) => text).sort();

    it('is what is understood, also of what the desk has, with the reason', async () => {
      await heard([
        { at: ago(1), text: COMPLAINT, understood: read(COMPLAINT) },
        { at: ago(2), text: PRAISE, understood: read(PRAISE) },
        { at: ago(3), text: 'kettleco is broken' },
      ]);
      const { body } = await preview('understood');
      expect(texts(body.items)).toEqual([COMPLAINT, 'kettleco is broken']);
      expect(body.items[0]).toMatchObject({ needs: [{ is: 'complaint', p: expect.any(Number) }] });
      expect(body.items[1]).toMatchObject({ needs: [] });
      expect(body.nearly).toMatchObject([{ text: PRAISE, why: 'no_trigger', needs: [] }]);
    });

    it('by words alone says what would have been heard by its meaning', async () => {
      await heard([
        { at: ago(1), text: COMPLAINT, understood: read(COMPLAINT) },
        { at: ago(2), text: PRAISE, understood: read(PRAISE) },
      ]);
      const { body } = await preview('words');
      expect(body.items).toEqual([]);
      expect(body.nearly).toMatchObject([
        { text: COMPLAINT, why: 'no_trigger', needs: [{ is: 'complaint' }] },
        { text: PRAISE, why: 'no_trigger', needs: [] },
      ]);
      expect(texts((await preview('anything')).body.items)).toEqual([PRAISE, COMPLAINT]);
    });

    it('by its meaning is not asked of a network: it finds more, all of which is counted and paid', async () => {
      searched.answers(async () => ({ entries: [COMPLAINT, PRAISE, 'kettleco one'], costUsd: 0.015 }));
      const { body } = await preview('understood', [inboxId]);
      expect(searched.asked().every(({ together }) => together.length === 0)).toBe(true);
      expect(body.asked).toMatchObject([{ found: 3, costUsd: 0.015 }]);
      expect(texts(body.items)).toEqual([COMPLAINT]);
      expect(body.usdPerDay).toBeGreaterThan(0);
      searched.reset();
      await preview('words', [inboxId]);
      expect(searched.asked().some(({ together }) => together.includes('help'))).toBe(true);
    });

    it('is what is understood where a new rule does not say, and never where an old one is changed', async () => {
      const { care: _, ...body } = listeningBody(boardId);
      const id = randomUUID();
      expect((await ask('POST', '/api/listening-rules', { id, ...body })).body).toMatchObject({ care: 'understood' });
      expect((await ask('PATCH', `/api/listening-rules/${id}`, { body })).status).toBe(400);
      expect((await ask('POST', '/api/listening-rules', { id: randomUUID(), ...body, care: 'all' })).status).toBe(400);
      const { searches } = (await ask('GET', '/api/listening-sources')).body.items[0];
      expect(searches).toBe(1);
    });
  });
});

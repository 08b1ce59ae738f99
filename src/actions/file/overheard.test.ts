import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { setStanding } from '../change-contact.ts';
import { openOverhearingLab as open } from './overhearing-lab.fixture.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('a post that nobody said to us', () => {
    it('stands on the board of the rule that heard it, once, and opens nothing', async () => {
      const lab = await open(db);
      await lab.listen({});
      const post = lab.overheard('ida', 'p1', 'My kettle co kettle leaks');
      await lab.write(post);
      await lab.write(post);
      await lab.write({ ...post, account: 'help' });
      expect(await lab.hits()).toMatchObject([{ key: 'p1', state: 'waiting', boards: 1, waiting: 1 }]);
      expect(await lab.conversations()).toEqual([]);
      expect(await lab.ends()).toEqual([
        'filed: a hit on a board',
        'duplicate: on a board already',
        'duplicate: on a board already',
      ]);
      expect(await lab.voices()).toEqual([{ board_id: lab.board, said: 1 }]);
    });

    it('is ignored with the reason when no rule wants it', async () => {
      const lab = await open(db);
      await lab.write(lab.overheard('ida', 'p0', 'kettle co'));
      await lab.listen({});
      await lab.write(lab.overheard('ida', 'p1', 'kettle co careers are open'));
      await lab.write(lab.overheard('ida', 'p2', 'tea, please'));
      await lab.write(lab.overheard('us', 'p3', 'kettle co is us'));
      expect(await lab.ends()).toEqual([
        'ignored: no listening rule is on',
        'ignored: no listening rule wants it: excluded by “careers”',
        'ignored: no listening rule wants it: it does not name what is listened for',
        'ignored: said by an account of ours',
      ]);
      expect(await lab.hits()).toEqual([]);
    });

    it('becomes a conversation where a rule says so, and its story says which and why', async () => {
      const lab = await open(db);
      await lab.listen({ becomes: 'conversation', name: 'Care' });
      await lab.write(lab.overheard('ida', 'p1', 'No at and no hash: kettle co broke'));
      expect(await lab.conversations()).toMatchObject([{ attention: 'needs_answer' }]);
      expect(await lab.hits()).toMatchObject([{ state: 'taken_up', boards: 1, waiting: 0 }]);
      expect(await lab.ends()).toEqual(['filed: message, found by Care']);
      expect(await lab.kinds()).toMatchObject([
        { kind: 'opened' },
        { kind: 'found_by_listening', detail: { rules: ['Care'], words: ['Kettle Co'] } },
      ]);
    });

    it('never becomes work by itself when it is about others, or old', async () => {
      const lab = await open(db);
      const rule = await lab.listen({});
      await lab.listen({ becomes: 'conversation', brand: ['Fjell'] });
      // As an old version of the desk might have left it.
      await db.transaction((tx) =>
        sql`update listening_rules set board_id = ${lab.rivals}, body = body || '{"becomes":"conversation"}' where workspace_id = ${lab.workspaceId} and id = ${rule}`.execute(
          tx,
        ),
      );
      await lab.write(lab.overheard('ida', 'p1', 'kettle co is slow'));
      const old = { sentAt: new Date(lab.now().getTime() - 25 * 3_600_000).toISOString(), isHistory: true };
      const young = { sentAt: new Date(lab.now().getTime() - 3_600_000).toISOString(), isHistory: true };
      await lab.write(lab.overheard('bo', 'p2', 'fjell is late', old));
      await lab.write(lab.overheard('ann', 'p3', 'fjell is here', young));
      expect(await lab.ends()).toEqual([
        'filed: a hit on a board',
        'filed: a hit on a board: said more than 24 hours ago, so no conversation by itself',
        'filed: message, found by Kettle',
      ]);
      expect((await lab.hits()).map(({ key, state }) => [key, state])).toEqual([
        ['p2', 'waiting'],
        ['p3', 'taken_up'],
        ['p1', 'waiting'],
      ]);
    });

    it('is heard by several rules as one, and goes on a second board when a second rule hears it', async () => {
      const lab = await open(db);
      await lab.listen({});
      const post = lab.overheard('ida', 'p1', 'kettle co beats fjell');
      await lab.write(post);
      await lab.listen({ brand: ['Fjell'], boardId: lab.rivals });
      await lab.write(post);
      await lab.write(post);
      expect(await lab.hits()).toMatchObject([{ boards: 2, waiting: 2, because: [{}, {}] }]);
      expect((await lab.voices()).map(({ said }) => said)).toEqual([1, 1]);
    });

    it('becomes a conversation when a later rule wants that, unless somebody judged it', async () => {
      const lab = await open(db);
      await lab.listen({});
      const posts = ['p1', 'p2'].map((id) => lab.overheard('ida', id, `kettle co ${id}`));
      await lab.write(...posts);
      await db.transaction((tx) =>
        sql`update hits set state = 'ignored' where workspace_id = ${lab.workspaceId} and external_id = 'p2'`.execute(
          tx,
        ),
      );
      await lab.listen({ becomes: 'conversation', name: 'Care' });
      await lab.write(...posts);
      expect((await lab.hits()).map(({ state }) => state)).toEqual(['taken_up', 'ignored']);
      expect(await lab.conversations()).toHaveLength(1);
    });

    it('is nothing when its author is blocked', async () => {
      const lab = await open(db);
      await lab.listen({ becomes: 'conversation' });
      await lab.write(lab.mention('troll', 'm1', 'hello'));
      const [contact] = (
        await sql<{
          id: string;
        }>`select contact_id as id from identities where workspace_id = ${lab.workspaceId}`.execute(db.read)
      ).rows;
      await setStanding(db, { ...lab.who, acts: [] }, contact?.id as never, { isBlocked: true }, lab.now());
      await lab.write(lab.overheard('troll', 'p1', 'kettle co'));
      expect((await lab.ends())[1]).toBe('ignored: its author is blocked');
    });

    it('is grouped with those that say nearly the same, in one batch or in several', async () => {
      const lab = await open(db);
      await lab.listen({});
      const text = 'The kettle co kettle I bought last week leaks from its bottom and burned my hand, never again';
      await lab.write(lab.overheard('a', 'p1', text), lab.overheard('b', 'p2', `RT ${text}`));
      await lab.write(
        lab.overheard('c', 'p3', `${text}!!`),
        lab.overheard('d', 'p4', 'kettle co opens a shop in Oslo on Monday morning'),
      );
      const [one, two, three, four] = await lab.hits();
      expect([two?.alike_id, three?.alike_id]).toEqual([one?.id, one?.id]);
      expect(four?.alike_id).toBe(four?.id);
    });

    it.each([
      ['plain text', {}],
      ['a text with half a letter and nothing', { content: { text: 'kettle co \u0000 \ud800', attachments: [] } }],
      ['an author whom the network keeps from us', { author: { kind: 'unknown' } }],
    ])('is kept with %s', async (_, more) => {
      const lab = await open(db);
      await lab.listen({});
      await lab.write(lab.overheard('ida', 'p1', 'kettle co', more));
      expect(await lab.hits()).toHaveLength(1);
    });
  });

  describe('whatever breaks meanwhile', () => {
    const said = 'The kettle co kettle I bought last week leaks from its bottom and burned my hand, never again';

    it('what is filed again changes nothing', async () => {
      const lab = await open(db);
      await lab.listen({ becomes: 'conversation' });
      await lab.listen({ brand: ['leaks'], boardId: lab.rivals });
      await lab.write(lab.overheard('a', 'p1', said), lab.mention('b', 'p2', said), lab.overheard('b', 'p2', said));
      const before = [await lab.hits(), await lab.messages(), await lab.voices(), await lab.kinds()];
      await db.transaction((tx) =>
        sql`update ledger set state = 'waiting' where workspace_id = ${lab.workspaceId}`.execute(tx),
      );
      await lab.file();
      expect([await lab.hits(), await lab.messages(), await lab.voices(), await lab.kinds()]).toEqual(before);
      expect(await lab.balance()).toMatchObject({ duplicate: 1, waiting: 0 });
    });

    it('two who file at once find each post once', async () => {
      const lab = await open(db);
      await lab.listen({ becomes: 'conversation' });
      for (let at = 0; at < 5; at++)
        await lab.receive([lab.overheard('a', 'p1', said), lab.overheard('b', `q${at}`, `${said} ${at}`)] as Record<
          string,
          unknown
        >[]);
      await Promise.all([lab.file(), lab.file(), lab.file()]);
      await lab.file();
      expect(await lab.hits()).toHaveLength(6);
      expect(await lab.messages()).toHaveLength(6);
      expect((await lab.voices()).map(({ said: count }) => count)).toEqual([6]);
    });

    it('a batch that breaks leaves no trace: its entries are filed one by one', async () => {
      const lab = await open(db);
      await lab.listen({});
      await lab.receive([lab.overheard('a', 'p1', said)] as Record<string, unknown>[]);
      await lab.receive([lab.broken('x1')]);
      await lab.receive([lab.overheard('b', 'p2', `${said}!`)] as Record<string, unknown>[]);
      await lab.file();
      expect(await lab.hits()).toMatchObject([
        { key: 'p1', waiting: 1 },
        { key: 'p2', waiting: 1 },
      ]);
      const [one, two] = await lab.hits();
      expect(two?.alike_id).toBe(one?.alike_id);
      expect((await lab.voices()).map(({ said: count }) => count)).toEqual([2]);
      expect(await lab.balance()).toMatchObject({ filed: 2, setAside: 1 });
      lab.mend();
      await lab.replay();
      await lab.file();
      expect(await lab.hits()).toHaveLength(2);
    });
  });

  describe('what the network does to it afterwards', () => {
    it('an edit changes its words and leaves what stands there marked', async () => {
      const lab = await open(db);
      await lab.listen({});
      await lab.write(lab.overheard('ida', 'p1', 'kettle co is slow'));
      await lab.write(lab.edit('p1', 'Sorry: kettle co is fine'));
      expect(await lab.hits()).toMatchObject([
        { text: 'Sorry: kettle co is fine', because: [{ because: [{ from: 7, to: 16 }] }], state: 'waiting' },
      ]);
      expect((await lab.ends())[1]).toBe('filed: edit of a hit on a board');
    });

    it('a deletion takes its words, also out of the ledger, and it waits no more', async () => {
      const lab = await open(db);
      await lab.listen({});
      const looksFor = async () =>
        (
          await sql<{ search: string }>`select search from hits where workspace_id = ${lab.workspaceId}`.execute(
            db.read,
          )
        ).rows;
      await lab.write(lab.overheard('ida', 'p1', 'Kettle Co. is slow!'));
      expect(await looksFor()).toEqual([{ search: 'kettle co is slow' }]);
      await lab.write(lab.deletion('p1'));
      await lab.write(lab.deletion('p1'));
      expect(await looksFor()).toEqual([{ search: '' }]);
      expect(await lab.hits()).toMatchObject([{ state: 'gone', text: '', waiting: 0 }]);
      const { rows } = await sql<{
        left: number;
      }>`select count(*)::int as left from ledger l where workspace_id = ${lab.workspaceId} and position('slow' in convert_from(body, 'utf8')) > 0`.execute(
        db.read,
      );
      expect(rows).toEqual([{ left: 0 }]);
      const { rows: kept } = await sql<{
        event: string;
      }>`select event::text from hits where workspace_id = ${lab.workspaceId}`.execute(db.read);
      expect(kept[0]?.event).not.toContain('slow');
    });
  });
});

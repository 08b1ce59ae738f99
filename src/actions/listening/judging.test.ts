import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import type { Principal } from '../who.ts';
import { channels, openJudgingLab as open } from './judging-lab.fixture.ts';
import { likeHit } from './like-hit.ts';
import { takeUpHit } from './take-up-hit.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('judging hits', () => {
    it('decides about many at once, leaves nothing of them waiting, and puts them back', async () => {
      const lab = await open(db);
      expect(await lab.judge(lab.maja, 'ignored', lab.ids)).toEqual({ done: 3, left: [] });
      expect(await lab.hits()).toMatchObject(lab.ids.map(() => ({ state: 'ignored', waiting: 0, boards: 1 })));
      expect(await lab.judge(lab.maja, 'ignored', lab.ids)).toEqual({ done: 0, left: [] });
      expect(await lab.judge(lab.bo, 'waiting', [lab.one])).toEqual({ done: 1, left: [] });
      expect((await lab.hits())[0]).toMatchObject({ state: 'waiting', waiting: 1 });
    });

    it('of two at once the first one counts, and the other is told', async () => {
      const lab = await open(db);
      const [a, b] = await Promise.all([
        lab.judge(lab.maja, 'acknowledged', lab.ids),
        lab.judge(lab.bo, 'ignored', lab.ids.toReversed()),
      ]);
      expect([a.done, b.done].sort()).toEqual([0, 3]);
      const loser = a.done === 0 ? a : b;
      expect(loser.left.map(({ why }) => why)).toEqual(
        lab.ids.map(() => (a.done === 0 ? 'Bo ignored it already.' : 'Maja acknowledged it already.')),
      );
    });

    it('takes those along that say nearly the same and still wait', async () => {
      const lab = await open(db);
      const said = 'The kettle co kettle I bought last week leaks from its bottom and burned my hand, never again';
      await lab.write(...['a', 'b', 'c'].map((id) => lab.overheard(id, id, `${said} ${id}`)));
      const [first, second] = (await lab.hits()).filter(({ key }) => 'abc'.includes(key));
      await lab.judge(lab.bo, 'acknowledged', [second?.id ?? '']);
      expect(await lab.judge(lab.maja, 'ignored', [first?.id ?? ''], true)).toEqual({ done: 2, left: [] });
      expect((await lab.hits()).map(({ key, state }) => `${key} ${state}`).sort()).toEqual([
        'a ignored',
        'b acknowledged',
        'c ignored',
        'p1 waiting',
        'p2 waiting',
        'p3 waiting',
      ]);
    });

    it('names what it leaves: work, what was deleted, what is not there', async () => {
      const lab = await open(db);
      await takeUpHit(db, lab.maja, lab.one, { assigneeId: null, teamId: null }, lab.now());
      await lab.write(lab.deletion('p2'));
      const nowhere = randomUUID();
      expect(await lab.judge(lab.maja, 'ignored', [lab.one, lab.two, lab.three, nowhere])).toEqual({
        done: 1,
        left: [
          { id: lab.one, why: 'It is a conversation already.' },
          { id: lab.two, why: 'It was deleted on its network.' },
          { id: nowhere, why: 'This post is not here (any more).' },
        ],
      });
    });

    it.each([
      ['whoever may only look', 'see' as const, 'You may not work in this inbox. An owner or an admin can change it.'],
      ['whoever does not see the inbox', null, 'This post is not here (any more).'],
    ])('is nothing for %s', async (_, right, why) => {
      const lab = await open(db);
      expect(await lab.judge(lab.as(right), 'ignored', [lab.one], true)).toEqual({
        done: 0,
        left: [{ id: lab.one, why }],
      });
      await expect(
        takeUpHit(db, lab.as(right), lab.one, { assigneeId: null, teamId: null }, lab.now()),
      ).rejects.toMatchObject({
        code: right ? 'not_allowed_here' : 'no_such_hit',
      });
      expect((await lab.hits())[0]).toMatchObject({ state: 'waiting' });
    });

    it('knows nothing of another workspace', async () => {
      const lab = await open(db);
      const other = await open(db);
      expect((await other.judge(other.maja, 'ignored', [lab.one])).done).toBe(0);
      await expect(
        takeUpHit(db, other.maja, lab.one, { assigneeId: null, teamId: null }, lab.now()),
      ).rejects.toMatchObject({ code: 'no_such_hit' });
    });
  });

  describe('taking up a hit', () => {
    it('makes a conversation that waits, is somebody’s in the same stroke, and says who found it why', async () => {
      const lab = await open(db);
      const made = await takeUpHit(db, lab.maja, lab.one, { assigneeId: lab.bo.agentId, teamId: null }, lab.now());
      expect(await lab.talks()).toMatchObject([
        { id: made.conversationId, attention: 'needs_answer', assignee_id: lab.bo.agentId },
      ]);
      expect((await lab.hits())[0]).toMatchObject({
        state: 'taken_up',
        waiting: 0,
        conversation_id: made.conversationId,
      });
      expect((await lab.kinds()).map(({ kind }) => kind).sort()).toEqual(['assigned', 'opened', 'taken_up']);
      expect((await lab.kinds()).find(({ kind }) => kind === 'taken_up')?.detail).toMatchObject({
        rules: ['Kettle'],
        words: ['Kettle Co'],
      });
    });

    it('two at once make one conversation, and it stays with whoever was first', async () => {
      const lab = await open(db);
      const take = (who: Principal) =>
        takeUpHit(db, who, lab.one, { assigneeId: who.agentId, teamId: null }, lab.now());
      const [a, b] = await Promise.all([take(lab.maja), take(lab.bo)]);
      expect(a).toEqual(b);
      expect(await lab.talks()).toHaveLength(1);
      expect((await lab.kinds()).filter(({ kind }) => kind === 'assigned')).toHaveLength(1);
    });

    it('while the mention is being filed it is still one', async () => {
      const lab = await open(db);
      await lab.receive([lab.mention('by-p1', 'p1', 'kettle co') as Record<string, unknown>]);
      await Promise.all([lab.file(), takeUpHit(db, lab.maja, lab.one, { assigneeId: null, teamId: null }, lab.now())]);
      await lab.file();
      expect(await lab.talks()).toHaveLength(1);
      expect(await lab.messages()).toHaveLength(1);
      expect((await lab.hits())[0]).toMatchObject({ state: 'taken_up' });
    });

    it('what is found again, or said to us afterwards, stays that conversation', async () => {
      const lab = await open(db);
      await takeUpHit(db, lab.maja, lab.one, { assigneeId: null, teamId: null }, lab.now());
      await lab.write(
        lab.overheard('by-p1', 'p1', 'kettle co'),
        lab.mention('by-p1', 'p1', 'kettle co', { account: 'help' }),
      );
      expect(await lab.talks()).toHaveLength(1);
      expect(await lab.messages()).toHaveLength(1);
    });

    it('is all or nothing: an assignee who is not there takes nothing up', async () => {
      const lab = await open(db);
      await expect(
        takeUpHit(db, lab.maja, lab.one, { assigneeId: randomUUID(), teamId: null }, lab.now()),
      ).rejects.toMatchObject({ code: 'no_such_agent' });
      expect(await lab.talks()).toEqual([]);
      expect((await lab.hits())[0]).toMatchObject({ state: 'waiting', waiting: 1 });
    });

    it('what was deleted cannot be taken up', async () => {
      const lab = await open(db);
      await lab.write(lab.deletion('p1'));
      await expect(
        takeUpHit(db, lab.maja, lab.one, { assigneeId: null, teamId: null }, lab.now()),
      ).rejects.toMatchObject({ code: 'gone' });
    });
  });

  it('filing, judging, taking up and liking at once leave each post one thing', async () => {
    const lab = await open(db);
    const keys = Array.from({ length: 12 }, (_, at) => `s${at}`);
    await lab.write(...keys.map((key) => lab.overheard(key, key, `kettle co ${key}`)));
    const ids = (await lab.hits()).filter(({ key }) => keys.includes(key)).map(({ id }) => id);
    const take = (who: Principal, id: string) => takeUpHit(db, who, id, { assigneeId: null, teamId: null }, lab.now());
    for (const key of keys.slice(0, 8))
      await lab.receive([
        lab.mention(key, key, `kettle co ${key}`, { account: 'help' }),
        lab.overheard(key, key, `kettle co ${key}`),
      ] as Record<string, unknown>[]);
    await Promise.all([
      lab.file(),
      lab.judge(lab.maja, 'ignored', ids.slice(4)),
      ...ids.slice(0, 6).map((id) => take(lab.bo, id)),
      lab.judge(lab.bo, 'acknowledged', ids.toReversed(), true),
      ...ids.slice(2, 5).map((id) => likeHit(db, channels, lab.maja, id, { actId: randomUUID() }, lab.now())),
      lab.file(),
    ]);
    await lab.file();
    const said = (await lab.messages()).map(({ external_id }) => external_id).filter((key) => keys.includes(key));
    expect(said.toSorted()).toEqual([...new Set(said)].toSorted());
    expect(said).toEqual(expect.arrayContaining(keys.slice(0, 8)));
    const stands = (await lab.hits()).filter(({ key }) => keys.includes(key));
    for (const { key, state, waiting, conversation_id } of stands) {
      expect([key, waiting]).toEqual([key, state === 'waiting' ? 1 : 0]);
      expect([key, state === 'taken_up']).toEqual([key, said.includes(key)]);
      expect([key, conversation_id !== null]).toEqual([key, said.includes(key)]);
    }
    expect(await lab.balance()).toMatchObject({ setAside: 0, waiting: 0 });
  });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { InboxRights } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId } from '../../core/ids.ts';
import type { ChannelRules } from '../../core/reply/ways.ts';
import type { Database } from '../../storage/database.ts';
import { openOverhearingLab } from '../file/overhearing-lab.fixture.ts';
import { setAttention } from '../set-attention.ts';
import type { Principal } from '../who.ts';
import { judgeHits } from './judge-hits.ts';
import { likeHit } from './like-hit.ts';
import { takeUpHit } from './take-up-hit.ts';
import { thankHit } from './thank-hit.ts';

const text = { max: 280, count: 'characters' };
const rules = {
  name: 'Lab',
  capabilities: {
    text,
    attachments: { max: 0, maxBytes: 0, types: [] },
    acts: { reply: { on: 'theirs' }, like: { on: 'theirs' } },
  },
} as unknown as ChannelRules;
const channels = () => rules;
const mute = () => ({ ...rules, capabilities: { ...rules.capabilities, acts: {} } });

async function open(db: Database) {
  const lab = await openOverhearingLab(db);
  await lab.listen({});
  await lab.write(
    ...['p1', 'p2', 'p3'].map((id) => lab.overheard(`by-${id}`, id, `kettle co, ${id} says: ${id.repeat(9)}`)),
  );
  const bo = randomUUID() as AgentId;
  await db.transaction((tx) =>
    tx
      .insertInto('agents')
      .values({
        workspace_id: lab.workspaceId,
        id: bo,
        email: `${bo}@lab.example`,
        name: 'Bo',
        role: 'agent',
        created_at: lab.now(),
      })
      .execute(),
  );
  const maja: Principal = { ...lab.who, acts: ['triage.manage', 'messages.send'] };
  const as = (right: 'see' | 'answer' | null): Principal => {
    const inboxes: InboxRights = new Map(right ? [[lab.inboxId as InboxId, right]] : []);
    return { ...maja, inboxes };
  };
  const ids = (await lab.hits()).map(({ id }) => id);
  const [one = '', two = '', three = ''] = ids;
  const read = async <Row>(of: ReturnType<typeof sql<Row>>) => (await of.execute(db.read)).rows;
  return {
    ...lab,
    maja,
    bo: { ...maja, agentId: bo } satisfies Principal,
    as,
    ids,
    one,
    two,
    three,
    judge: (who: Principal, state: 'waiting' | 'acknowledged' | 'ignored', of: readonly string[], withAlike = false) =>
      judgeHits(db, who, { ids: of, state, reason: 'not for us', withAlike }, lab.now()),
    outbox: () =>
      read(
        sql<{
          kind: string;
          state: string;
          message_id: string | null;
        }>`select kind, state, message_id from outbox where workspace_id = ${lab.workspaceId}`,
      ),
    talks: () =>
      read(
        sql<{
          id: string;
          attention: string;
          assignee_id: string | null;
          attention_by: string | null;
        }>`select id, attention, assignee_id, attention_by from conversations where workspace_id = ${lab.workspaceId}`,
      ),
  };
}

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

  describe('liking a hit', () => {
    it('takes it up, likes it and acknowledges it by that person; a second try changes nothing', async () => {
      const lab = await open(db);
      const actId = randomUUID();
      const like = () => likeHit(db, channels, lab.maja, lab.one, { actId }, lab.now());
      const [made, again] = await Promise.all([like(), like()]);
      expect(again).toEqual(made);
      expect(await lab.outbox()).toMatchObject([{ kind: 'like', state: 'queued' }]);
      expect(await lab.talks()).toMatchObject([{ attention: 'acknowledged', attention_by: lab.maja.agentId }]);
      await setAttention(db, lab.maja, { conversationId: made.conversationId, attention: 'needs_answer' }, lab.now());
      await like();
      expect(await lab.talks()).toMatchObject([{ attention: 'needs_answer' }]);
    });

    it.each([
      ['where the network cannot', mute, {}, 'not_possible'],
      ['by whom that is not allowed', channels, { acts: [] }, 'not_allowed'],
    ])('does nothing %s', async (_, of, more, code) => {
      const lab = await open(db);
      await expect(
        likeHit(db, of, { ...lab.maja, ...more }, lab.one, { actId: randomUUID() }, lab.now()),
      ).rejects.toMatchObject({ code });
      expect(await lab.talks()).toEqual([]);
      expect((await lab.hits())[0]).toMatchObject({ state: 'waiting' });
    });

    it('acknowledges nothing else that waits in the same talk', async () => {
      const lab = await open(db);
      await lab.write(
        lab.mention('by-p1', 'm0', 'I asked you before', { thread: { id: 'p1', kind: 'post', reach: 'earned' } }),
      );
      await likeHit(db, channels, lab.maja, lab.one, { actId: randomUUID() }, lab.now());
      expect(await lab.talks()).toMatchObject([{ attention: 'needs_answer' }]);
    });
  });

  describe('thanking for a hit', () => {
    it('answers it in public, and it is answered by that; a second try sends nothing', async () => {
      const lab = await open(db);
      const input = { messageId: randomUUID(), text: 'Thank you!' };
      const made = await thankHit(db, channels, lab.maja, lab.one, input, lab.now());
      expect(await thankHit(db, channels, lab.maja, lab.one, input, lab.now())).toEqual(made);
      expect(await lab.outbox()).toMatchObject([{ kind: 'reply', state: 'queued', message_id: input.messageId }]);
      expect(await lab.talks()).toMatchObject([{ attention: 'answered', attention_by: lab.maja.agentId }]);
    });

    it('of two at once one is told that it is a conversation by now', async () => {
      const lab = await open(db);
      const thank = (who: Principal) =>
        thankHit(db, channels, who, lab.one, { messageId: randomUUID(), text: 'Thanks' }, lab.now());
      const ends = await Promise.allSettled([thank(lab.maja), thank(lab.bo)]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(ends.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'taken_up_already' });
      expect(await lab.outbox()).toHaveLength(1);
    });

    it.each([
      ['is too long', channels, 'x'.repeat(300), 'too_long'],
      ['cannot be said there', mute, 'Thanks', 'not_possible'],
    ])('takes nothing up when the answer %s', async (_, of, words, code) => {
      const lab = await open(db);
      await expect(
        thankHit(db, of, lab.maja, lab.one, { messageId: randomUUID(), text: words }, lab.now()),
      ).rejects.toMatchObject({ code });
      expect(await lab.talks()).toEqual([]);
    });
  });
});

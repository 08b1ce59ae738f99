import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { spreadScales } from '../../actions/priority/spread-scales.ts';
import { triageDue } from '../../actions/triage/triage-due.ts';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { fill } from '../../core/priority/scale.ts';
import { listAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import type { HeldScale, Move, Priority } from '../../wire/priority.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from '../work/talk.fixture.ts';

type Headers = Record<string, string>;
const shipped = fill({});
const weighing = (change: Record<string, number>) => ({
  ...shipped,
  ...Object.fromEntries(Object.entries(change).map(([id, weight]) => [id, { isOn: weight > 0, weight }])),
});

eachDatabase((open) => {
  let db: Database;
  let desk: Desk;
  let workspaceId: WorkspaceId;
  let inboxId: InboxId;
  let lead: { headers: Headers };
  let agent: { headers: Headers };
  let ask: ReturnType<typeof asker>;
  let teamId: string;

  beforeAll(async () => {
    db = await open();
    desk = await openDesk(db, { callsPerMinute: 1_000_000 });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    workspaceId = await desk.makeWorkspace(randomUUID());
    inboxId = await addInboxRow(db, workspaceId);
    lead = await desk.signIn(workspaceId, 'lead');
    agent = await desk.signIn(workspaceId, 'agent');
    ask = asker(desk, lead.headers);
    teamId = randomUUID();
    const admin = await desk.signIn(workspaceId, 'admin');
    const team = { id: teamId, name: 'Night', agentIds: [] };
    expect((await ask('POST', '/api/teams', team, admin.headers)).status).toBeLessThan(300);
  });

  /** Somebody who waits, and what is known of it. */
  async function waits(name: string, about: { kind?: string; vip?: boolean; team?: boolean } = {}) {
    const { conversationId, contactId } = await addTalk(db, workspaceId, inboxId, name, new Date(Date.now() - 60_000));
    await sql`update conversations set kind = ${about.kind ?? null}, team_id = ${about.team ? teamId : null}::uuid, triage_at = '-infinity'
      where workspace_id = ${workspaceId} and id = ${conversationId}`.execute(db.read);
    if (about.vip)
      await sql`update contacts set vip_at = now() where workspace_id = ${workspaceId} and id = ${contactId}`.execute(
        db.read,
      );
    return conversationId;
  }
  async function decide() {
    do while ((await triageDue(db, workspaceId, new Date())) > 0);
    while (await spreadScales(db, workspaceId, new Date(), 2));
  }
  const priorityOf = async (id: ConversationId) =>
    (await ask('GET', `/api/conversations/${id}`)).body.conversation.priority as number;
  const save = (from: number, weights: object | null, more: object = {}) =>
    ask('POST', '/api/priority/versions', { id: randomUUID(), teamId: null, from, weights, ...more });
  const read = async () => (await ask('GET', '/api/priority')).body as Priority;
  const held = async (of: string | null = null) => (await read()).scales.find((one) => one.teamId === of) as HeldScale;
  const dry = async (weights: object | null, of: string | null = null) =>
    (await ask('POST', '/api/priority/dry-run', { teamId: of, weights })).body;

  it('counts as shipped before anybody decided anything', async () => {
    expect(await held()).toMatchObject({ version: 0, isOwn: false, weights: shipped, madeAt: null });
    expect((await read()).scales.map(({ teamName }) => teamName)).toEqual([null, 'Night']);
  });

  it('saving decides everything anew that waits, in batches, and every version can be gone back to', async () => {
    const ids = await Promise.all([waits('ida', { kind: 'question' }), waits('bo', { vip: true }), waits('eva')]);
    await decide();
    const priorities = () => Promise.all(ids.map(priorityOf));
    expect(await priorities()).toEqual([20, 40, 10]);

    const saved = await save(0, weighing({ question: 50, private: 0 }), { why: 'Questions first' });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, why: 'Questions first', restores: null } });
    await decide();
    expect(await priorities()).toEqual([50, 30, 0]);

    expect((await save(1, null)).body).toMatchObject({ version: 2, weights: null });
    await decide();
    expect(await priorities()).toEqual([20, 40, 10]);

    const again = { id: randomUUID(), from: 2, restores: saved.body.id };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', '/api/priority/restore', again)).body).toMatchObject({ version: 3, restores: 1 });
    await decide();
    expect(await priorities()).toEqual([50, 30, 0]);
    const { items } = (await ask('GET', '/api/priority/versions')).body;
    expect(items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    expect(items[2].madeBy).toMatch(/^lead/);
  });

  it('a team’s own scale stands in the place of the workspace’s, for its conversations alone', async () => {
    const [theirs, ours] = [await waits('ida', { vip: true, team: true }), await waits('bo', { vip: true })];
    await save(0, weighing({ vip: 50 }));
    await save(0, weighing({ vip: 5 }), { teamId });
    await decide();
    expect([await priorityOf(theirs), await priorityOf(ours)]).toEqual([15, 60]);
    await save(1, null, { teamId });
    await decide();
    expect([await priorityOf(theirs), await priorityOf(ours)]).toEqual([60, 60]);
    expect(await held(teamId)).toMatchObject({ version: 2, isOwn: false });
  });

  it('of two who save at the same time one is told, and the same saving twice is one', async () => {
    const [one, other] = await Promise.all([save(0, weighing({ vip: 1 })), save(0, weighing({ vip: 2 }))]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect((one.status === 409 ? one : other).body.code).toBe('scale_changed');
    const twice = { id: randomUUID(), teamId: null, from: 1, weights: weighing({ vip: 3 }) };
    const answers = await Promise.all([1, 2].map(() => ask('POST', '/api/priority/versions', twice)));
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
      [200, 2],
      [200, 2],
    ]);
    expect((await held()).version).toBe(2);
    expect((await ask('POST', '/api/priority/versions', { ...twice, weights: null })).body.code).toBe('id_taken');
  });

  it('is told in the audit log, by what differs', async () => {
    await save(0, weighing({ vip: 44, private: 0 }), { why: 'VIPs first' });
    const [entry] = await listAudit(db.read, workspaceId, { limit: 1 });
    expect(entry).toMatchObject({
      act: 'priority.changed',
      detail: { before: { vip: 30, private: 10 }, after: { vip: 44, private: null }, why: 'VIPs first' },
    });
  });

  describe('a dry run', () => {
    it('tells exactly what moves, and changes nothing', async () => {
      const ids = [
        await waits('plain'),
        await waits('question', { kind: 'question' }),
        await waits('vip', { vip: true }),
      ];
      await decide();
      const run = await dry(weighing({ question: 60 }));
      expect(run).toMatchObject({ total: 3, left: 0, up: 1, down: 1, same: 1, rescored: 1 });
      expect(run.movers).toMatchObject([
        {
          id: ids[1],
          name: 'question',
          preview: 'Help!',
          scoreBefore: 20,
          scoreAfter: 70,
          placeBefore: 2,
          placeAfter: 1,
        },
      ]);
      expect(run.top.map(({ name }: Move) => name)).toEqual(['question', 'vip', 'plain']);
      expect((await held()).version).toBe(0);
      expect(await priorityOf(ids[1] as ConversationId)).toBe(20);
    });

    it('counts what rules put on top or took off', async () => {
      const [low, high] = [await waits('low'), await waits('high')];
      const boost = (id: string, points: number) =>
        sql`update conversations set rule_boosts = ${JSON.stringify([{ ruleId: randomUUID(), name: 'r', points }])}::jsonb
          where workspace_id = ${workspaceId} and id = ${id}`.execute(db.read);
      await boost(low, -40);
      await boost(high, 7);
      const { top } = await dry(null);
      expect(top.map(({ name, scoreAfter }: Move) => [name, scoreAfter])).toEqual([
        ['high', 17],
        ['low', -30],
      ]);
    });

    it('of a team looks at its conversations', async () => {
      await waits('theirs', { vip: true, team: true });
      await waits('ours', { vip: true });
      await decide();
      const run = await dry(weighing({ vip: 3 }), teamId);
      expect([run.total, run.rescored, run.top.map(({ name }: Move) => name)]).toEqual([1, 1, ['theirs']]);
    });

    it('looks at the last 30 days, and in the inboxes that are there for whoever asks', async () => {
      const old = await waits('old');
      await sql`update conversations set last_message_at = now() - interval '31 days' where workspace_id = ${workspaceId} and id = ${old}`.execute(
        db.read,
      );
      await waits('new');
      expect((await dry(null)).total).toBe(1);
      await sql`update inboxes set is_restricted = true where workspace_id = ${workspaceId}`.execute(db.read);
      expect(await dry(null)).toMatchObject({ total: 0, movers: [], top: [] });
    });
  });

  it.each([
    ['an unknown factor', { ...shipped, sunspots: { isOn: true, weight: 1 } }],
    ['a missing one', { vip: { isOn: true, weight: 1 } }],
    ['half a point', weighing({ vip: 0.5 })],
    ['too much', weighing({ vip: 101 })],
    ['less than nothing', { ...shipped, vip: { isOn: true, weight: -1 } }],
    ['a word', 'everything'],
  ])('refuses %s', async (_what, weights) => {
    expect((await save(0, weights as object)).status).toBe(400);
    expect((await ask('POST', '/api/priority/dry-run', { teamId: null, weights })).status).toBe(400);
    expect((await held()).version).toBe(0);
  });

  it('is for whoever may tune, and stays in the workspace', async () => {
    const mine = await save(0, weighing({ vip: 1 }));
    for (const [method, url] of [
      ['GET', '/api/priority'],
      ['GET', '/api/priority/versions'],
      ['POST', '/api/priority/versions'],
      ['POST', '/api/priority/restore'],
      ['POST', '/api/priority/dry-run'],
    ] as const)
      expect([url, (await ask(method, url, method === 'GET' ? undefined : {}, agent.headers)).status]).toEqual([
        url,
        403,
      ]);
    const stranger = await desk.signIn(await desk.makeWorkspace(randomUUID()), 'owner');
    const restore = { id: randomUUID(), from: 0, restores: mine.body.id };
    expect((await ask('POST', '/api/priority/restore', restore, stranger.headers)).body.code).toBe('no_such_version');
    const team = { id: randomUUID(), teamId, from: 0, weights: null };
    expect((await ask('POST', '/api/priority/versions', team, stranger.headers)).body.code).toBe('no_such_team');
    expect((await ask('POST', '/api/priority/dry-run', { teamId, weights: null }, stranger.headers)).status).toBe(404);
  });
});

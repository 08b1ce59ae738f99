import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { OFF } from '../../core/routing/policy.ts';
import { countFigures } from '../../storage/routing/figures.ts';
import { noteSeen } from '../../storage/routing/presence.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;
let opened: Awaited<ReturnType<typeof openEmbedded>>;
let desk: Desk;
let shop: WorkspaceId;
let lead: { agentId: string; headers: Headers };
let agent: { agentId: string; headers: Headers };

beforeAll(async () => {
  opened = await openEmbedded();
  desk = await openDesk(opened.db);
  shop = await desk.makeWorkspace('shop');
  lead = await desk.signIn(shop, 'lead');
  agent = await desk.signIn(shop, 'agent');
});
afterAll(async () => {
  await desk.close();
  await opened.end();
});
const call = async (headers: Headers, method: 'GET' | 'PUT' | 'PATCH', url: string, payload?: object) => {
  const answer = await desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const ON = { ...OFF, mode: 'best_fit' };

it('is a lead’s to decide, and says so to an agent', async () => {
  expect((await call(agent.headers, 'GET', '/api/routing')).status).toBe(403);
  expect(
    (await call(agent.headers, 'PUT', '/api/routing/policy', { teamId: null, onVersion: 0, policy: ON })).status,
  ).toBe(403);
  expect((await call(agent.headers, 'PATCH', `/api/agents/${agent.agentId}/desk`, { capacity: 500 })).status).toBe(403);
  const { body } = await call(lead.headers, 'GET', '/api/routing');
  expect(body.policies).toMatchObject([{ teamId: null, version: 0, policy: { mode: 'off' } }]);
  expect(body.queue).toEqual({ waiting: 0, since: null });
  expect(body.desks.map((one: { agentId: string }) => one.agentId).sort()).toEqual(
    [lead.agentId, agent.agentId].sort(),
  );
});

it('keeps each decision as a version; whoever was slower is told, and what is taken back is decided again', async () => {
  const put = (onVersion: number, policy: object | null, teamId: string | null = null) =>
    call(lead.headers, 'PUT', '/api/routing/policy', { teamId, onVersion, policy });
  expect((await put(0, ON)).body).toEqual({ version: 1 });
  expect((await put(0, { ...ON, capacity: 3 })).body).toMatchObject({ code: 'policy_changed' });
  expect((await put(1, { ...ON, capacity: 3 })).body).toEqual({ version: 2 });
  expect((await put(2, null)).body).toMatchObject({ code: 'policy_missing' });
  expect((await put(0, ON, '00000000-0000-7000-8000-000000000000')).body).toMatchObject({ code: 'no_such_team' });
  expect((await put(2, { ...ON, capacity: 0 })).status).toBe(400);
  const { items } = (await call(lead.headers, 'GET', '/api/routing/versions')).body;
  expect(
    items.map((one: { version: number; policy: { capacity: number }; madeBy: string }) => [
      one.version,
      one.policy.capacity,
      one.madeBy,
    ]),
  ).toEqual([
    [2, 3, lead.agentId],
    [1, 10, lead.agentId],
  ]);
  expect((await put(2, items[1].policy)).body).toEqual({ version: 3 });
  const owner = await desk.signIn(shop, 'owner');
  const { items: audit } = (await call(owner.headers, 'GET', '/api/audit?act=routing.')).body;
  expect(audit[0].detail).toMatchObject({ version: 3, before: { capacity: 3 }, after: { capacity: 10 } });
});

it('a team has its own until it goes with the others again', async () => {
  const owner = await desk.signIn(shop, 'owner');
  const teamId = '0192f000-0000-7000-8000-000000000001';
  await desk.http.inject({
    method: 'POST',
    url: '/api/teams',
    headers: owner.headers,
    payload: { id: teamId, name: 'Refunds' },
  });
  const put = (onVersion: number, policy: object | null) =>
    call(lead.headers, 'PUT', '/api/routing/policy', { teamId, onVersion, policy });
  expect((await put(0, { ...ON, mode: 'round_robin' })).status).toBe(200);
  expect((await put(1, null)).status).toBe(200);
  const policies = (await call(lead.headers, 'GET', '/api/routing')).body.policies;
  expect(policies[1]).toMatchObject({ teamId, version: 2, policy: null });
});

it('keeps what an agent knows once, refuses hours that are none, and lets nobody of another workspace in', async () => {
  const url = `/api/agents/${agent.agentId}/desk`;
  const changed = await call(lead.headers, 'PATCH', url, {
    skills: ['Refund', 'refund', ' boots '],
    languages: ['en', 'EN', 'hu'],
    capacity: 4,
  });
  expect(changed.body).toMatchObject({
    skills: ['Refund', 'boots'],
    languages: ['en', 'hu'],
    capacity: 4,
    takesPart: null,
  });
  expect((await call(lead.headers, 'PATCH', url, { hours: 'when I like' })).body).toMatchObject({ code: 'no_hours' });
  expect((await call(lead.headers, 'PATCH', url, { timeZone: 'Moon/Crater' })).body).toMatchObject({
    code: 'no_time_zone',
  });
  expect((await call(lead.headers, 'PATCH', url, { languages: ['English, I think'] })).status).toBe(400);
  const stranger = await desk.signIn(await desk.makeWorkspace('other'), 'owner');
  expect((await call(stranger.headers, 'PATCH', url, { capacity: 1 })).body).toMatchObject({ code: 'no_such_agent' });
});

it('says who is here: an open desk, away, back', async () => {
  const read = async () => (await call(agent.headers, 'GET', '/api/me/presence')).body;
  expect(await read()).toEqual({ presence: 'offline', awaySince: null });
  await opened.db.alone((tx) => noteSeen(tx, shop, agent.agentId as never, new Date()));
  expect((await read()).presence).toBe('online');
  expect((await call(agent.headers, 'PUT', '/api/me/presence', { isAway: true })).body).toMatchObject({
    presence: 'away',
    awaySince: expect.any(String),
  });
  expect((await call(agent.headers, 'PUT', '/api/me/presence', { isAway: true })).status).toBe(200);
  expect((await call(agent.headers, 'PUT', '/api/me/presence', { isAway: false })).body).toEqual({
    presence: 'online',
    awaySince: null,
  });
  const token = await desk.token(shop);
  expect((await call(token, 'PUT', '/api/me/presence', { isAway: true })).body).toMatchObject({ code: 'agents_only' });
});

it('counts what customers wrote after an answer, and how long they had waited for it', async () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const at = (minutes: number) => new Date(now.getTime() - (120 - minutes) * 60_000);
  const conversation = '0192f000-0000-7000-8000-00000000000a';
  const say = (minutes: number, direction: string, mood: string | null = null) =>
    opened.db.alone((tx) =>
      sql`insert into messages (workspace_id, id, inbox_id, conversation_id, agent_id, direction, reach, text, sent_at, received_at, understood)
        values (${shop}, gen_random_uuid(), gen_random_uuid(), ${conversation}::uuid, ${direction === 'outbound' ? agent.agentId : null}::uuid, ${direction}, 'owned_private',
          'x', ${at(minutes)}, ${at(minutes)}, ${mood && JSON.stringify([null, 0, [mood, 1]])})`.execute(tx),
    );
  await say(0, 'inbound', 'negative');
  await say(1, 'inbound');
  await say(10, 'outbound');
  await say(11, 'note');
  await say(20, 'inbound', 'negative');
  await say(25, 'outbound');
  await say(30, 'inbound', 'positive');
  await say(31, 'inbound', 'negative');
  await say(50, 'outbound');
  expect(await opened.db.alone((tx) => countFigures(tx, shop, now, now))).toBeGreaterThan(0);
  const row = (await call(lead.headers, 'GET', '/api/routing')).body.desks.find(
    (one: { agentId: string }) => one.agentId === agent.agentId,
  );
  expect(row).toMatchObject({ answers: 3, pleased: 1, displeased: 1 });
  const kept = await opened.db.read
    .selectFrom('agent_desks')
    .select('answer_seconds')
    .where('agent_id', '=', agent.agentId as never)
    .executeTakeFirstOrThrow();
  expect(Number(kept.answer_seconds)).toBe((10 + 5 + 20) * 60);
});

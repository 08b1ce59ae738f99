import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../test/database.ts';
import { setAttention } from '../../actions/set-attention.ts';
import { triageDue } from '../../actions/triage/triage-due.ts';
import { ANYTHING } from '../../core/clocks/policy.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { listAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from '../work/talk.fixture.ts';

type Someone = { agentId: AgentId; headers: Record<string, string> };
const NOW = new Date('2026-11-18T09:00:00Z');

let db: Database;
let end: () => Promise<void>;
let desk: Desk;
let workspaceId: WorkspaceId;
let inboxId: InboxId;
let lead: Someone;
let agent: Someone;
let ask: ReturnType<typeof asker>;
let now = NOW;

beforeAll(async () => {
  ({ db, end } = await openEmbedded());
  desk = await openDesk(db, { callsPerMinute: 1_000_000, now: () => now });
  workspaceId = await desk.makeWorkspace('clocks');
  inboxId = await addInboxRow(db, workspaceId);
  lead = await desk.signIn(workspaceId, 'lead');
  agent = await desk.signIn(workspaceId, 'agent');
  ask = asker(desk, lead.headers);
});
afterAll(async () => {
  await desk.close();
  await end();
});

const week = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 540, until: 780 },
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 840, until: 1_080 },
];
const hours = (more: object = {}) => ({ name: 'Berlin', timeZone: 'Europe/Berlin', week, days: [], ...more });
const policy = (more: object = {}) => ({
  name: 'An hour',
  conditions: ANYTHING,
  targets: { first_response: { by: 'minutes', minutes: 60, hours: 'open' } },
  warnMinutes: 15,
  ...more,
});
const made = (more: object = {}) => ({ ...hours(more), id: randomUUID() });
const acts = async () => (await listAudit(db.read, workspaceId, { limit: 50 })).map(({ act }) => act);

describe('hours', () => {
  it('are kept with the holidays of their country, once however often they are sent, and audited', async () => {
    const id = randomUUID();
    const own = { date: '2026-12-24', name: 'Half a day', spans: [{ from: 540, until: 720 }] };
    const wish = hours({ country: 'DE', region: 'BY', isDefault: true, inboxIds: [inboxId], days: [own] });
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, body } = await (turn === 0
        ? ask('POST', '/api/calendars', { ...wish, id })
        : ask('PUT', `/api/calendars/${id}`, wish));
      expect(status).toBe(200);
      expect(body).toMatchObject({ name: 'Berlin', week, isDefault: true, inboxIds: [inboxId], days: [own] });
      expect(body.holidays).toContainEqual({ date: '2027-01-06', name: 'Heilige Drei Könige', from: 0 });
    }
    expect((await acts()).filter((act) => act.startsWith('calendar.'))).toEqual(['calendar.made']);
    const other = await ask('POST', '/api/calendars', made({ name: ' BERLIN ' }));
    expect(other.body).toMatchObject({ code: 'name_taken' });
    const second = await ask('POST', '/api/calendars', made({ name: 'Athens', isDefault: true }));
    expect(second.status).toBe(200);
    const all = (await ask('GET', '/api/calendars')).body.items;
    expect(all.map((one: { name: string; isDefault: boolean }) => [one.name, one.isDefault])).toEqual([
      ['Athens', true],
      ['Berlin', false],
    ]);
    expect((await ask('PUT', `/api/calendars/${randomUUID()}`, hours({ name: 'Nowhere' }))).status).toBe(404);
    for (const one of all) expect((await ask('DELETE', `/api/calendars/${one.id}`)).status).toBe(200);
    expect((await ask('DELETE', `/api/calendars/${id}`)).status).toBe(404);
  });

  it.each([
    { what: 'a zone that is none', more: { timeZone: 'Mars/Olympus' } },
    { what: 'hours that end before they begin', more: { week: [{ days: ['mon'], from: 600, until: 600 }] } },
    { what: 'a day that is none', more: { days: [{ date: '2026-02-29', name: '', spans: [] }] } },
    {
      what: 'a day twice',
      more: { days: ['a', 'b'].map((name) => ({ date: '2026-02-28', name, spans: [] })) },
    },
    { what: 'a country that is none', more: { country: 'XX' } },
    { what: 'a region of another country', more: { country: 'DE', region: 'CA' } },
    { what: 'no name', more: { name: ' ' } },
  ])('refuse $what', async ({ more }) => {
    expect((await ask('POST', '/api/calendars', made(more))).status).toBe(400);
  });

  it('are for leads; holidays can be looked at before', async () => {
    expect((await ask('GET', '/api/calendars', undefined, agent.headers)).status).toBe(403);
    expect((await ask('POST', '/api/calendars', made(), agent.headers)).status).toBe(403);
    const { body } = await ask('GET', '/api/holidays/next?country=GR');
    expect(body.items[0]).toMatchObject({ date: '2026-12-25' });
    const { items } = (await ask('GET', '/api/holidays')).body;
    expect(items.find(({ code }: { code: string }) => code === 'DE').regions).toHaveLength(16);
  });
});

describe('answer times', () => {
  const put = async (id: string, more: object = {}) => {
    const there = (await ask('GET', '/api/answer-policies')).body.items.some((one: { id: string }) => one.id === id);
    return there
      ? ask('PUT', `/api/answer-policies/${id}`, policy(more))
      : ask('POST', '/api/answer-policies', { ...policy(more), id });
  };
  const dueOf = async (id: string) => {
    while ((await triageDue(db, workspaceId, now)) > 0);
    return (await ask('GET', `/api/conversations/${id}`)).body;
  };

  it('time what waits already, anew with each change, by the hours of its inbox', async () => {
    const { conversationId } = await addTalk(db, workspaceId, inboxId, 'ida', NOW);
    const id = randomUUID();
    expect((await put(id)).status).toBe(200);
    const first = await dueOf(conversationId);
    expect(first.conversation.dueAt).toBe('2026-11-18T10:00:00.000Z');
    expect(first.clocks).toMatchObject([{ kind: 'first_response', policyId: id, stoppedAt: null }]);
    await put(id, { targets: { first_response: { by: 'minutes', minutes: 240, hours: 'open' } } });
    expect((await dueOf(conversationId)).conversation.dueAt).toBe('2026-11-18T13:00:00.000Z');
    // In Berlin it is ten; there are three hours until lunch, and one after it.
    await ask('POST', '/api/calendars', made({ inboxIds: [inboxId] }));
    expect((await dueOf(conversationId)).conversation.dueAt).toBe('2026-11-18T14:00:00.000Z');
    const who = { workspaceId, agentId: agent.agentId };
    await setAttention(db, who, { conversationId, attention: 'no_reply', reason: 'Spam' }, now);
    expect((await dueOf(conversationId)).conversation.dueAt).toBeNull();
    await ask('DELETE', `/api/answer-policies/${id}`);
  });

  it('are asked in their order; an order of others than there are is refused', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await put(a, { name: 'All' });
    await put(b, { name: 'VIPs', conditions: { ...ANYTHING, isVip: true } });
    const names = async () =>
      (await ask('GET', '/api/answer-policies', undefined, agent.headers)).body.items.map(
        (one: { name: string }) => one.name,
      );
    expect(await names()).toEqual(['All', 'VIPs']);
    expect((await ask('PUT', '/api/answer-policies-order', { ids: [b, a] })).status).toBe(200);
    expect(await names()).toEqual(['VIPs', 'All']);
    for (const ids of [[a], [a, a], [a, b, randomUUID()]])
      expect((await ask('PUT', '/api/answer-policies-order', { ids })).body).toMatchObject({
        code: 'changed_meanwhile',
      });
    expect((await put(randomUUID(), { name: 'vips' })).body).toMatchObject({ code: 'name_taken' });
    expect((await put(randomUUID(), { targets: {} })).status).toBe(400);
    expect((await ask('PUT', `/api/answer-policies/${a}`, policy(), agent.headers)).status).toBe(403);
    expect(await acts()).toEqual(expect.arrayContaining(['answer_policy.made', 'answer_policy.ordered']));
    for (const id of [a, b]) await ask('DELETE', `/api/answer-policies/${id}`);
  });

  it('are tried on the last month before they hold', async () => {
    const other = await desk.makeWorkspace('dry');
    const inbox = await addInboxRow(db, other);
    const someone = await desk.signIn(other, 'lead');
    const talks = await Promise.all(['in time', 'late', 'never'].map((name) => addTalk(db, other, inbox, name, NOW)));
    const who = { workspaceId: other, agentId: someone.agentId };
    const settle = (at: number, minutes: number) =>
      setAttention(
        db,
        who,
        { conversationId: talks[at]?.conversationId as never, attention: 'answered' },
        new Date(NOW.getTime() + minutes * 60_000),
      );
    await settle(0, 20);
    await settle(1, 90);
    now = new Date(NOW.getTime() + 300 * 60_000);
    const id = randomUUID();
    const { status, body } = await ask(
      'POST',
      '/api/answer-policies-dry-run',
      { policies: [{ ...policy(), id }] },
      someone.headers,
    );
    now = NOW;
    expect(status).toBe(200);
    expect(body).toEqual({
      conversations: 3,
      isCapped: false,
      fitting: 3,
      kinds: { first_response: { timed: 3, met: 1 } },
      policies: { [id]: { timed: 3, met: 1 } },
    });
  });
});

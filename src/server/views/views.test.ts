import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;
interface Person {
  readonly agentId: AgentId;
  readonly headers: Headers;
}
const waiting = { match: 'all', conditions: [{ about: 'attention', is: 'one_of', values: ['needs_answer'] }] };
const mine = { match: 'all', conditions: [{ about: 'assignee', is: 'one_of', values: ['me'] }] };

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let lead: Person;
  let ana: Person;
  let ben: Person;
  const teamId = newId<string>();

  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
    seeded = await seedConversations(desk.deps.db, workspace, { conversations: 60 }, new Date());
    lead = await desk.signIn(workspace, 'lead');
    ana = await desk.signIn(workspace, 'agent');
    ben = await desk.signIn(workspace, 'agent');
    await desk.deps.db.transaction(async (tx) => {
      await sql`insert into teams (workspace_id, id, name, created_at) values (${workspace}, ${teamId}, 'Returns', now())`.execute(
        tx,
      );
      await sql`insert into team_members (workspace_id, team_id, agent_id) values (${workspace}, ${teamId}, ${ana.agentId})`.execute(
        tx,
      );
      await sql`update conversations set assignee_id = ${ana.agentId} where workspace_id = ${workspace} and assignee_id = ${seeded.agentIds[0]}`.execute(
        tx,
      );
      await sql`update conversations set team_id = ${teamId} where workspace_id = ${workspace} and priority = 30`.execute(
        tx,
      );
    });
  });
  afterAll(() => desk.close());

  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) => {
    const answer = await desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, ...answer.json() };
  };
  const make = async (who: Person, more: object = {}) => {
    const id = newId<string>();
    return {
      id,
      ...(await call('POST', '/api/views', who.headers, { id, name: 'Waiting', filter: waiting, ...more })),
    };
  };
  const namesOf = async ({ headers }: Person) =>
    (await call('GET', '/api/views', headers)).items.map((view: { name: string }) => view.name);

  it('are kept for oneself, a team or everybody, and seen by those', async () => {
    await make(ana, { name: "Ana's own", filter: mine });
    await make(lead, { name: 'For all', audience: 'everybody', sort: 'waiting' });
    await make(lead, { name: 'Returns only', audience: 'team', teamId });
    expect(await namesOf(ana)).toEqual(["Ana's own", 'For all', 'Returns only']);
    expect(await namesOf(ben)).toEqual(['For all']);
    expect(await namesOf(lead)).toEqual(['For all', 'Returns only']);
    expect(await namesOf(await desk.signIn(await desk.makeWorkspace('next-door'), 'owner'))).toEqual([]);
  });

  it.each([
    { what: 'sharing without the right', as: () => ana, body: { audience: 'everybody' }, code: 'view_not_shared' },
    {
      what: 'a team that is not there',
      as: () => lead,
      body: { audience: 'team', teamId: newId() },
      code: 'no_such_team',
    },
    { what: 'a team that is not named', as: () => lead, body: { audience: 'team' }, code: 'no_such_team' },
    { what: 'no name', as: () => ana, body: { name: ' ' }, code: 'invalid_input' },
    {
      what: 'a filter of nonsense',
      as: () => ana,
      body: { filter: { match: 'all', conditions: [{ about: 'mood' }] } },
      code: 'invalid_input',
    },
  ])('refuses $what', async ({ as, body, code }) => {
    const { status, code: refused } = await make(as(), body);
    expect(status).toBeGreaterThanOrEqual(400);
    if (code !== 'invalid_input') expect(refused).toBe(code);
  });

  it('are made once, however often they are sent', async () => {
    const first = await make(ben, { name: 'Once' });
    const again = { id: first.id, name: 'Twice', filter: mine };
    expect(await call('POST', '/api/views', ben.headers, again)).toMatchObject({ status: 200, name: 'Once' });
    // Somebody else's id: nothing is changed, and nothing learnt.
    expect(await call('POST', '/api/views', ana.headers, again)).toMatchObject({ status: 404, code: 'no_such_view' });
    expect((await namesOf(ben)).filter((name: string) => name === 'Once')).toEqual(['Once']);
    await call('DELETE', `/api/views/${first.id}`, ben.headers);
    expect(await namesOf(ben)).not.toContain('Once');
  });

  it('are changed by whoever may, and by nobody else', async () => {
    const shared = await make(lead, { name: 'Shared', audience: 'everybody' });
    const own = await make(ana, { name: 'Private' });
    const patch = (who: Person, id: string, body: object) => call('PATCH', `/api/views/${id}`, who.headers, body);
    expect(await patch(ana, shared.id, { name: 'Hijacked' })).toMatchObject({ status: 403, code: 'view_not_yours' });
    expect(await patch(lead, own.id, { name: 'Looked at' })).toMatchObject({ status: 404 });
    expect(await patch(ana, own.id, { audience: 'everybody' })).toMatchObject({ status: 403, code: 'view_not_shared' });
    expect(await patch(ana, own.id, { name: 'Mine', sort: 'oldest', position: 0, filter: mine })).toMatchObject({
      name: 'Mine',
      sort: 'oldest',
      position: 0,
      filter: mine,
      mayChange: true,
    });
    expect((await namesOf(ana))[0]).toBe('Mine');
    expect(await patch(lead, shared.id, { audience: 'me' })).toMatchObject({ audience: 'me', ownerId: lead.agentId });
    expect(await call('DELETE', `/api/views/${own.id}`, lead.headers)).toMatchObject({ status: 404 });
    const audit = await call('GET', '/api/audit', lead.headers);
    expect(JSON.stringify(audit)).toContain('view.changed');
    expect(JSON.stringify(audit)).not.toContain('Private');
  });

  it('are lists, in their order, and mean whoever looks', async () => {
    const view = await make(lead, { name: 'What I have', filter: mine, audience: 'everybody', sort: 'newest' });
    const list = async (who: Person, query = '') =>
      (await call('GET', `/api/conversations?saved=${view.id}&limit=100${query}`, who.headers)).items;
    const rows = await list(ana);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map((row: { assigneeId: string }) => row.assigneeId))).toEqual(new Set([ana.agentId]));
    const times = rows.map((row: { lastMessageAt: string }) => row.lastMessageAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(await list(ben)).toEqual([]);
    const narrowed = await list(
      ana,
      `&inbox=${seeded.inboxIds[0]}&filter=${encodeURIComponent(JSON.stringify(waiting))}`,
    );
    expect(narrowed.length).toBeLessThan(rows.length);
    for (const row of narrowed) expect(row).toMatchObject({ inboxId: seeded.inboxIds[0], attention: 'needs_answer' });
    const ofTeam = { match: 'all', conditions: [{ about: 'team', is: 'one_of', values: ['mine'] }] };
    const asked = `/api/conversations?view=all&filter=${encodeURIComponent(JSON.stringify(ofTeam))}`;
    expect((await call('GET', asked, ana.headers)).items.length).toBeGreaterThan(3);
    expect((await call('GET', asked, ben.headers)).items).toEqual([]);
    expect(await call('GET', `/api/conversations?saved=${newId()}`, ana.headers)).toMatchObject({
      code: 'no_such_view',
    });
    expect(await call('GET', '/api/conversations?filter=rubbish', ana.headers)).toMatchObject({ status: 400 });
  });

  it('cannot be looked into by those who do not see them', async () => {
    const own = await make(ana, { name: 'Secret' });
    expect(await call('GET', `/api/conversations?saved=${own.id}`, ben.headers)).toMatchObject({ status: 404 });
  });

  it('are counted beside the others', async () => {
    const view = await make(lead, { name: 'Counted', filter: mine, audience: 'everybody' });
    const own = await make(ana, { name: 'Only mine', filter: waiting });
    const rows = (await call('GET', `/api/conversations?saved=${view.id}&limit=100`, ana.headers)).items;
    const [anas, bens] = await Promise.all(
      [ana, ben].map(({ headers }) => call('GET', '/api/conversations/counts', headers)),
    );
    expect(anas.saved[view.id]).toEqual({ count: rows.length, isCapped: false });
    expect(anas.saved[own.id].count).toBeGreaterThan(0);
    expect(bens.saved[view.id]).toEqual({ count: 0, isCapped: false });
    expect(bens.saved[own.id]).toBeUndefined();
  });

  it('belong to a person: an API token only shares', async () => {
    const headers = await desk.token(workspace);
    const body = { id: newId(), name: 'Token', filter: waiting };
    expect(await call('POST', '/api/views', headers, body)).toMatchObject({ code: 'view_needs_a_person' });
    expect(await call('POST', '/api/views', headers, { ...body, audience: 'everybody' })).toMatchObject({
      status: 200,
    });
  });

  describe('for somebody who may see one inbox only', () => {
    it('lists, counts, search and the line of a person end there', async () => {
      const [seen, hidden] = seeded.inboxIds as readonly [InboxId, InboxId];
      await desk.deps.db.transaction(async (tx) => {
        await sql`update inboxes set is_restricted = true where workspace_id = ${workspace} and id = ${hidden}`.execute(
          tx,
        );
        await sql`insert into inbox_grants (workspace_id, inbox_id, agent_id, may) values (${workspace}, ${hidden}, ${lead.agentId}, 'see')`.execute(
          tx,
        );
      });
      const rows = (await call('GET', '/api/conversations?view=all&limit=100', ben.headers)).items;
      expect(new Set(rows.map((row: { inboxId: string }) => row.inboxId))).toEqual(new Set([seen]));
      const counts = await call('GET', '/api/conversations/counts', ben.headers);
      expect(counts.views.all.count).toBe(rows.length);
      expect(counts.inboxes[hidden]).toBeUndefined();
      expect((await call('GET', `/api/conversations?view=all&inbox=${hidden}`, ben.headers)).items).toEqual([]);
      const all = (await call('GET', '/api/conversations?view=all&limit=100', lead.headers)).items;
      const there = all.find((row: { inboxId: string }) => row.inboxId === hidden);
      expect(await call('GET', `/api/contacts/${there.contact.id}/line`, ben.headers)).toMatchObject({ status: 404 });
      expect(await call('GET', `/api/contacts/${there.contact.id}/line`, lead.headers)).toMatchObject({ status: 200 });
    });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { ACTS, actsOf } from '../../core/access/role.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { type Furnished, furnish } from '../test/furnished.fixture.ts';

type Person = Awaited<ReturnType<Desk['signIn']>>;

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let things: Furnished;
  let owner: Person;
  let admin: Person;
  let ana: Person;
  let bo: Person;
  let inbox: string;

  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
    things = await furnish(desk, workspace);
    inbox = things.idOf('inboxes');
    owner = await desk.signIn(workspace, 'owner');
    admin = await desk.signIn(workspace, 'admin');
    ana = await desk.signIn(workspace, 'agent');
    bo = await desk.signIn(workspace, 'agent');
  });
  afterAll(() => desk.close());

  const get = async (person: Person, url: string) => (await desk.http.inject({ url, headers: person.headers })).json();
  const send = async (person: Person, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
    const answer = await desk.http.inject({ method, url, headers: person.headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, ...answer.json() };
  };
  const made = async (acts: readonly string[], name = `Role ${randomUUID()}`) => {
    const role = await send(owner, 'POST', '/api/roles', { id: randomUUID(), name, acts });
    expect(role.status).toBe(201);
    return role.id as string;
  };
  const give = (person: Person, role: object) => send(owner, 'PATCH', `/api/agents/${person.agentId}`, role);
  const lastAudit = async () => (await get(owner, '/api/audit?limit=1')).items[0];

  describe('a role of the workspace’s own', () => {
    it('allows from the next request on what it says, and shows with its name', async () => {
      const id = await made([...actsOf('viewer'), 'audit.read'], 'Auditor');
      expect(await give(ana, { roleId: id })).toMatchObject({ role: 'viewer', customRole: { id, name: 'Auditor' } });
      expect(await lastAudit()).toMatchObject({
        act: 'agent.role_changed',
        detail: { before: { role: 'agent' }, after: { role: 'Auditor' } },
      });
      expect((await get(ana, '/api/audit')).items.length).toBeGreaterThan(0);
      expect((await get(ana, '/api/me')).acts).toEqual([...actsOf('viewer'), 'audit.read'].sort(byActs));
      expect(await send(ana, 'PUT', `/api/conversations/${things.idOf('conversations')}/snooze`, {})).toMatchObject({
        code: 'not_allowed',
      });

      const changed = await send(owner, 'PATCH', `/api/roles/${id}`, { acts: actsOf('agent') });
      expect(changed).toMatchObject({ agents: 1, name: 'Auditor' });
      expect(await get(ana, '/api/audit')).toMatchObject({ code: 'not_allowed' });
      expect((await get(ana, '/api/me')).agent).toMatchObject({ role: 'agent', customRole: { name: 'Auditor' } });
      expect(await lastAudit()).toMatchObject({
        act: 'role.changed',
        detail: { before: { name: 'Auditor' }, after: { acts: actsOf('agent').toSorted(byActs) } },
      });

      expect(await send(owner, 'DELETE', `/api/roles/${id}`)).toMatchObject({
        status: 409,
        code: 'role_in_use',
        details: { agents: [expect.stringMatching(/^agent /)] },
      });
      expect(await give(ana, { role: 'agent' })).toMatchObject({ role: 'agent', customRole: null });
      expect((await send(owner, 'DELETE', `/api/roles/${id}`)).status).toBe(200);
      expect((await send(owner, 'DELETE', `/api/roles/${id}`)).code).toBe('no_such_role');
    });

    it('is neither made, changed, given nor taken by whoever may do less', async () => {
      const id = await made([...actsOf('viewer'), 'workspace.manage']);
      const above = { status: 403, code: 'role_above_own' };
      const wish = { id: randomUUID(), name: 'Above', acts: ['workspace.manage'] };
      expect(await send(admin, 'POST', '/api/roles', wish)).toMatchObject({
        ...above,
        details: { acts: ['workspace.manage'] },
      });
      expect(await send(admin, 'PATCH', `/api/roles/${id}`, { name: 'Mine' })).toMatchObject(above);
      expect(await send(admin, 'DELETE', `/api/roles/${id}`)).toMatchObject(above);
      expect(await send(admin, 'PATCH', `/api/agents/${admin.agentId}`, { roleId: id })).toMatchObject(above);
      const invited = { name: 'Cy', email: 'cy@example.com', roleId: id };
      expect(await send(admin, 'POST', '/api/agents', invited)).toMatchObject(above);
      // It ranks as a viewer, and may still do what an admin may not: what counts is what it may do.
      expect(await give(bo, { roleId: id })).toMatchObject({ role: 'viewer' });
      expect(await send(admin, 'PATCH', `/api/agents/${bo.agentId}`, { isActive: false })).toMatchObject(above);
      expect(await send(admin, 'POST', `/api/agents/${bo.agentId}/sign-in-link`)).toMatchObject(above);
      await give(bo, { role: 'agent' });
      expect((await send(owner, 'DELETE', `/api/roles/${id}`)).status).toBe(200);
    });

    it('with everything in it is still not an owner', async () => {
      const id = await made(ACTS);
      await give(bo, { roleId: id });
      expect(await send(bo, 'PATCH', `/api/agents/${owner.agentId}`, { role: 'agent' })).toMatchObject({
        code: 'last_owner',
      });
      await give(bo, { role: 'agent' });
    });

    it('has a name of its own, acts that exist, and is made once', async () => {
      const wish = { id: randomUUID(), name: 'Twice', acts: ['audit.read', 'conversations.read'] };
      const [one, other] = await Promise.all([
        send(owner, 'POST', '/api/roles', wish),
        send(owner, 'POST', '/api/roles', wish),
      ]);
      expect([one.status, other.status]).toEqual([201, 201]);
      expect(await send(owner, 'POST', '/api/roles', { ...wish, id: randomUUID(), name: 'TWICE' })).toMatchObject({
        status: 409,
        code: 'name_taken',
      });
      const id = await made(['conversations.read']);
      expect(await send(owner, 'PATCH', `/api/roles/${id}`, { name: 'twice' })).toMatchObject({ code: 'name_taken' });
      expect(await send(owner, 'PATCH', `/api/roles/${id}`, { acts: ['everything'] })).toMatchObject({
        code: 'unknown_act',
      });
      const list = await get(bo, '/api/roles');
      expect(list.acts.map(({ act }: { act: string }) => act)).toEqual(ACTS);
      expect(list.custom.filter(({ name }: { name: string }) => name === 'Twice')).toHaveLength(1);
    });
  });

  describe('a team', () => {
    it('is made, changed and dissolved, and the log knows what it was', async () => {
      const id = randomUUID();
      const team = await send(admin, 'POST', '/api/teams', { id, name: 'Returns', agentIds: [ana.agentId] });
      expect(team).toMatchObject({ status: 201, agentIds: [ana.agentId] });
      expect((await get(ana, '/api/me')).agent.teamIds).toEqual([id]);
      await send(admin, 'PATCH', `/api/teams/${id}`, { name: 'Refunds', agentIds: [bo.agentId] });
      expect((await get(ana, '/api/teams')).items).toContainEqual({ id, name: 'Refunds', agentIds: [bo.agentId] });
      expect(await lastAudit()).toMatchObject({
        act: 'team.changed',
        detail: { before: { name: 'Returns', agentIds: [ana.agentId] }, after: { name: 'Refunds' } },
      });
      expect(await send(admin, 'POST', '/api/teams', { id: randomUUID(), name: 'refunds' })).toMatchObject({
        code: 'name_taken',
      });
      expect(await send(admin, 'PATCH', `/api/teams/${id}`, { agentIds: [randomUUID()] })).toMatchObject({
        code: 'no_such_agent',
      });
      expect(await send(ana, 'PATCH', `/api/teams/${id}`, { agentIds: [] })).toMatchObject({ code: 'not_allowed' });
      expect((await send(admin, 'DELETE', `/api/teams/${id}`)).status).toBe(200);
      expect((await get(ana, '/api/teams')).items.map((team: { id: string }) => team.id)).not.toContain(id);
    });
  });

  describe('an inbox', () => {
    const access = (grants: readonly object[]) => send(admin, 'PUT', `/api/inboxes/${inbox}/access`, { grants });
    const asPerson = ({ agentId }: Person, right: string) => ({ agentId, teamId: null, right });
    const seen = async (person: Person) =>
      (await get(person, `/api/conversations/${things.idOf('conversations')}`)).code;

    it('is everybody’s until somebody is named, and then theirs and the administrators’', async () => {
      expect(await get(admin, `/api/inboxes/${inbox}/access`)).toEqual({ isOpen: true, grants: [] });
      expect([await seen(ana), await seen(bo)]).toEqual([undefined, undefined]);
      expect(await access([asPerson(ana, 'see')])).toMatchObject({ isOpen: false, grants: [{ right: 'see' }] });
      expect([await seen(ana), await seen(bo), await seen(owner)]).toEqual([
        undefined,
        'no_such_conversation',
        undefined,
      ]);
      expect(await lastAudit()).toMatchObject({
        act: 'inbox.access_changed',
        target: inbox,
        detail: { before: 'open to everybody', after: [{ agentId: ana.agentId, right: 'see' }] },
      });
      expect((await get(ana, '/api/me')).inboxRights).toEqual({ [inbox]: 'see' });
      expect((await get(bo, '/api/me')).inboxRights).toEqual({});
      expect((await get(admin, '/api/me')).inboxRights).toBeNull();
      expect(await access([])).toMatchObject({ isOpen: true });
      expect((await get(bo, '/api/me')).inboxRights).toBeNull();
    });

    it('gives the most that a person or one of their teams was given, and stays closed when the team is gone', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      await send(admin, 'POST', '/api/teams', { id: first, name: 'One', agentIds: [bo.agentId] });
      await send(admin, 'POST', '/api/teams', { id: second, name: 'Two', agentIds: [bo.agentId] });
      const asTeam = (teamId: string, right: string) => ({ agentId: null, teamId, right });
      await access([asTeam(first, 'see'), asTeam(second, 'act'), asPerson(bo, 'answer')]);
      expect((await get(bo, '/api/me')).inboxRights).toEqual({ [inbox]: 'act' });
      await send(admin, 'PATCH', `/api/teams/${second}`, { agentIds: [] });
      expect((await get(bo, '/api/me')).inboxRights).toEqual({ [inbox]: 'answer' });
      await access([asTeam(first, 'see')]);
      await send(admin, 'DELETE', `/api/teams/${first}`);
      expect(await get(admin, `/api/inboxes/${inbox}/access`)).toEqual({ isOpen: false, grants: [] });
      expect([await seen(bo), await seen(ana)]).toEqual(['no_such_conversation', 'no_such_conversation']);
      await access([]);
      await send(admin, 'DELETE', `/api/teams/${second}`);
    });

    it('is opened to nobody by a team that somebody joins by themselves', async () => {
      const role = await made([...actsOf('lead'), 'teams.manage', 'tokens.manage', 'inboxes.manage']);
      const team = randomUUID();
      await give(ana, { roleId: role });
      await send(admin, 'POST', '/api/teams', { id: team, name: 'Board', agentIds: [] });
      await access([{ agentId: null, teamId: team, right: 'manage' }]);
      const above = { status: 403, code: 'team_above_own' };
      expect(await send(ana, 'PATCH', `/api/teams/${team}`, { agentIds: [ana.agentId] })).toMatchObject(above);
      expect(await send(ana, 'DELETE', `/api/teams/${team}`)).toMatchObject(above);
      expect(await send(ana, 'PUT', `/api/inboxes/${inbox}/access`, { grants: [] })).toMatchObject({
        code: 'no_such_inbox',
      });
      // A token of theirs reaches no further than they do, whatever it is asked for.
      const wish = { name: 'x', scopes: ['conversations.read'], inboxIds: [inbox] };
      expect((await send(ana, 'POST', '/api/tokens', wish)).code).toBe('no_such_inbox');
      const token = await send(ana, 'POST', '/api/tokens', { name: 'x', scopes: ['conversations.read'] });
      const bearer = { agentId: ana.agentId, headers: { authorization: `Bearer ${token.token}` } };
      expect(await seen(bearer)).toBe('no_such_conversation');
      await access([]);
      await give(ana, { role: 'agent' });
      await send(admin, 'DELETE', `/api/teams/${team}`);
    });

    it('is what a token reaches and nothing else, where one is named', async () => {
      const wish = { name: 'one', scopes: ['conversations.read', 'inboxes.read'], inboxIds: [inbox] };
      const { token, apiToken } = await send(admin, 'POST', '/api/tokens', wish);
      expect(apiToken.inboxIds).toEqual([inbox]);
      const bearer = { agentId: admin.agentId, headers: { authorization: `Bearer ${token}` } };
      expect((await get(bearer, '/api/inboxes')).items.map(({ id }: { id: string }) => id)).toEqual([inbox]);
      const other = await send(admin, 'POST', '/api/tokens', { ...wish, inboxIds: [randomUUID()] });
      const nowhere = { agentId: admin.agentId, headers: { authorization: `Bearer ${other.token}` } };
      expect((await get(nowhere, '/api/inboxes')).items).toEqual([]);
      expect(await seen(nowhere)).toBe('no_such_conversation');
    });

    it.each([
      {
        what: 'a stranger',
        grants: () => [{ agentId: randomUUID(), teamId: null, right: 'see' }],
        code: 'no_such_holder',
      },
      { what: 'somebody twice', grants: () => [asPerson(ana, 'see'), asPerson(ana, 'act')], code: 'named_twice' },
      { what: 'nobody', grants: () => [{ agentId: null, teamId: null, right: 'see' }], code: 'invalid_input' },
    ])('refuses a list that names $what', async ({ grants, code }) => {
      expect(await access(grants())).toMatchObject({ code });
      expect(await get(admin, `/api/inboxes/${inbox}/access`)).toEqual({ isOpen: true, grants: [] });
    });
  });
});

const order: readonly string[] = ACTS;
const byActs = (one: string, other: string) => order.indexOf(one) - order.indexOf(other);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Desk, FROM_OUR_PAGE, openDesk } from '../test/desk.fixture.ts';

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
  });
  afterAll(() => desk.close());
  const get = (url: string, headers: Record<string, string> = {}) => desk.http.inject({ url, headers });
  const send = (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    headers: Record<string, string>,
    payload?: object,
  ) => desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });

  describe('signing in', () => {
    it('needs a link or a password, works once per link, and ends for good on signing out', async () => {
      expect((await get('/api/me')).statusCode).toBe(401);
      const owner = await desk.signIn(workspace, 'owner');
      const made = await send('POST', '/api/agents', owner.headers, {
        name: 'Ana',
        email: 'Ana@Example.com',
        role: 'agent',
      });
      expect(made.statusCode).toBe(201);
      const token = new URL(made.json().link).searchParams.get('token');
      const first = await send('POST', '/api/session/link', FROM_OUR_PAGE, { token: token ?? '' });
      expect(first.statusCode).toBe(200);
      expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
      const again = await send('POST', '/api/session/link', FROM_OUR_PAGE, { token: token ?? '' });
      expect(again.json()).toMatchObject({ code: 'link_spent' });

      const ana = { cookie: String(first.headers['set-cookie']).split(';')[0] ?? '', ...FROM_OUR_PAGE };
      expect((await get('/api/me', ana)).json()).toMatchObject({
        agent: { email: 'ana@example.com', role: 'agent' },
        hasPassword: false,
        workspace: { slug: 'shop' },
      });
      await send('DELETE', '/api/session', ana);
      expect((await get('/api/me', ana)).statusCode).toBe(401);
    });

    it('by password refuses a wrong one and an unknown address in the same words', async () => {
      const { headers } = await desk.signIn(workspace, 'lead');
      const { email } = (await get('/api/me', headers)).json().agent;
      await send('PUT', '/api/me/password', headers, { password: 'correct horse battery' });
      const wrong = await send('POST', '/api/session', {}, { email, password: 'wrong horse' });
      const unknown = await send('POST', '/api/session', {}, { email: 'nobody@example.com', password: 'wrong horse' });
      expect(wrong.statusCode).toBe(401);
      expect(unknown.json()).toEqual(wrong.json());
      const right = await send(
        'POST',
        '/api/session',
        {},
        { email: email.toUpperCase(), password: 'correct horse battery' },
      );
      expect(right.statusCode).toBe(200);
    });

    it('a new password needs the current one and ends the other sessions', async () => {
      const { headers } = await desk.signIn(workspace, 'agent');
      const { email } = (await get('/api/me', headers)).json().agent;
      expect((await send('PUT', '/api/me/password', headers, { password: 'first password' })).statusCode).toBe(200);
      const phone = await send('POST', '/api/session', {}, { email, password: 'first password' });
      const onPhone = { cookie: String(phone.headers['set-cookie']).split(';')[0] ?? '' };
      expect((await get('/api/me/sessions', headers)).json().items).toHaveLength(2);
      const guess = await send('PUT', '/api/me/password', headers, { current: 'guess', password: 'second password' });
      expect(guess.json()).toMatchObject({ code: 'wrong_password', details: { field: 'current' } });
      await send('PUT', '/api/me/password', headers, { current: 'first password', password: 'second password' });
      expect((await get('/api/me', onPhone)).statusCode).toBe(401);
      expect((await get('/api/me', headers)).statusCode).toBe(200);
    });

    it('one can end a session elsewhere, and nobody else’s', async () => {
      const mine = await desk.signIn(workspace, 'agent');
      const other = await desk.signIn(workspace, 'agent');
      const [theirs] = (await get('/api/me/sessions', other.headers)).json().items;
      expect((await send('DELETE', `/api/me/sessions/${theirs.id}`, mine.headers)).statusCode).toBe(404);
      expect((await send('DELETE', `/api/me/sessions/${theirs.id}`, other.headers)).statusCode).toBe(200);
      expect((await get('/api/me', other.headers)).statusCode).toBe(401);
    });
  });

  describe('agents', () => {
    it('keep their last owner, and an admin cannot touch one', async () => {
      const own = await desk.makeWorkspace('keeps-owner');
      const owner = await desk.signIn(own, 'owner');
      const admin = await desk.signIn(own, 'admin');
      const stepDown = await send('PATCH', `/api/agents/${owner.agentId}`, owner.headers, { role: 'agent' });
      expect(stepDown.json()).toMatchObject({ code: 'last_owner' });
      const fire = await send('PATCH', `/api/agents/${owner.agentId}`, admin.headers, { isActive: false });
      expect(fire.statusCode).toBe(403);
      const promote = await send('PATCH', `/api/agents/${admin.agentId}`, admin.headers, { role: 'owner' });
      expect(promote.statusCode).toBe(403);
      const linkFor = await send('POST', `/api/agents/${owner.agentId}/sign-in-link`, admin.headers);
      expect(linkFor.statusCode).toBe(403);

      expect((await send('PATCH', `/api/agents/${admin.agentId}`, owner.headers, { role: 'owner' })).statusCode).toBe(
        200,
      );
      const both = await Promise.all([
        send('PATCH', `/api/agents/${owner.agentId}`, admin.headers, { role: 'agent' }),
        send('PATCH', `/api/agents/${admin.agentId}`, owner.headers, { role: 'agent' }),
      ]);
      const owners = (await get('/api/agents', admin.headers))
        .json()
        .items.filter((one: { role: string }) => one.role === 'owner');
      expect(both.map(({ statusCode }) => statusCode).sort()).not.toEqual([200, 200]);
      expect(owners).toHaveLength(1);
    });

    it('who is deactivated is out at once', async () => {
      const owner = await desk.signIn(workspace, 'owner');
      const leaver = await desk.signIn(workspace, 'agent');
      await send('PATCH', `/api/agents/${leaver.agentId}`, owner.headers, { isActive: false });
      expect((await get('/api/me', leaver.headers)).statusCode).toBe(401);
      const { items } = (await get('/api/audit', owner.headers)).json();
      expect(items[0]).toMatchObject({ act: 'agent.deactivated', target: leaver.agentId, actorKind: 'agent' });
    });

    it('cannot be invited twice', async () => {
      const owner = await desk.signIn(workspace, 'owner');
      const bo = { name: 'Bo', email: 'bo@example.com', role: 'agent' };
      expect((await send('POST', '/api/agents', owner.headers, bo)).statusCode).toBe(201);
      const again = await send('POST', '/api/agents', owner.headers, { ...bo, email: ' BO@example.com ' });
      expect([400, 409]).toContain(again.statusCode);
      expect((await send('POST', '/api/agents', owner.headers, { ...bo, email: 'BO@example.com' })).statusCode).toBe(
        409,
      );
    });
  });

  describe('API tokens', () => {
    it('may what their scopes say, until they are revoked', async () => {
      const admin = await desk.signIn(workspace, 'admin');
      const wish = { name: 'reports', scopes: ['ledger.read'] };
      const made = (await send('POST', '/api/tokens', admin.headers, wish)).json();
      const bearer = { authorization: `Bearer ${made.token}` };
      expect((await get('/api/ledger/balance', bearer)).json()).toMatchObject({ received: 0, isExact: true });
      expect((await get('/api/agents', bearer)).json()).toMatchObject({
        code: 'not_allowed',
        details: { act: 'agents.read' },
      });
      expect(JSON.stringify((await get('/api/tokens', admin.headers)).json())).not.toContain(made.token);
      await send('DELETE', `/api/tokens/${made.apiToken.id}`, admin.headers);
      expect((await get('/api/ledger/balance', bearer)).statusCode).toBe(401);
    });

    it('never may more than their maker', async () => {
      const admin = await desk.signIn(workspace, 'admin');
      const made = await send('POST', '/api/tokens', admin.headers, { name: 'x', scopes: ['workspace.manage'] });
      expect(made.json()).toMatchObject({ code: 'unknown_scope' });
    });
  });
});

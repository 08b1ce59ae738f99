import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { cookieOf, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

const DAY_MS = 24 * 3_600_000;

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  describe('the policy', () => {
    it('holds back who has no second factor until there is one', async () => {
      const { id, owner } = await street.shop();
      const agent = await street.desk.signIn(id, 'agent');
      const policy = await street.call('PATCH', '/api/security/policy', owner.headers, { requireSecondFactor: true });
      expect(policy.json()).toEqual({ requireSecondFactor: true, sessionDays: 14, allowPasswords: true });
      expect((await street.call('GET', '/api/me', agent.headers)).json().mustAddSecondFactor).toBe(true);
      for (const [method, url] of [
        ['GET', '/api/conversations'],
        ['GET', '/api/agents'],
        ['GET', '/api/messages/0192a000-0000-7000-8000-000000000001/html'],
        ['POST', '/api/media'],
      ] as const)
        expect((await street.call(method, url, agent.headers)).json()).toMatchObject({ code: 'second_factor_needed' });
      expect((await street.call('GET', '/api/me/security', agent.headers)).json().isSecondFactorRequired).toBe(true);
      expect((await street.addPasskey(agent.headers)).statusCode).toBe(201);
      expect((await street.call('GET', '/api/me', agent.headers)).json().mustAddSecondFactor).toBe(false);
      expect((await street.call('GET', '/api/agents', agent.headers)).statusCode).toBe(200);
      expect((await street.call('DELETE', '/api/session', owner.headers)).statusCode).toBe(200);
    });

    it('ends sessions sooner at once, and counts from their last use', async () => {
      const { id, owner } = await street.shop();
      const idle = await street.desk.signIn(id, 'agent');
      await street.call('PATCH', '/api/security/policy', owner.headers, { sessionDays: 2 });
      street.pass(DAY_MS + 3_600_000);
      expect((await street.call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
      street.pass(DAY_MS);
      expect((await street.call('GET', '/api/me', idle.headers)).statusCode).toBe(401);
      expect((await street.call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
    });

    it('switches passwords off only for who has another way in, and says so at the door', async () => {
      const { slug, owner } = await street.shop();
      await street.call('PUT', '/api/me/password', owner.headers, { password: PASSWORD });
      const { email } = (await street.call('GET', '/api/me', owner.headers)).json().agent;
      const off = { allowPasswords: false };
      expect((await street.call('PATCH', '/api/security/policy', owner.headers, off)).json().code).toBe(
        'no_other_way_in',
      );
      await street.addPasskey(owner.headers);
      expect((await street.call('PATCH', '/api/security/policy', owner.headers, off)).statusCode).toBe(200);
      expect((await street.call('GET', `/api/sign-in/options?workspace=${slug}`)).json()).toMatchObject({
        workspace: { slug },
        password: false,
      });
      const tried = await street.call('POST', '/api/session', {}, { workspace: slug, email, password: PASSWORD });
      expect(tried.json().code).toBe('passwords_off');
      const set = await street.call('PUT', '/api/me/password', owner.headers, {
        current: PASSWORD,
        password: 'zebra lantern mill',
      });
      expect(set.json().code).toBe('passwords_off');
      const [entry] = await street.auditOf(owner.headers, '?act=security.');
      expect(entry).toMatchObject({
        act: 'security.policy_changed',
        detail: { before: { allowPasswords: true }, after: { allowPasswords: false } },
      });
    });

    it.each([{ sessionDays: 0 }, { sessionDays: 91 }, { sessionDays: 1.5 }, { requireSecondFactor: 'yes' }])(
      '%j is no policy',
      async (body) => {
        const { owner } = await street.shop();
        expect((await street.call('PATCH', '/api/security/policy', owner.headers, body)).statusCode).toBe(400);
      },
    );
  });

  describe('whoever looks after the team', () => {
    it('sees and ends the sessions of others, and takes a lost second factor away', async () => {
      const { id, owner } = await street.shop();
      const agent = await street.desk.signIn(id, 'agent');
      await street.addPasskey(agent.headers);
      const url = `/api/agents/${agent.agentId}`;
      expect((await street.call('GET', `${url}/sessions`, owner.headers)).json().items).toHaveLength(1);
      expect((await street.call('DELETE', `${url}/second-factor`, owner.headers)).statusCode).toBe(200);
      expect((await street.call('GET', '/api/me', agent.headers)).statusCode).toBe(401);
      expect((await street.call('DELETE', `${url}/second-factor`, owner.headers)).json().code).toBe('no_second_factor');
      expect((await street.call('DELETE', `${url}/sessions`, owner.headers)).statusCode).toBe(200);
      expect(await street.auditOf(owner.headers, `?target=${agent.agentId}&act=agent.s`)).toMatchObject([
        { act: 'agent.sessions_ended', detail: { count: 0 } },
        { act: 'agent.second_factor_reset', detail: { totp: false, passkeys: ['Key'] } },
      ]);
    });

    it('does nothing of it to somebody who may do more', async () => {
      const { id, owner } = await street.shop();
      const admin = await street.desk.signIn(id, 'admin');
      const url = `/api/agents/${owner.agentId}`;
      for (const [method, path] of [
        ['GET', '/sessions'],
        ['DELETE', '/sessions'],
        ['DELETE', '/second-factor'],
        ['POST', '/invitation'],
        ['DELETE', '/invitation'],
      ] as const)
        expect((await street.call(method, url + path, admin.headers)).json().code).toBe('role_above_own');
    });

    it('signs out everywhere else at once', async () => {
      const { slug, owner } = await street.shop();
      await street.call('PUT', '/api/me/password', owner.headers, { password: PASSWORD });
      const { email } = (await street.call('GET', '/api/me', owner.headers)).json().agent;
      const phone = await street.call('POST', '/api/session', {}, { workspace: slug, email, password: PASSWORD });
      expect((await street.call('DELETE', '/api/me/sessions', owner.headers)).statusCode).toBe(200);
      expect((await street.call('GET', '/api/me', cookieOf(phone))).statusCode).toBe(401);
      expect((await street.call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
    });
  });
});

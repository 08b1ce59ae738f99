import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { readChanges } from '../../storage/change-feed.ts';
import { readSeq } from '../../storage/changes.ts';
import { cookieOf, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

const DAY_MS = 24 * 3_600_000;

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  describe('an invitation', () => {
    const ana = { name: 'Ana', email: 'ana@example.com', role: 'agent' };
    const tokenOf = (answer: { json(): { link: string } }) =>
      new URL(answer.json().link).searchParams.get('token') ?? '';

    it('is looked at without being spent, and accepted once with a name and a strong password', async () => {
      const { slug, owner } = await street.shop();
      const made = await street.call('POST', '/api/agents', owner.headers, ana);
      expect(made.json().agent.isInvited).toBe(true);
      const token = tokenOf(made);
      for (let at = 0; at < 2; at += 1)
        expect((await street.call('POST', '/api/invitation', {}, { token })).json()).toMatchObject({
          name: 'Ana',
          email: 'ana@example.com',
          workspace: { slug },
          isInvitation: true,
          password: true,
        });
      const judged = await street.call(
        'POST',
        '/api/invitation/password-strength',
        {},
        { token, password: 'ana@example.com' },
      );
      expect(judged.json().score).toBeLessThan(3);
      const weak = await street.call(
        'POST',
        '/api/invitation/accept',
        {},
        { token, name: 'Ana M', password: 'example12345' },
      );
      expect(weak.json().code).toBe('weak_password');
      const wish = { token, name: 'Ana M', password: PASSWORD };
      const twice = await Promise.all([
        street.call('POST', '/api/invitation/accept', {}, wish),
        street.call('POST', '/api/invitation/accept', {}, wish),
      ]);
      expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
      const entered = twice.find(({ statusCode }) => statusCode === 200);
      expect((await street.call('GET', '/api/me', cookieOf(entered ?? made))).json()).toMatchObject({
        agent: { name: 'Ana M', isInvited: false },
        hasPassword: true,
      });
      expect((await street.call('POST', '/api/invitation', {}, { token })).json().code).toBe('link_spent');
      const signedIn = await street.call(
        'POST',
        '/api/session',
        {},
        { workspace: slug, email: ana.email, password: PASSWORD },
      );
      expect(signedIn.json()).toEqual({ step: 'done' });
    });

    it('ends after seven days', async () => {
      const { owner } = await street.shop();
      const token = tokenOf(await street.call('POST', '/api/agents', owner.headers, ana));
      street.pass(7 * DAY_MS - 1000);
      expect((await street.call('POST', '/api/invitation', {}, { token })).statusCode).toBe(200);
      street.pass(2000);
      expect((await street.call('POST', '/api/invitation/accept', {}, { token, name: 'Ana' })).json().code).toBe(
        'link_spent',
      );
    });

    it('sent again makes the first one worthless, and taken back the second', async () => {
      const { id, owner } = await street.shop();
      const made = await street.call('POST', '/api/agents', owner.headers, ana);
      const url = `/api/agents/${made.json().agent.id}/invitation`;
      const again = await street.call('POST', url, owner.headers);
      expect((await street.call('POST', '/api/invitation', {}, { token: tokenOf(made) })).statusCode).toBe(401);
      expect((await street.call('POST', '/api/invitation', {}, { token: tokenOf(again) })).statusCode).toBe(200);
      const { db } = street.desk.deps;
      const before = await readSeq(db.read, id);
      expect((await street.call('DELETE', url, owner.headers)).statusCode).toBe(200);
      // The other desks hear that there is somebody less to give things to.
      expect((await readChanges(db.read, id, before, 9)).changes.map(({ kind }) => kind)).toContain('access');
      expect((await street.call('POST', '/api/session/link', {}, { token: tokenOf(again) })).statusCode).toBe(401);
      const { items } = (await street.call('GET', '/api/agents', owner.headers)).json();
      expect(items.find((one: { email: string }) => one.email === ana.email)).toMatchObject({
        isActive: false,
        isInvited: true,
      });
      const once = await street.call('POST', url, owner.headers);
      const accepted = await street.call('POST', '/api/invitation/accept', {}, { token: tokenOf(once), name: 'Ana' });
      expect(accepted.json()).toEqual({ step: 'done' });
      expect((await street.call('POST', url, owner.headers)).json().code).toBe('has_joined');
      expect((await street.call('DELETE', url, owner.headers)).json().code).toBe('has_joined');
      const acts = (await street.auditOf(owner.headers, `?act=agent.inv&target=${made.json().agent.id}`)).map(
        ({ act }) => act,
      );
      expect(acts).toEqual([
        'agent.invited_again',
        'agent.invitation_taken_back',
        'agent.invited_again',
        'agent.invited',
      ]);
    });

    it('that was taken back can be sent to the same address with another role', async () => {
      const { owner } = await street.shop();
      const made = await street.call('POST', '/api/agents', owner.headers, ana);
      expect((await street.call('POST', '/api/agents', owner.headers, ana)).json().code).toBe('email_taken');
      await street.call('DELETE', `/api/agents/${made.json().agent.id}/invitation`, owner.headers);
      const again = await street.call('POST', '/api/agents', owner.headers, { ...ana, name: 'Ana M', role: 'lead' });
      expect(again.json().agent).toMatchObject({ name: 'Ana M', role: 'lead', isActive: true, isInvited: true });
      expect((await street.call('POST', '/api/invitation', {}, { token: tokenOf(made) })).statusCode).toBe(401);
      expect((await street.call('POST', '/api/session/link', {}, { token: tokenOf(again) })).json()).toEqual({
        step: 'done',
      });
    });

    it('for somebody who is here already is only a link', async () => {
      const { id, owner } = await street.shop();
      const { agentId } = await street.desk.signIn(id, 'agent');
      const token = tokenOf(await street.call('POST', `/api/agents/${agentId}/sign-in-link`, owner.headers));
      expect((await street.call('POST', '/api/invitation', {}, { token })).json().isInvitation).toBe(false);
      const accepted = await street.call(
        'POST',
        '/api/invitation/accept',
        {},
        { token, name: 'X', password: PASSWORD },
      );
      expect(accepted.json().code).toBe('not_invited');
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Headers, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  describe('guessing a password', () => {
    it('is stopped after ten tries for whoever guesses, and not for the person themselves', async () => {
      const { headers } = await street.desk.signIn(street.workspace, 'agent');
      const { email } = (await street.call('GET', '/api/me', headers)).json().agent;
      await street.call('PUT', '/api/me/password', headers, { password: PASSWORD });
      const guesses = [];
      for (let at = 0; at < 12; at += 1)
        guesses.push(
          await street.from('203.0.113.7', 'POST', '/api/session', {}, { workspace: 'shop', email, password: 'x' }),
        );
      expect(guesses.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(401), 429, 429]);
      expect(guesses.at(-1)?.json().message).toBe('That was wrong too often. Try again in 15 minutes.');
      expect(guesses.at(-1)?.headers['retry-after']).toBe('900');
      const right = { workspace: 'shop', email, password: PASSWORD };
      expect((await street.from('203.0.113.7', 'POST', '/api/session', {}, right)).statusCode).toBe(429);
      expect((await street.from('198.51.100.1', 'POST', '/api/session', {}, right)).statusCode).toBe(200);
      street.pass(15 * 60_000);
      expect((await street.from('203.0.113.7', 'POST', '/api/session', {}, right)).statusCode).toBe(200);
    });

    it('of nobody is stopped in the same way: it does not tell who is here', async () => {
      const wish = { workspace: 'shop', email: 'nobody@example.com', password: 'x' };
      const codes = [];
      for (let at = 0; at < 11; at += 1)
        codes.push((await street.from('203.0.113.8', 'POST', '/api/session', {}, wish)).statusCode);
      expect(codes).toEqual([...Array(10).fill(401), 429]);
    });

    it('from many addresses is stopped too, and stands in the audit log', async () => {
      const { slug, owner } = await street.shop();
      const wish = { workspace: slug, email: 'ana@example.com', password: 'x' };
      const answers = await Promise.all(
        Array.from({ length: 101 }, () => street.call('POST', '/api/session', {}, wish)),
      );
      expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
      expect(await street.auditOf(owner.headers, '?act=session.guessing_stopped')).toMatchObject([
        { target: 'ana@example.com', detail: { kind: 'password' }, actorKind: 'system' },
      ]);
    });

    it('from one address for many accounts is stopped by the address', async () => {
      const answers = [];
      for (let at = 0; at < 31; at += 1) {
        const wish = { workspace: 'shop', email: `nobody-${at}@example.com`, password: 'x' };
        answers.push(await street.from('203.0.113.9', 'POST', '/api/session', {}, wish));
      }
      expect(answers.at(-2)?.statusCode).toBe(401);
      expect(answers.at(-1)?.statusCode).toBe(429);
      expect(answers.at(-1)?.json()).toMatchObject({ code: 'too_many' });
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    });
  });

  describe('a new password', () => {
    it('that is easy to guess is refused with advice', async () => {
      const { headers } = await street.desk.signIn(street.workspace, 'agent');
      const weak = await street.call('PUT', '/api/me/password', headers, { password: 'password1234' });
      expect(weak.json()).toMatchObject({ code: 'weak_password', details: { field: 'password' } });
      expect(weak.json().details.advice.length).toBeGreaterThan(0);
      const { email } = (await street.call('GET', '/api/me', headers)).json().agent;
      const own = await street.call('POST', '/api/password-strength', headers, { password: email });
      expect(own.json().score).toBeLessThan(3);
      expect((await street.call('POST', '/api/password-strength', headers, { password: PASSWORD })).json()).toEqual({
        score: 4,
        advice: [],
      });
    });
  });

  it.each([
    { from: 'a foreign page', headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
    { from: 'a sister page', headers: { 'sec-fetch-site': 'same-site' } },
    { from: 'a frame without origin', headers: { origin: 'null' } },
  ])('nobody is signed in by $from', async ({ headers }) => {
    for (const url of ['', '/link', '/second-factor', '/passkey', '/passkey/ask', '/oidc'])
      expect((await street.call('POST', `/api/session${url}`, headers as Headers, {})).json().code).toBe(
        'foreign_page',
      );
    expect((await street.call('POST', '/api/invitation/accept', headers as Headers, {})).json().code).toBe(
      'foreign_page',
    );
  });

  it('no page of ours may run or style anything inline, or be framed', async () => {
    const csp = String((await street.call('GET', '/api/sign-in/options')).headers['content-security-policy']);
    expect(csp).not.toMatch(/unsafe|\*/);
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(csp).toContain(rule);
  });
});

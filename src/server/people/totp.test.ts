import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { codeAt, cookieOf, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  async function withTotp() {
    const one = await street.person();
    const { secret } = (await street.call('POST', '/api/me/totp', one.headers)).json();
    const confirmed = await street.call('PUT', '/api/me/totp', one.headers, { code: codeAt(secret, street.now()) });
    street.pass(60_000);
    return { ...one, secret: String(secret), codes: confirmed.json().codes as string[] };
  }

  describe('an authenticator app', () => {
    it('is set up with a QR code, and counts only once a code of it was shown', async () => {
      const { headers, email } = await street.person();
      const started = (await street.call('POST', '/api/me/totp', headers)).json();
      expect(started.uri).toContain(`secret=${started.secret}`);
      expect(started.svg).toMatch(/^<svg/);
      expect((await street.call('GET', '/api/me/security', headers)).json().totp).toBeNull();
      expect((await street.byPassword(email)).json()).toEqual({ step: 'done' });
      const wrong = await street.call('PUT', '/api/me/totp', headers, { code: '000000' });
      expect(wrong.json()).toMatchObject({ code: 'wrong_code', details: { field: 'code' } });
      const right = await street.call('PUT', '/api/me/totp', headers, { code: codeAt(started.secret, street.now()) });
      expect(right.json().codes).toHaveLength(10);
      expect((await street.call('GET', '/api/me/security', headers)).json()).toMatchObject({
        recoveryCodesLeft: 10,
        hasPassword: true,
      });
      expect((await street.call('POST', '/api/me/totp', headers)).json()).toMatchObject({ code: 'totp_in_use' });
      expect((await street.call('GET', '/api/me', headers)).json().agent.hasSecondFactor).toBe(true);
    });

    it('is asked for after the password; nothing opens before', async () => {
      const { email, secret } = await withTotp();
      const first = await street.byPassword(email);
      expect(first.headers['set-cookie']).toBeUndefined();
      const { step, ticket, ways } = first.json();
      expect({ step, ways }).toEqual({ step: 'second_factor', ways: ['totp', 'recovery_code'] });
      expect((await street.call('GET', '/api/me', { cookie: `earshot=${ticket}` })).statusCode).toBe(401);
      const second = await street.call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket, code: codeAt(secret, street.now()) },
      );
      expect(second.json()).toEqual({ step: 'done' });
      expect((await street.call('GET', '/api/me', cookieOf(second))).statusCode).toBe(200);
      const again = await street.call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket, code: codeAt(secret, street.now() + 30_000) },
      );
      expect(again.json()).toMatchObject({ code: 'ticket_spent' });
    });

    it.each([
      { drift: -60_000, isTaken: false },
      { drift: -30_000, isTaken: true },
      { drift: 30_000, isTaken: true },
      { drift: 60_000, isTaken: false },
    ])('whose clock is off by $drift ms is taken: $isTaken', async ({ drift, isTaken }) => {
      const { email, secret } = await withTotp();
      street.pass(120_000);
      const { ticket } = (await street.byPassword(email)).json();
      const code = codeAt(secret, street.now() + drift);
      const answer = await street.call('POST', '/api/session/second-factor', {}, { ticket, code });
      expect(answer.statusCode).toBe(isTaken ? 200 : 401);
    });

    it('never opens twice with one code, not even at the same moment, and not with one before it', async () => {
      const { email, secret } = await withTotp();
      const tickets = await Promise.all([street.byPassword(email), street.byPassword(email), street.byPassword(email)]);
      const code = codeAt(secret, street.now());
      const [one, two, three] = tickets.map((answer) => String(answer.json().ticket));
      const both = await Promise.all(
        [one, two].map((ticket) => street.call('POST', '/api/session/second-factor', {}, { ticket, code })),
      );
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
      const earlier = { ticket: three, code: codeAt(secret, street.now() - 30_000) };
      expect((await street.call('POST', '/api/session/second-factor', {}, earlier)).statusCode).toBe(401);
    });

    it('a ticket ends after five minutes and after five tries', async () => {
      const { email, secret } = await withTotp();
      const late = (await street.byPassword(email)).json().ticket;
      street.pass(5 * 60_000 + 1);
      const tooLate = await street.call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket: late, code: codeAt(secret, street.now()) },
      );
      expect(tooLate.json()).toMatchObject({ code: 'ticket_spent' });
      const { ticket } = (await street.byPassword(email)).json();
      for (let at = 0; at < 5; at += 1) {
        const guess = await street.call('POST', '/api/session/second-factor', {}, { ticket, code: '000000' });
        expect(guess.json().code).toBe('wrong_code');
      }
      const sixth = await street.call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket, code: codeAt(secret, street.now()) },
      );
      expect(sixth.json()).toMatchObject({ code: 'ticket_spent' });
    });

    it('is guessed ten times an hour at most, with however many tickets', async () => {
      const { email, secret } = await withTotp();
      const guesses = [];
      for (let round = 0; round < 3; round += 1) {
        const { ticket } = (await street.byPassword(email)).json();
        for (let at = 0; at < 4; at += 1)
          guesses.push(await street.call('POST', '/api/session/second-factor', {}, { ticket, code: '000000' }));
      }
      expect(guesses.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(401), 429, 429]);
      expect(Number(guesses.at(-1)?.headers['retry-after'])).toBeGreaterThan(3000);
      const { ticket } = (await street.byPassword(email)).json();
      const right = { ticket, code: codeAt(secret, street.now()) };
      expect((await street.call('POST', '/api/session/second-factor', {}, right)).statusCode).toBe(429);
      street.pass(3_600_000);
      const next = (await street.byPassword(email)).json().ticket;
      const later = { ticket: next, code: codeAt(secret, street.now()) };
      expect((await street.call('POST', '/api/session/second-factor', {}, later)).statusCode).toBe(200);
    });

    it('whose first code is guessed too often is told of by whose it is', async () => {
      const { agentId, headers } = await street.person();
      const owner = await street.desk.signIn(street.workspace, 'owner');
      await street.call('POST', '/api/me/totp', headers);
      const codes = [];
      for (let at = 0; at < 11; at += 1)
        codes.push((await street.call('PUT', '/api/me/totp', headers, { code: '000000' })).statusCode);
      expect(codes.at(-1)).toBe(429);
      const query = `?act=session.guessing_stopped&target=${agentId}`;
      expect(await street.auditOf(owner.headers, query)).toHaveLength(1);
    });

    it('a recovery code opens once, however it is typed, and is counted', async () => {
      const { email, codes } = await withTotp();
      const [code = ''] = codes;
      expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
      const { ticket } = (await street.byPassword(email)).json();
      const typed = ` ${code.replaceAll('-', ' ').toUpperCase()} `;
      const answer = await street.call('POST', '/api/session/second-factor', {}, { ticket, code: typed });
      expect(answer.statusCode).toBe(200);
      expect((await street.call('GET', '/api/me/security', cookieOf(answer))).json().recoveryCodesLeft).toBe(9);
      const next = (await street.byPassword(email)).json().ticket;
      expect((await street.call('POST', '/api/session/second-factor', {}, { ticket: next, code })).statusCode).toBe(
        401,
      );
    });

    it('a recovery code of somebody else opens nothing', async () => {
      const [mine, theirs] = [await withTotp(), await withTotp()];
      const { ticket } = (await street.byPassword(mine.email)).json();
      const answer = await street.call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket, code: theirs.codes[0] ?? '' },
      );
      expect(answer.statusCode).toBe(401);
    });

    it('is taken away only by who shows once more who they are', async () => {
      const { headers, email, secret } = await withTotp();
      expect((await street.call('POST', '/api/me/totp/remove', headers, {})).json().code).toBe('show_yourself');
      const wrong = await street.call('POST', '/api/me/totp/remove', headers, { password: 'guess' });
      expect(wrong.json()).toMatchObject({ code: 'wrong_password' });
      const renewed = await street.call('POST', '/api/me/recovery-codes', headers, {
        code: codeAt(secret, street.now()),
      });
      expect(renewed.json().codes).toHaveLength(10);
      const replayed = await street.call('POST', '/api/me/totp/remove', headers, {
        code: codeAt(secret, street.now()),
      });
      expect(replayed.json()).toMatchObject({ code: 'wrong_code' });
      expect((await street.call('POST', '/api/me/totp/remove', headers, { password: PASSWORD })).statusCode).toBe(200);
      expect((await street.byPassword(email)).json()).toEqual({ step: 'done' });
      expect((await street.call('GET', '/api/me/security', headers)).json()).toMatchObject({
        totp: null,
        recoveryCodesLeft: 0,
      });
    });

    it('is wanted after a one-time link too, but not after one made on the machine', async () => {
      const { agentId } = await withTotp();
      const owner = await street.desk.signIn(street.workspace, 'owner');
      const { link } = (await street.call('POST', `/api/agents/${agentId}/sign-in-link`, owner.headers)).json();
      const token = new URL(link).searchParams.get('token');
      const answer = await street.call('POST', '/api/session/link', {}, { token });
      expect(answer.json()).toMatchObject({ step: 'second_factor' });
      const { makeSignInLink, theHouse } = await import('../../actions/make-sign-in-link.ts');
      const wish = { agentId, lastsMs: 60_000, kind: 'machine' } as const;
      const made = await street.desk.deps.db.transaction((tx) =>
        makeSignInLink(tx, theHouse(street.workspace), wish, new Date(street.now())),
      );
      expect((await street.call('POST', '/api/session/link', {}, { token: made.token })).json()).toEqual({
        step: 'done',
      });
    });

    it('its secret and its codes are readable nowhere in the database, the log or the export', async () => {
      const { secret, codes } = await withTotp();
      const tables = ['totp_secrets', 'recovery_codes', 'audit_log', 'sign_in_tickets'];
      const rows = await Promise.all(
        tables.map((name) =>
          sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(street.desk.deps.db.read),
        ),
      );
      const all = JSON.stringify(rows.map((found) => found.rows));
      const asHex = (text: string) => Buffer.from(text).toString('hex');
      for (const hidden of [secret, asHex(secret), ...codes, ...codes.map(asHex)]) expect(all).not.toContain(hidden);
    });
  });
});

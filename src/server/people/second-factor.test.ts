import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { createAuthenticator } from '../test/authenticator.fixture.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;
const PASSWORD = 'correct horse battery';
const ORIGIN = 'http://localhost:4100';
const AT_HOME = { host: 'localhost:4100' };

eachDatabase((open) => {
  let db: Database;
  let desk: Desk;
  let workspace: WorkspaceId;
  let clock = Date.parse('2026-11-22T10:00:00Z');
  let froms = 0;
  /** Each call from an address of its own: what is limited by address is tested where it says so. */
  const nextAddress = () => {
    froms += 1;
    return `10.0.${froms >> 8}.${froms & 255}`;
  };
  beforeAll(async () => {
    db = await open();
    desk = await openDesk(db, { now: () => new Date(clock) });
    workspace = await desk.makeWorkspace('shop');
  });
  afterAll(() => desk.close());

  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, headers: Headers, body?: object) =>
    desk.http.inject({
      method,
      url,
      headers: { ...AT_HOME, ...headers },
      remoteAddress: nextAddress(),
      ...(body ? { payload: body } : {}),
    });
  const cookieOf = (answer: { headers: { 'set-cookie'?: unknown } }): Headers => ({
    cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
    'sec-fetch-site': 'same-origin',
  });
  const codeAt = (secret: string, ms: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });

  async function person(role: 'agent' | 'admin' | 'owner' = 'agent') {
    const { agentId, headers } = await desk.signIn(workspace, role);
    const { email } = (await call('GET', '/api/me', headers)).json().agent;
    await call('PUT', '/api/me/password', headers, { password: PASSWORD });
    return { agentId, headers, email: String(email) };
  }
  const byPassword = (email: string, password = PASSWORD) => call('POST', '/api/session', {}, { email, password });

  async function withTotp() {
    const one = await person();
    const { secret } = (await call('POST', '/api/me/totp', one.headers)).json();
    const confirmed = await call('PUT', '/api/me/totp', one.headers, { code: codeAt(secret, clock) });
    clock += 60_000;
    return { ...one, secret: String(secret), codes: confirmed.json().codes as string[] };
  }

  describe('an authenticator app', () => {
    it('is set up with a QR code, and counts only once a code of it was shown', async () => {
      const { headers, email } = await person();
      const started = (await call('POST', '/api/me/totp', headers)).json();
      expect(started.uri).toContain(`secret=${started.secret}`);
      expect(started.svg).toMatch(/^<svg/);
      expect((await call('GET', '/api/me/security', headers)).json().totp).toBeNull();
      expect((await byPassword(email)).json()).toEqual({ step: 'done' });
      const wrong = await call('PUT', '/api/me/totp', headers, { code: '000000' });
      expect(wrong.json()).toMatchObject({ code: 'wrong_code', details: { field: 'code' } });
      const right = await call('PUT', '/api/me/totp', headers, { code: codeAt(started.secret, clock) });
      expect(right.json().codes).toHaveLength(10);
      expect((await call('GET', '/api/me/security', headers)).json()).toMatchObject({
        recoveryCodesLeft: 10,
        hasPassword: true,
      });
      expect((await call('POST', '/api/me/totp', headers)).json()).toMatchObject({ code: 'totp_in_use' });
      expect((await call('GET', '/api/me', headers)).json().agent.hasSecondFactor).toBe(true);
    });

    it('is asked for after the password; nothing opens before', async () => {
      const { email, secret } = await withTotp();
      const first = await byPassword(email);
      expect(first.headers['set-cookie']).toBeUndefined();
      const { step, ticket, ways } = first.json();
      expect({ step, ways }).toEqual({ step: 'second_factor', ways: ['totp', 'recovery_code'] });
      expect((await call('GET', '/api/me', { cookie: `earshot=${ticket}` })).statusCode).toBe(401);
      const second = await call('POST', '/api/session/second-factor', {}, { ticket, code: codeAt(secret, clock) });
      expect(second.json()).toEqual({ step: 'done' });
      expect((await call('GET', '/api/me', cookieOf(second))).statusCode).toBe(200);
      const again = await call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket, code: codeAt(secret, clock + 30_000) },
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
      clock += 120_000;
      const { ticket } = (await byPassword(email)).json();
      const code = codeAt(secret, clock + drift);
      const answer = await call('POST', '/api/session/second-factor', {}, { ticket, code });
      expect(answer.statusCode).toBe(isTaken ? 200 : 401);
    });

    it('never opens twice with one code, not even at the same moment, and not with one before it', async () => {
      const { email, secret } = await withTotp();
      const tickets = await Promise.all([byPassword(email), byPassword(email), byPassword(email)]);
      const code = codeAt(secret, clock);
      const [one, two, three] = tickets.map((answer) => String(answer.json().ticket));
      const both = await Promise.all(
        [one, two].map((ticket) => call('POST', '/api/session/second-factor', {}, { ticket, code })),
      );
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
      const earlier = { ticket: three, code: codeAt(secret, clock - 30_000) };
      expect((await call('POST', '/api/session/second-factor', {}, earlier)).statusCode).toBe(401);
    });

    it('a ticket ends after five minutes and after five tries', async () => {
      const { email, secret } = await withTotp();
      const late = (await byPassword(email)).json().ticket;
      clock += 5 * 60_000 + 1;
      const tooLate = await call(
        'POST',
        '/api/session/second-factor',
        {},
        { ticket: late, code: codeAt(secret, clock) },
      );
      expect(tooLate.json()).toMatchObject({ code: 'ticket_spent' });
      const { ticket } = (await byPassword(email)).json();
      for (let at = 0; at < 5; at += 1) {
        const guess = await call('POST', '/api/session/second-factor', {}, { ticket, code: '000000' });
        expect(guess.json().code).toBe('wrong_code');
      }
      const sixth = await call('POST', '/api/session/second-factor', {}, { ticket, code: codeAt(secret, clock) });
      expect(sixth.json()).toMatchObject({ code: 'ticket_spent' });
    });

    it('is guessed ten times an hour at most, with however many tickets', async () => {
      const { email, secret } = await withTotp();
      const guesses = [];
      for (let round = 0; round < 3; round += 1) {
        const { ticket } = (await byPassword(email)).json();
        for (let at = 0; at < 4; at += 1)
          guesses.push(await call('POST', '/api/session/second-factor', {}, { ticket, code: '000000' }));
      }
      expect(guesses.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(401), 429, 429]);
      expect(Number(guesses.at(-1)?.headers['retry-after'])).toBeGreaterThan(3000);
      const { ticket } = (await byPassword(email)).json();
      const right = { ticket, code: codeAt(secret, clock) };
      expect((await call('POST', '/api/session/second-factor', {}, right)).statusCode).toBe(429);
      clock += 3_600_000;
      const next = (await byPassword(email)).json().ticket;
      const later = { ticket: next, code: codeAt(secret, clock) };
      expect((await call('POST', '/api/session/second-factor', {}, later)).statusCode).toBe(200);
    });

    it('a recovery code opens once, however it is typed, and is counted', async () => {
      const { email, codes } = await withTotp();
      const [code = ''] = codes;
      expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
      const { ticket } = (await byPassword(email)).json();
      const typed = ` ${code.replaceAll('-', ' ').toUpperCase()} `;
      const answer = await call('POST', '/api/session/second-factor', {}, { ticket, code: typed });
      expect(answer.statusCode).toBe(200);
      expect((await call('GET', '/api/me/security', cookieOf(answer))).json().recoveryCodesLeft).toBe(9);
      const next = (await byPassword(email)).json().ticket;
      expect((await call('POST', '/api/session/second-factor', {}, { ticket: next, code })).statusCode).toBe(401);
    });

    it('a recovery code of somebody else opens nothing', async () => {
      const [mine, theirs] = [await withTotp(), await withTotp()];
      const { ticket } = (await byPassword(mine.email)).json();
      const answer = await call('POST', '/api/session/second-factor', {}, { ticket, code: theirs.codes[0] ?? '' });
      expect(answer.statusCode).toBe(401);
    });

    it('is taken away only by who shows once more who they are', async () => {
      const { headers, email, secret } = await withTotp();
      expect((await call('POST', '/api/me/totp/remove', headers, {})).json().code).toBe('show_yourself');
      const wrong = await call('POST', '/api/me/totp/remove', headers, { password: 'guess' });
      expect(wrong.json()).toMatchObject({ code: 'wrong_password' });
      const renewed = await call('POST', '/api/me/recovery-codes', headers, { code: codeAt(secret, clock) });
      expect(renewed.json().codes).toHaveLength(10);
      const replayed = await call('POST', '/api/me/totp/remove', headers, { code: codeAt(secret, clock) });
      expect(replayed.json()).toMatchObject({ code: 'wrong_code' });
      expect((await call('POST', '/api/me/totp/remove', headers, { password: PASSWORD })).statusCode).toBe(200);
      expect((await byPassword(email)).json()).toEqual({ step: 'done' });
      expect((await call('GET', '/api/me/security', headers)).json()).toMatchObject({
        totp: null,
        recoveryCodesLeft: 0,
      });
    });

    it('is wanted after a one-time link too, but not after one made on the machine', async () => {
      const { agentId } = await withTotp();
      const owner = await desk.signIn(workspace, 'owner');
      const { link } = (await call('POST', `/api/agents/${agentId}/sign-in-link`, owner.headers)).json();
      const token = new URL(link).searchParams.get('token');
      const answer = await call('POST', '/api/session/link', {}, { token });
      expect(answer.json()).toMatchObject({ step: 'second_factor' });
      const { makeSignInLink, theHouse } = await import('../../actions/make-sign-in-link.ts');
      const wish = { agentId, lastsMs: 60_000, kind: 'machine' } as const;
      const made = await db.transaction((tx) => makeSignInLink(tx, theHouse(workspace), wish, new Date(clock)));
      expect((await call('POST', '/api/session/link', {}, { token: made.token })).json()).toEqual({ step: 'done' });
    });

    it('its secret and its codes are readable nowhere in the database, the log or the export', async () => {
      const { secret, codes } = await withTotp();
      const tables = ['totp_secrets', 'recovery_codes', 'audit_log', 'sign_in_tickets'];
      const rows = await Promise.all(
        tables.map((name) => sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db.read)),
      );
      const all = JSON.stringify(rows.map((found) => found.rows));
      const asHex = (text: string) => Buffer.from(text).toString('hex');
      for (const hidden of [secret, asHex(secret), ...codes, ...codes.map(asHex)]) expect(all).not.toContain(hidden);
    });
  });

  describe('a passkey', () => {
    async function withPasskey() {
      const one = await person();
      const key = createAuthenticator();
      const asked = (await call('POST', '/api/me/passkeys/ask', one.headers)).json();
      const response = key.create(asked.options, ORIGIN);
      const answer = { ticket: asked.ticket, response, name: 'Laptop' };
      const made = await call('POST', '/api/me/passkeys', one.headers, answer);
      expect(made.statusCode).toBe(201);
      return { ...one, key, passkeyId: String(made.json().id), answer };
    }

    it('alone signs in, without an address or a password', async () => {
      const { key, agentId } = await withPasskey();
      const asked = (await call('POST', '/api/session/passkey/ask', {}, {})).json();
      expect(asked.options.allowCredentials ?? []).toEqual([]);
      const answer = { ticket: asked.ticket, response: key.get(asked.options, ORIGIN) };
      const done = await call('POST', '/api/session/passkey', {}, answer);
      expect(done.json()).toEqual({ step: 'done' });
      expect((await call('GET', '/api/me', cookieOf(done))).json().agent.id).toBe(agentId);
      const replayed = await call('POST', '/api/session/passkey', {}, answer);
      expect(replayed.statusCode).toBeGreaterThanOrEqual(400);
      expect(replayed.headers['set-cookie']).toBeUndefined();
    });

    it('is the second step after a password', async () => {
      const { key, email } = await withPasskey();
      const { ticket, ways } = (await byPassword(email)).json();
      expect(ways).toEqual(['passkey']);
      const asked = (await call('POST', '/api/session/passkey/ask', {}, { ticket })).json();
      expect(asked.options.allowCredentials).toHaveLength(1);
      const answer = { ticket: asked.ticket, response: key.get(asked.options, ORIGIN) };
      expect((await call('POST', '/api/session/passkey', {}, answer)).json()).toEqual({ step: 'done' });
    });

    it.each([
      { what: 'another page', origin: 'https://evil.example', options: {} },
      { what: 'another host', origin: ORIGIN, options: { rpId: 'evil.example' } },
      {
        what: 'another challenge',
        origin: ORIGIN,
        options: { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      },
    ])('answered for $what opens nothing', async ({ origin, options }) => {
      const { key } = await withPasskey();
      const asked = (await call('POST', '/api/session/passkey/ask', {}, {})).json();
      const response = key.get({ ...asked.options, ...options }, origin);
      const answer = await call('POST', '/api/session/passkey', {}, { ticket: asked.ticket, response });
      expect(answer.json()).toMatchObject({ code: 'unknown_passkey' });
    });

    it('of somebody else is no second factor, and a copied one is refused', async () => {
      const [mine, theirs] = [await withPasskey(), await withPasskey()];
      const { ticket } = (await byPassword(mine.email)).json();
      const asked = (await call('POST', '/api/session/passkey/ask', {}, { ticket })).json();
      const foreign = { ticket, response: theirs.key.get(asked.options, ORIGIN) };
      expect((await call('POST', '/api/session/passkey', {}, foreign)).statusCode).toBe(401);
      mine.key.rewind();
      const copied = { ticket, response: mine.key.get(asked.options, ORIGIN) };
      expect((await call('POST', '/api/session/passkey', {}, copied)).statusCode).toBe(401);
    });

    it('that checks nobody is not enough alone', async () => {
      const one = await person();
      const key = createAuthenticator({ verifiesUser: false });
      const asked = (await call('POST', '/api/me/passkeys/ask', one.headers)).json();
      const answer = { ticket: asked.ticket, response: key.create(asked.options, ORIGIN), name: 'Stick' };
      expect((await call('POST', '/api/me/passkeys', one.headers, answer)).json().code).toBe('passkey_refused');
    });

    it('is made once for each asking, by who asked, and renamed and removed by its owner alone', async () => {
      const { headers, passkeyId, answer } = await withPasskey();
      const other = await person();
      expect((await call('POST', '/api/me/passkeys', headers, answer)).statusCode).toBe(400);
      expect((await call('POST', '/api/me/passkeys', other.headers, answer)).statusCode).toBe(400);
      const wish = { name: 'Phone' };
      const url = `/api/me/passkeys/${passkeyId}`;
      expect((await call('PATCH', url, other.headers, wish)).statusCode).toBe(404);
      expect((await call('PATCH', url, headers, wish)).json()).toMatchObject(wish);
      const theirs = await call('POST', `${url}/remove`, other.headers, { password: PASSWORD });
      expect(theirs.statusCode).toBe(404);
      expect((await call('POST', `${url}/remove`, headers, { password: PASSWORD })).statusCode).toBe(200);
      expect((await call('GET', '/api/me/security', headers)).json().passkeys).toEqual([]);
    });

    it('is not offered where the desk is opened by a bare address', async () => {
      const { headers } = await person();
      const bare = { ...headers, host: '127.0.0.1:4100' };
      expect((await call('GET', '/api/sign-in/options', bare)).json().passkey).toBe(false);
      expect((await call('POST', '/api/me/passkeys/ask', bare)).json().code).toBe('no_passkeys_here');
    });

    it.each([{}, { ticket: 'x', response: {} }, { ticket: '1.abc', response: { id: 7 } }, { response: [] }])(
      'rubbish is refused: %j',
      async (body) => {
        const answer = await call('POST', '/api/session/passkey', {}, body);
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode).toBeLessThan(500);
      },
    );
  });
});

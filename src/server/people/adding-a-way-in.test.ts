import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createAuthenticator } from '../test/authenticator.fixture.ts';
import { codeAt, cookieOf, type Headers, ORIGIN, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

const TEN_MINUTES = 10 * 60_000;
const NEW_PASSWORD = 'zebra lantern mill';

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  /** Signed in just now by typing a password. */
  async function byPassword() {
    const one = await street.person();
    return { ...one, headers: cookieOf(await street.byPassword(one.email)) };
  }
  const newcomer = () => street.desk.signIn(street.workspace, 'agent');
  const passkeysOf = async (headers: Headers) =>
    (await street.call('GET', '/api/me/security', headers)).json().passkeys.length;
  const ways = ['/api/me/passkeys/ask', '/api/me/totp'] as const;

  describe.each(ways)('POST %s, at a desk left open,', (url) => {
    it('is refused without a proof, and with a wrong one', async () => {
      const { headers } = await byPassword();
      for (const body of [undefined, {}, { password: '' }])
        expect((await street.call('POST', url, headers, body)).json()).toMatchObject({ code: 'show_yourself' });
      const wrong = await street.call('POST', url, headers, { password: 'guess' });
      expect(wrong.json()).toMatchObject({ code: 'wrong_password', details: { field: 'password' } });
      expect(wrong.statusCode).toBe(403);
    });

    it('is allowed with the password, however old the sign-in', async () => {
      const { headers } = await byPassword();
      street.pass(TEN_MINUTES * 6);
      expect((await street.call('POST', url, headers, { password: PASSWORD })).statusCode).toBe(200);
    });

    it('is free for ten minutes after a one-time link, and not longer', async () => {
      const [fresh, stale] = [await street.person(), await newcomer()];
      expect((await street.call('POST', url, fresh.headers)).statusCode).toBe(200);
      const said = (await street.call('GET', '/api/me/security', fresh.headers)).json().addsFreelyUntil;
      expect(Date.parse(said)).toBe(street.now() + TEN_MINUTES);
      street.pass(TEN_MINUTES + 1);
      expect((await street.call('POST', url, fresh.headers)).json()).toMatchObject({ code: 'show_yourself' });
      expect((await street.call('POST', url, stale.headers)).json()).toMatchObject({ code: 'sign_in_again' });
      const later = (await street.call('GET', '/api/me/security', fresh.headers)).json();
      expect(later.addsFreelyUntil).toBe(said);
    });

    it('is guessed ten times a quarter of an hour at most', async () => {
      const { headers } = await byPassword();
      const codes = [];
      for (let at = 0; at < 11; at += 1)
        codes.push((await street.call('POST', url, headers, { password: 'guess' })).statusCode);
      expect(codes).toEqual([...Array(10).fill(403), 429]);
      expect((await street.call('POST', url, headers, { password: PASSWORD })).statusCode).toBe(429);
    });
  });

  it('whoever signed in by password is not told that they may add freely', async () => {
    const { headers } = await byPassword();
    expect((await street.call('GET', '/api/me/security', headers)).json().addsFreelyUntil).toBeNull();
  });

  describe('a passkey', () => {
    it('is not kept with an asking that is five minutes old: its proof is too', async () => {
      const { headers } = await byPassword();
      const asked = (await street.call('POST', '/api/me/passkeys/ask', headers, { password: PASSWORD })).json();
      const response = createAuthenticator().create(asked.options, ORIGIN);
      street.pass(5 * 60_000);
      const late = await street.call('POST', '/api/me/passkeys', headers, { ...asked, response, name: 'Late' });
      expect(late.json()).toMatchObject({ code: 'challenge_spent' });
      expect(await passkeysOf(headers)).toBe(0);
    });

    it('is added with a code of the app, and not with the same code again', async () => {
      const one = await street.person();
      const { secret } = (await street.call('POST', '/api/me/totp', one.headers)).json();
      await street.call('PUT', '/api/me/totp', one.headers, { code: codeAt(secret, street.now()) });
      street.pass(TEN_MINUTES + 1);
      const code = codeAt(secret, street.now());
      expect((await street.addPasskey(one.headers, { code })).statusCode).toBe(201);
      const again = await street.call('POST', '/api/me/passkeys/ask', one.headers, { code });
      expect(again.json()).toMatchObject({ code: 'wrong_code', details: { field: 'code' } });
    });

    it('of somebody without a password is added right after the link', async () => {
      const { headers } = await newcomer();
      expect((await street.addPasskey(headers)).statusCode).toBe(201);
      street.pass(TEN_MINUTES + 1);
      expect((await street.call('POST', '/api/me/passkeys/ask', headers)).json().code).toBe('sign_in_again');
    });
  });

  describe('a first password', () => {
    const set = (headers: Headers, more: object = {}) =>
      street.call('PUT', '/api/me/password', headers, { password: NEW_PASSWORD, ...more });

    it('is set right after the one-time link, and not from a desk left open', async () => {
      const [fresh, stale] = [await newcomer(), await newcomer()];
      expect((await set(fresh.headers)).statusCode).toBe(200);
      street.pass(TEN_MINUTES + 1);
      expect((await set(stale.headers)).json()).toMatchObject({ code: 'sign_in_again' });
      expect((await set(stale.headers, { current: NEW_PASSWORD })).json()).toMatchObject({ code: 'sign_in_again' });
      expect((await street.call('GET', '/api/me', stale.headers)).json().hasPassword).toBe(false);
    });

    it('is set with a code where there is an app, once', async () => {
      const { headers } = await newcomer();
      const { secret } = (await street.call('POST', '/api/me/totp', headers)).json();
      await street.call('PUT', '/api/me/totp', headers, { code: codeAt(secret, street.now()) });
      street.pass(TEN_MINUTES + 1);
      expect((await set(headers)).json()).toMatchObject({ code: 'show_yourself' });
      expect((await set(headers, { code: '000000' })).json()).toMatchObject({
        code: 'wrong_code',
        details: { field: 'code' },
      });
      expect((await set(headers, { code: codeAt(secret, street.now()) })).statusCode).toBe(200);
    });

    it('that is too weak uses up no guesses', async () => {
      const { headers } = await newcomer();
      for (let at = 0; at < 11; at += 1)
        expect((await set(headers, { password: 'password1234' })).json()).toMatchObject({ code: 'weak_password' });
      expect((await set(headers)).statusCode).toBe(200);
    });
  });
});

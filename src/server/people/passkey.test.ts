import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createAuthenticator } from '../test/authenticator.fixture.ts';
import { cookieOf, ORIGIN, openStreet, PASSWORD, type Street } from '../test/street.fixture.ts';

eachDatabase((open) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(await open());
  });
  afterAll(() => street.desk.close());

  describe('a passkey', () => {
    async function withPasskey() {
      const one = await street.person();
      const key = createAuthenticator();
      const asked = (await street.call('POST', '/api/me/passkeys/ask', one.headers)).json();
      const response = key.create(asked.options, ORIGIN);
      const answer = { ticket: asked.ticket, response, name: 'Laptop' };
      const made = await street.call('POST', '/api/me/passkeys', one.headers, answer);
      expect(made.statusCode).toBe(201);
      return { ...one, key, passkeyId: String(made.json().id), answer };
    }

    it('alone signs in, without an address or a password', async () => {
      const { key, agentId } = await withPasskey();
      const asked = (await street.call('POST', '/api/session/passkey/ask', {}, {})).json();
      expect(asked.options.allowCredentials ?? []).toEqual([]);
      const answer = { ticket: asked.ticket, response: key.get(asked.options, ORIGIN) };
      const done = await street.call('POST', '/api/session/passkey', {}, answer);
      expect(done.json()).toEqual({ step: 'done' });
      expect((await street.call('GET', '/api/me', cookieOf(done))).json().agent.id).toBe(agentId);
      const replayed = await street.call('POST', '/api/session/passkey', {}, answer);
      expect(replayed.statusCode).toBeGreaterThanOrEqual(400);
      expect(replayed.headers['set-cookie']).toBeUndefined();
    });

    it('is the second step after a password', async () => {
      const { key, email } = await withPasskey();
      const { ticket, ways } = (await street.byPassword(email)).json();
      expect(ways).toEqual(['passkey']);
      const asked = (await street.call('POST', '/api/session/passkey/ask', {}, { ticket })).json();
      expect(asked.options.allowCredentials).toHaveLength(1);
      const answer = { ticket: asked.ticket, response: key.get(asked.options, ORIGIN) };
      expect((await street.call('POST', '/api/session/passkey', {}, answer)).json()).toEqual({ step: 'done' });
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
      const asked = (await street.call('POST', '/api/session/passkey/ask', {}, {})).json();
      const response = key.get({ ...asked.options, ...options }, origin);
      const answer = await street.call('POST', '/api/session/passkey', {}, { ticket: asked.ticket, response });
      expect(answer.json()).toMatchObject({ code: 'unknown_passkey' });
    });

    it('of somebody else is no second factor, and a copied one is refused', async () => {
      const [mine, theirs] = [await withPasskey(), await withPasskey()];
      const { ticket } = (await street.byPassword(mine.email)).json();
      const asked = (await street.call('POST', '/api/session/passkey/ask', {}, { ticket })).json();
      const foreign = { ticket, response: theirs.key.get(asked.options, ORIGIN) };
      expect((await street.call('POST', '/api/session/passkey', {}, foreign)).statusCode).toBe(401);
      mine.key.rewind();
      const copied = { ticket, response: mine.key.get(asked.options, ORIGIN) };
      expect((await street.call('POST', '/api/session/passkey', {}, copied)).statusCode).toBe(401);
    });

    it('that checks nobody is not enough alone', async () => {
      const one = await street.person();
      const key = createAuthenticator({ verifiesUser: false });
      const asked = (await street.call('POST', '/api/me/passkeys/ask', one.headers)).json();
      const answer = { ticket: asked.ticket, response: key.create(asked.options, ORIGIN), name: 'Stick' };
      expect((await street.call('POST', '/api/me/passkeys', one.headers, answer)).json().code).toBe('passkey_refused');
    });

    it('is made once for each asking, by who asked, and renamed and removed by its owner alone', async () => {
      const { headers, passkeyId, answer } = await withPasskey();
      const other = await street.person();
      expect((await street.call('POST', '/api/me/passkeys', headers, answer)).statusCode).toBe(400);
      expect((await street.call('POST', '/api/me/passkeys', other.headers, answer)).statusCode).toBe(400);
      const wish = { name: 'Phone' };
      const url = `/api/me/passkeys/${passkeyId}`;
      expect((await street.call('PATCH', url, other.headers, wish)).statusCode).toBe(404);
      expect((await street.call('PATCH', url, headers, wish)).json()).toMatchObject(wish);
      const theirs = await street.call('POST', `${url}/remove`, other.headers, { password: PASSWORD });
      expect(theirs.statusCode).toBe(404);
      expect((await street.call('POST', `${url}/remove`, headers, { password: PASSWORD })).statusCode).toBe(200);
      expect((await street.call('GET', '/api/me/security', headers)).json().passkeys).toEqual([]);
    });

    it('is not offered where the desk is opened by a bare address', async () => {
      const { headers } = await street.person();
      const bare = { ...headers, host: '127.0.0.1:4100' };
      expect((await street.call('GET', '/api/sign-in/options', bare)).json().passkey).toBe(false);
      expect((await street.call('POST', '/api/me/passkeys/ask', bare)).json().code).toBe('no_passkeys_here');
    });

    it.each([{}, { ticket: 'x', response: {} }, { ticket: '1.abc', response: { id: 7 } }, { response: [] }])(
      'rubbish is refused: %j',
      async (body) => {
        const answer = await street.call('POST', '/api/session/passkey', {}, body);
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode).toBeLessThan(500);
      },
    );
  });
});

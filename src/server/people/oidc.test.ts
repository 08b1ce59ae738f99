import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import { guardedFetch } from '../sign-in/guarded-fetch.ts';
import { type Desk, FROM_OUR_PAGE, openDesk } from '../test/desk.fixture.ts';
import { type OidcProvider, openOidcProvider, type ProviderPerson } from '../test/oidc-provider.fixture.ts';

type Headers = Record<string, string>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

eachDatabase((open) => {
  let desk: Desk;
  let provider: OidcProvider;
  let froms = 0;
  /** Each call from an address of its own: what is limited by address is tested where it says so. */
  const nextAddress = () => {
    froms += 1;
    return `10.2.${froms >> 8}.${froms & 255}`;
  };
  let shops = 0;
  beforeAll(async () => {
    provider = await openOidcProvider();
    desk = await openDesk(await open());
  });
  afterEach(() => provider.lie({}));
  afterAll(async () => {
    await desk.close();
    await provider.close();
  });

  const call = (method: Method, url: string, headers: Headers = {}, body?: object) =>
    desk.http.inject({
      method,
      url,
      headers,
      remoteAddress: nextAddress(),
      ...(body ? { payload: body } : {}),
    });
  const wishOf = (more: object = {}) => ({
    id: newId<string>(),
    name: 'Office',
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    ...more,
  });

  /** A workspace whose owner has set the provider up. */
  async function shop(more: object = {}) {
    shops += 1;
    const slug = `sso-${shops}`;
    const id: WorkspaceId = await desk.makeWorkspace(slug);
    const owner = await desk.signIn(id, 'owner');
    const made = await call('POST', '/api/security/oidc', owner.headers, wishOf(more));
    expect(made.statusCode).toBe(201);
    return { id, slug, owner, provider: made.json() as { id: string; redirectUri: string } };
  }
  type Shop = Awaited<ReturnType<typeof shop>>;

  const cookiesOf = (answer: { headers: { 'set-cookie'?: unknown } }) =>
    [answer.headers['set-cookie'] ?? []].flat().map((text) => String(text).split(';')[0] ?? '');
  const begin = (at: Shop, back?: string) =>
    call('POST', '/api/session/oidc', {}, { id: at.provider.id, workspace: at.slug, ...(back ? { back } : {}) });

  /** The whole way: to the provider, and back with what it said. */
  async function enter(at: Shop, person: ProviderPerson, back?: string) {
    const begun = await begin(at, back);
    expect(begun.statusCode).toBe(200);
    const returned = provider.signIn(begun.json().url, person);
    return call('GET', returned.pathname + returned.search, { cookie: cookiesOf(begun).join('; ') });
  }
  const meOf = async (answer: { headers: { 'set-cookie'?: unknown } }) => {
    const cookie = cookiesOf(answer).find((one) => one.startsWith('earshot=')) ?? '';
    return (await call('GET', '/api/me', { cookie, ...FROM_OUR_PAGE })).json();
  };
  const emailOf = async (headers: Headers) => String((await call('GET', '/api/me', headers)).json().agent.email);

  describe('single sign-on', () => {
    it('is offered at the door, and signs in whoever has the verified address of an agent', async () => {
      const at = await shop();
      const options = (await call('GET', `/api/sign-in/options?workspace=${at.slug}`)).json();
      expect(options.oidc).toEqual([{ id: at.provider.id, name: 'Office' }]);
      const { agentId, headers } = await desk.signIn(at.id, 'agent');
      const email = (await emailOf(headers)).toUpperCase();
      const entered = await enter(at, { sub: 'ana', email, email_verified: true }, '/inboxes');
      expect([entered.statusCode, entered.headers.location]).toEqual([302, '/inboxes']);
      expect((await meOf(entered)).agent.id).toBe(agentId);
    });

    it('knows people from then on by who they are there, not by their address', async () => {
      const at = await shop();
      const { agentId, headers } = await desk.signIn(at.id, 'agent');
      const email = await emailOf(headers);
      await enter(at, { sub: 'ana', email, email_verified: true });
      const renamed = await enter(at, { sub: 'ana', email: 'married@example.com', email_verified: true });
      expect((await meOf(renamed)).agent.id).toBe(agentId);
      const heir = await enter(at, { sub: 'somebody else', email, email_verified: true });
      expect(heir.headers.location).toBe('/sign-in?problem=already_joined');
    });

    it('makes an invitation that still lies in a mailbox worthless', async () => {
      const at = await shop();
      const wish = { name: 'Cy', email: 'cy@example.com', role: 'agent' };
      const invited = await call('POST', '/api/agents', at.owner.headers, wish);
      const entered = await enter(at, { sub: 'cy', email: wish.email, email_verified: true });
      expect((await meOf(entered)).agent).toMatchObject({ name: 'Cy', isInvited: false });
      const token = new URL(invited.json().link).searchParams.get('token');
      expect((await call('POST', '/api/session/link', {}, { token })).statusCode).toBe(401);
      expect((await call('POST', '/api/invitation/accept', {}, { token, name: 'Cy' })).statusCode).toBe(401);
    });

    it('asks for no second factor of ours again, and holds nobody back who has none', async () => {
      const at = await shop();
      await call('PATCH', '/api/security/policy', at.owner.headers, { requireSecondFactor: true });
      const { headers } = await desk.signIn(at.id, 'agent');
      const entered = await enter(at, { sub: 'bo', email: await emailOf(headers), email_verified: true });
      expect((await meOf(entered)).mustAddSecondFactor).toBe(false);
    });

    it.each([
      { when: 'the address is not verified', claims: { email_verified: false }, problem: 'email_not_verified' },
      { when: 'nothing says that it is', claims: { email_verified: undefined }, problem: 'email_not_verified' },
      { when: 'there is no address', claims: { email: undefined }, problem: 'email_missing' },
      { when: 'nobody has invited them', claims: { email: 'stranger@example.com' }, problem: 'not_invited' },
    ])('refuses when $when, in words', async ({ claims, problem }) => {
      const at = await shop();
      const { headers } = await desk.signIn(at.id, 'agent');
      const person = { sub: 'x', email: await emailOf(headers), email_verified: true, ...claims };
      const refused = await enter(at, JSON.parse(JSON.stringify(person)));
      expect(refused.headers.location).toBe(`/sign-in?problem=${problem}`);
      expect(cookiesOf(refused).join()).not.toContain('earshot=');
      const { problem: words } = (await call('GET', `/api/sign-in/options?problem=${problem}`)).json();
      expect(words).toMatch(/\w{4,}.*\.$/);
    });

    it('lets people join only of the domains that were named, as agents', async () => {
      const open = await call('POST', '/api/security/oidc', (await shop()).owner.headers, wishOf({ mayJoin: true }));
      expect(open.json()).toMatchObject({ code: 'domains_needed', details: { field: 'domains' } });
      const at = await shop({ mayJoin: true, domains: ['Kettle.example'] });
      const joined = await enter(at, { sub: '1', email: 'new@kettle.example', email_verified: true, name: 'New One' });
      expect((await meOf(joined)).agent).toMatchObject({ name: 'New One', role: 'agent', isInvited: false });
      for (const email of ['new@evil.example', 'new@sub.kettle.example', 'x@kettle.example@evil.example']) {
        const refused = await enter(at, { sub: email, email, email_verified: true });
        expect(refused.headers.location).toBe('/sign-in?problem=domain_not_allowed');
      }
    });

    it('keeps out who was deactivated, also one who came before', async () => {
      const at = await shop();
      const { agentId, headers } = await desk.signIn(at.id, 'agent');
      const person = { sub: 'gone', email: await emailOf(headers), email_verified: true };
      await enter(at, person);
      await call('PATCH', `/api/agents/${agentId}`, at.owner.headers, { isActive: false });
      expect((await enter(at, person)).headers.location).toBe('/sign-in?problem=deactivated');
    });

    it('that an admin set up does not make them an owner', async () => {
      const at = await shop();
      const admin = await desk.signIn(at.id, 'admin');
      const made = (await call('POST', '/api/security/oidc', admin.headers, wishOf())).json();
      const own = { ...at, provider: made };
      const owner = { sub: 'o', email: await emailOf(at.owner.headers), email_verified: true };
      expect((await enter(own, owner)).headers.location).toBe('/sign-in?problem=not_vouched');
      await call('PATCH', `/api/security/oidc/${made.id}`, at.owner.headers, { name: 'Office' });
      expect((await enter(own, owner)).headers.location).toBe('/desk');
      const lowered = await call('PATCH', `/api/security/oidc/${made.id}`, admin.headers, { clientId: 'other' });
      expect(lowered.statusCode).toBe(200);
    });

    it.each([
      { fault: 'signed by somebody else', lie: { foreignKey: true } },
      { fault: 'not signed', lie: { alg: 'none' as const } },
      { fault: 'of another issuer', lie: { claims: { iss: 'https://evil.example' } } },
      { fault: 'for another client', lie: { claims: { aud: 'other' } } },
      { fault: 'with another nonce', lie: { claims: { nonce: 'other' } } },
      { fault: 'that has ended', lie: { claims: { exp: 1, iat: 1 } } },
    ])('takes no token $fault', async ({ lie }) => {
      const at = await shop();
      const { headers } = await desk.signIn(at.id, 'agent');
      const email = await emailOf(headers);
      provider.lie(lie);
      const refused = await enter(at, { sub: 'x', email, email_verified: true });
      expect(refused.headers.location).toBe('/sign-in?problem=provider_refused');
    });

    it('comes back only to the browser that began it, and once', async () => {
      const at = await shop();
      const { headers } = await desk.signIn(at.id, 'agent');
      const person = { sub: 'x', email: await emailOf(headers), email_verified: true };
      const [mine, theirs] = [await begin(at), await begin(at)];
      const returned = provider.signIn(theirs.json().url, person);
      const path = returned.pathname + returned.search;
      expect((await call('GET', path)).headers.location).toBe('/sign-in?problem=sign_in_expired');
      const crossed = await call('GET', path, { cookie: cookiesOf(mine).join('; ') });
      expect(crossed.headers.location).toBe('/sign-in?problem=provider_refused');
      const right = await call('GET', path, { cookie: cookiesOf(theirs).join('; ') });
      expect(right.headers.location).toBe('/desk');
      const again = await call('GET', path, { cookie: cookiesOf(theirs).join('; ') });
      expect(again.headers.location).toBe('/sign-in?problem=provider_refused');
    });

    it('that was cancelled says so', async () => {
      const begun = await begin(await shop());
      const back = provider.cancel(begun.json().url);
      const answer = await call('GET', back.pathname + back.search, { cookie: cookiesOf(begun).join('; ') });
      expect(answer.headers.location).toBe('/sign-in?problem=sign_in_cancelled');
    });

    it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
      'leads back to the desk, never to %s',
      async (back) => {
        const at = await shop();
        const { headers } = await desk.signIn(at.id, 'agent');
        const person = { sub: 'x', email: await emailOf(headers), email_verified: true };
        expect((await enter(at, person, back)).headers.location).toBe('/desk');
      },
    );
  });

  describe('a provider', () => {
    it('is shown without its secret, switched off, changed and removed, and all of it is audited', async () => {
      const at = await shop();
      const url = `/api/security/oidc/${at.provider.id}`;
      expect(at.provider.redirectUri).toBe(`${desk.deps.config.url}/oidc/callback`);
      const off = await call('PATCH', url, at.owner.headers, { isEnabled: false });
      expect(off.json()).toMatchObject({ isEnabled: false, hasSecret: true });
      expect((await begin(at)).statusCode).toBe(404);
      const bare = await call('PATCH', url, at.owner.headers, { clientSecret: '' });
      expect(bare.json()).toMatchObject({ hasSecret: false });
      expect((await call('DELETE', url, at.owner.headers)).statusCode).toBe(200);
      const audit = await call('GET', '/api/audit?act=oidc_', at.owner.headers);
      expect(audit.json().items.map((one: { act: string }) => one.act)).toEqual([
        'oidc_provider.removed',
        'oidc_provider.changed',
        'oidc_provider.changed',
        'oidc_provider.added',
      ]);
      expect(audit.body).not.toContain(provider.clientSecret);
    });

    it.each([
      { issuer: 'https://169.254.169.254', says: 'public internet' },
      { issuer: 'https://10.0.0.1', says: 'public internet' },
      { issuer: 'http://login.example', says: 'https://' },
      { issuer: 'ftp://login.example', says: 'https://' },
      { issuer: 'http://127.0.0.1:1', says: 'does not answer' },
    ])('at $issuer is refused in words', async ({ issuer, says }) => {
      const { owner } = await shop();
      const answer = await call('POST', '/api/security/oidc', owner.headers, wishOf({ issuer }));
      expect(answer.json()).toMatchObject({ code: 'issuer_refused', details: { field: 'issuer' } });
      expect(answer.json().message).toContain(says);
    });
  });

  describe('what is asked of a provider', () => {
    const far = { mayLoopback: false, trustedOrigins: [] };
    it.each([
      { at: 'this machine, from a desk that the world reaches', url: 'http://127.0.0.1:1/', reach: far },
      { at: 'this machine over TLS', url: 'https://localhost/', reach: far },
      { at: 'a name that points inside', url: 'https://login.example/', reach: inside(far) },
    ])('does not reach $at', async ({ url, reach }) => {
      await expect(guardedFetch(url, {}, reach)).rejects.toThrow(/https:|public internet/);
    });

    it('reaches a private address that was named where the server is set up', async () => {
      const named = { mayLoopback: false, trustedOrigins: [provider.issuer] };
      const answer = await guardedFetch(`${provider.issuer}/jwks`, {}, named);
      expect(answer.status).toBe(200);
    });
  });
});

function inside(reach: { mayLoopback: boolean; trustedOrigins: readonly string[] }) {
  return { ...reach, resolve: async () => [{ address: '10.0.0.5', family: 4 as const }] };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { createAuthenticator } from '../test/authenticator.fixture.ts';
import { type Desk, FROM_OUR_PAGE, openDesk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;
const PASSWORD = 'correct horse battery';
const DAY_MS = 24 * 3_600_000;

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let clock = Date.parse('2026-11-22T10:00:00Z');
  let froms = 0;
  /** Each call from an address of its own: what is limited by address is tested where it says so. */
  const nextAddress = () => {
    froms += 1;
    return `10.1.${froms >> 8}.${froms & 255}`;
  };
  let shops = 0;
  beforeAll(async () => {
    desk = await openDesk(await open(), { now: () => new Date(clock) });
    workspace = await desk.makeWorkspace('shop');
  });
  afterAll(() => desk.close());

  type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  const from = (remoteAddress: string, method: Method, url: string, headers: Headers = {}, body?: object) =>
    desk.http.inject({ method, url, headers, remoteAddress, ...(body ? { payload: body } : {}) });
  const call = (method: Method, url: string, headers: Headers = {}, body?: object) =>
    from(nextAddress(), method, url, headers, body);
  const cookieOf = (answer: { headers: { 'set-cookie'?: unknown } }): Headers => ({
    cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
    ...FROM_OUR_PAGE,
  });
  /** A workspace of its own: what is asked of everybody there is asked of nobody else. */
  async function shop() {
    shops += 1;
    const slug = `shop-${shops}`;
    const id = await desk.makeWorkspace(slug);
    const owner = await desk.signIn(id, 'owner');
    return { id, slug, owner };
  }
  const auditOf = async (headers: Headers, query = '') =>
    (await call('GET', `/api/audit${query}`, headers)).json().items as {
      act: string;
      detail: Record<string, unknown>;
      address: string;
      actorKind: string;
      target: string;
    }[];
  async function addPasskey(headers: Headers) {
    const key = createAuthenticator();
    const at = { ...headers, host: 'localhost' };
    const asked = (await call('POST', '/api/me/passkeys/ask', at)).json();
    const response = key.create(asked.options, 'http://localhost');
    return call('POST', '/api/me/passkeys', at, { ticket: asked.ticket, response, name: 'Key' });
  }

  describe('guessing a password', () => {
    it('is stopped after ten tries for whoever guesses, and not for the person themselves', async () => {
      const { headers } = await desk.signIn(workspace, 'agent');
      const { email } = (await call('GET', '/api/me', headers)).json().agent;
      await call('PUT', '/api/me/password', headers, { password: PASSWORD });
      const guesses = [];
      for (let at = 0; at < 12; at += 1)
        guesses.push(
          await from('203.0.113.7', 'POST', '/api/session', {}, { workspace: 'shop', email, password: 'x' }),
        );
      expect(guesses.map(({ statusCode }) => statusCode)).toEqual([...Array(10).fill(401), 429, 429]);
      expect(guesses.at(-1)?.json().message).toBe('That was wrong too often. Try again in 15 minutes.');
      expect(guesses.at(-1)?.headers['retry-after']).toBe('900');
      const right = { workspace: 'shop', email, password: PASSWORD };
      expect((await from('203.0.113.7', 'POST', '/api/session', {}, right)).statusCode).toBe(429);
      expect((await from('198.51.100.1', 'POST', '/api/session', {}, right)).statusCode).toBe(200);
      clock += 15 * 60_000;
      expect((await from('203.0.113.7', 'POST', '/api/session', {}, right)).statusCode).toBe(200);
    });

    it('of nobody is stopped in the same way: it does not tell who is here', async () => {
      const wish = { workspace: 'shop', email: 'nobody@example.com', password: 'x' };
      const codes = [];
      for (let at = 0; at < 11; at += 1)
        codes.push((await from('203.0.113.8', 'POST', '/api/session', {}, wish)).statusCode);
      expect(codes).toEqual([...Array(10).fill(401), 429]);
    });

    it('from many addresses is stopped too, and stands in the audit log', async () => {
      const { slug, owner } = await shop();
      const wish = { workspace: slug, email: 'ana@example.com', password: 'x' };
      const answers = await Promise.all(Array.from({ length: 101 }, () => call('POST', '/api/session', {}, wish)));
      expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
      expect(await auditOf(owner.headers, '?act=session.guessing_stopped')).toMatchObject([
        { target: 'ana@example.com', detail: { kind: 'password' }, actorKind: 'system' },
      ]);
    });

    it('from one address for many accounts is stopped by the address', async () => {
      const answers = [];
      for (let at = 0; at < 31; at += 1) {
        const wish = { workspace: 'shop', email: `nobody-${at}@example.com`, password: 'x' };
        answers.push(await from('203.0.113.9', 'POST', '/api/session', {}, wish));
      }
      expect(answers.at(-2)?.statusCode).toBe(401);
      expect(answers.at(-1)?.statusCode).toBe(429);
      expect(answers.at(-1)?.json()).toMatchObject({ code: 'too_many' });
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    });
  });

  describe('a new password', () => {
    it('that is easy to guess is refused with advice', async () => {
      const { headers } = await desk.signIn(workspace, 'agent');
      const weak = await call('PUT', '/api/me/password', headers, { password: 'password1234' });
      expect(weak.json()).toMatchObject({ code: 'weak_password', details: { field: 'password' } });
      expect(weak.json().details.advice.length).toBeGreaterThan(0);
      const { email } = (await call('GET', '/api/me', headers)).json().agent;
      const own = await call('POST', '/api/password-strength', headers, { password: email });
      expect(own.json().score).toBeLessThan(3);
      expect((await call('POST', '/api/password-strength', headers, { password: PASSWORD })).json()).toEqual({
        score: 4,
        advice: [],
      });
    });
  });

  describe('the policy', () => {
    it('holds back who has no second factor until there is one', async () => {
      const { id, owner } = await shop();
      const agent = await desk.signIn(id, 'agent');
      const policy = await call('PATCH', '/api/security/policy', owner.headers, { requireSecondFactor: true });
      expect(policy.json()).toEqual({ requireSecondFactor: true, sessionDays: 14, allowPasswords: true });
      expect((await call('GET', '/api/me', agent.headers)).json().mustAddSecondFactor).toBe(true);
      for (const [method, url] of [
        ['GET', '/api/conversations'],
        ['GET', '/api/agents'],
        ['GET', '/api/messages/0192a000-0000-7000-8000-000000000001/html'],
        ['POST', '/api/media'],
      ] as const)
        expect((await call(method, url, agent.headers)).json()).toMatchObject({ code: 'second_factor_needed' });
      expect((await call('GET', '/api/me/security', agent.headers)).json().isSecondFactorRequired).toBe(true);
      expect((await addPasskey(agent.headers)).statusCode).toBe(201);
      expect((await call('GET', '/api/me', agent.headers)).json().mustAddSecondFactor).toBe(false);
      expect((await call('GET', '/api/agents', agent.headers)).statusCode).toBe(200);
      expect((await call('DELETE', '/api/session', owner.headers)).statusCode).toBe(200);
    });

    it('ends sessions sooner at once, and counts from their last use', async () => {
      const { id, owner } = await shop();
      const idle = await desk.signIn(id, 'agent');
      await call('PATCH', '/api/security/policy', owner.headers, { sessionDays: 2 });
      clock += DAY_MS + 3_600_000;
      expect((await call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
      clock += DAY_MS;
      expect((await call('GET', '/api/me', idle.headers)).statusCode).toBe(401);
      expect((await call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
    });

    it('switches passwords off only for who has another way in, and says so at the door', async () => {
      const { slug, owner } = await shop();
      await call('PUT', '/api/me/password', owner.headers, { password: PASSWORD });
      const { email } = (await call('GET', '/api/me', owner.headers)).json().agent;
      const off = { allowPasswords: false };
      expect((await call('PATCH', '/api/security/policy', owner.headers, off)).json().code).toBe('no_other_way_in');
      await addPasskey(owner.headers);
      expect((await call('PATCH', '/api/security/policy', owner.headers, off)).statusCode).toBe(200);
      expect((await call('GET', `/api/sign-in/options?workspace=${slug}`)).json()).toMatchObject({
        workspace: { slug },
        password: false,
      });
      const tried = await call('POST', '/api/session', {}, { workspace: slug, email, password: PASSWORD });
      expect(tried.json().code).toBe('passwords_off');
      const set = await call('PUT', '/api/me/password', owner.headers, {
        current: PASSWORD,
        password: 'zebra lantern mill',
      });
      expect(set.json().code).toBe('passwords_off');
      const [entry] = await auditOf(owner.headers, '?act=security.');
      expect(entry).toMatchObject({
        act: 'security.policy_changed',
        detail: { was: { allowPasswords: true }, now: { allowPasswords: false } },
      });
    });

    it.each([{ sessionDays: 0 }, { sessionDays: 91 }, { sessionDays: 1.5 }, { requireSecondFactor: 'yes' }])(
      '%j is no policy',
      async (body) => {
        const { owner } = await shop();
        expect((await call('PATCH', '/api/security/policy', owner.headers, body)).statusCode).toBe(400);
      },
    );
  });

  describe('an invitation', () => {
    const ana = { name: 'Ana', email: 'ana@example.com', role: 'agent' };
    const tokenOf = (answer: { json(): { link: string } }) =>
      new URL(answer.json().link).searchParams.get('token') ?? '';

    it('is looked at without being spent, and accepted once with a name and a strong password', async () => {
      const { slug, owner } = await shop();
      const made = await call('POST', '/api/agents', owner.headers, ana);
      expect(made.json().agent.isInvited).toBe(true);
      const token = tokenOf(made);
      for (let at = 0; at < 2; at += 1)
        expect((await call('POST', '/api/invitation', {}, { token })).json()).toMatchObject({
          name: 'Ana',
          email: 'ana@example.com',
          workspace: { slug },
          isInvitation: true,
          password: true,
        });
      const judged = await call(
        'POST',
        '/api/invitation/password-strength',
        {},
        { token, password: 'ana@example.com' },
      );
      expect(judged.json().score).toBeLessThan(3);
      const weak = await call('POST', '/api/invitation/accept', {}, { token, name: 'Ana M', password: 'example12345' });
      expect(weak.json().code).toBe('weak_password');
      const wish = { token, name: 'Ana M', password: PASSWORD };
      const twice = await Promise.all([
        call('POST', '/api/invitation/accept', {}, wish),
        call('POST', '/api/invitation/accept', {}, wish),
      ]);
      expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
      const entered = twice.find(({ statusCode }) => statusCode === 200);
      expect((await call('GET', '/api/me', cookieOf(entered ?? made))).json()).toMatchObject({
        agent: { name: 'Ana M', isInvited: false },
        hasPassword: true,
      });
      expect((await call('POST', '/api/invitation', {}, { token })).json().code).toBe('link_spent');
      const signedIn = await call(
        'POST',
        '/api/session',
        {},
        { workspace: slug, email: ana.email, password: PASSWORD },
      );
      expect(signedIn.json()).toEqual({ step: 'done' });
    });

    it('ends after seven days', async () => {
      const { owner } = await shop();
      const token = tokenOf(await call('POST', '/api/agents', owner.headers, ana));
      clock += 7 * DAY_MS - 1000;
      expect((await call('POST', '/api/invitation', {}, { token })).statusCode).toBe(200);
      clock += 2000;
      expect((await call('POST', '/api/invitation/accept', {}, { token, name: 'Ana' })).json().code).toBe('link_spent');
    });

    it('sent again makes the first one worthless, and taken back the second', async () => {
      const { owner } = await shop();
      const made = await call('POST', '/api/agents', owner.headers, ana);
      const url = `/api/agents/${made.json().agent.id}/invitation`;
      const again = await call('POST', url, owner.headers);
      expect((await call('POST', '/api/invitation', {}, { token: tokenOf(made) })).statusCode).toBe(401);
      expect((await call('POST', '/api/invitation', {}, { token: tokenOf(again) })).statusCode).toBe(200);
      expect((await call('DELETE', url, owner.headers)).statusCode).toBe(200);
      expect((await call('POST', '/api/session/link', {}, { token: tokenOf(again) })).statusCode).toBe(401);
      const { items } = (await call('GET', '/api/agents', owner.headers)).json();
      expect(items.find((one: { email: string }) => one.email === ana.email)).toMatchObject({
        isActive: false,
        isInvited: true,
      });
      const once = await call('POST', url, owner.headers);
      const accepted = await call('POST', '/api/invitation/accept', {}, { token: tokenOf(once), name: 'Ana' });
      expect(accepted.json()).toEqual({ step: 'done' });
      expect((await call('POST', url, owner.headers)).json().code).toBe('has_joined');
      expect((await call('DELETE', url, owner.headers)).json().code).toBe('has_joined');
      const acts = (await auditOf(owner.headers, `?act=agent.inv&target=${made.json().agent.id}`)).map(
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
      const { owner } = await shop();
      const made = await call('POST', '/api/agents', owner.headers, ana);
      expect((await call('POST', '/api/agents', owner.headers, ana)).json().code).toBe('email_taken');
      await call('DELETE', `/api/agents/${made.json().agent.id}/invitation`, owner.headers);
      const again = await call('POST', '/api/agents', owner.headers, { ...ana, name: 'Ana M', role: 'lead' });
      expect(again.json().agent).toMatchObject({ name: 'Ana M', role: 'lead', isActive: true, isInvited: true });
      expect((await call('POST', '/api/invitation', {}, { token: tokenOf(made) })).statusCode).toBe(401);
      expect((await call('POST', '/api/session/link', {}, { token: tokenOf(again) })).json()).toEqual({ step: 'done' });
    });

    it('for somebody who is here already is only a link', async () => {
      const { id, owner } = await shop();
      const { agentId } = await desk.signIn(id, 'agent');
      const token = tokenOf(await call('POST', `/api/agents/${agentId}/sign-in-link`, owner.headers));
      expect((await call('POST', '/api/invitation', {}, { token })).json().isInvitation).toBe(false);
      const accepted = await call('POST', '/api/invitation/accept', {}, { token, name: 'X', password: PASSWORD });
      expect(accepted.json().code).toBe('not_invited');
    });
  });

  describe('whoever looks after the team', () => {
    it('sees and ends the sessions of others, and takes a lost second factor away', async () => {
      const { id, owner } = await shop();
      const agent = await desk.signIn(id, 'agent');
      await addPasskey(agent.headers);
      const url = `/api/agents/${agent.agentId}`;
      expect((await call('GET', `${url}/sessions`, owner.headers)).json().items).toHaveLength(1);
      expect((await call('DELETE', `${url}/second-factor`, owner.headers)).statusCode).toBe(200);
      expect((await call('GET', '/api/me', agent.headers)).statusCode).toBe(401);
      expect((await call('DELETE', `${url}/second-factor`, owner.headers)).json().code).toBe('no_second_factor');
      expect((await call('DELETE', `${url}/sessions`, owner.headers)).statusCode).toBe(200);
      expect(await auditOf(owner.headers, `?target=${agent.agentId}&act=agent.s`)).toMatchObject([
        { act: 'agent.sessions_ended', detail: { count: 0 } },
        { act: 'agent.second_factor_reset', detail: { totp: false, passkeys: ['Key'] } },
      ]);
    });

    it('does nothing of it to somebody who may do more', async () => {
      const { id, owner } = await shop();
      const admin = await desk.signIn(id, 'admin');
      const url = `/api/agents/${owner.agentId}`;
      for (const [method, path] of [
        ['GET', '/sessions'],
        ['DELETE', '/sessions'],
        ['DELETE', '/second-factor'],
        ['POST', '/invitation'],
        ['DELETE', '/invitation'],
      ] as const)
        expect((await call(method, url + path, admin.headers)).json().code).toBe('role_above_own');
    });

    it('signs out everywhere else at once', async () => {
      const { slug, owner } = await shop();
      await call('PUT', '/api/me/password', owner.headers, { password: PASSWORD });
      const { email } = (await call('GET', '/api/me', owner.headers)).json().agent;
      const phone = await call('POST', '/api/session', {}, { workspace: slug, email, password: PASSWORD });
      expect((await call('DELETE', '/api/me/sessions', owner.headers)).statusCode).toBe(200);
      expect((await call('GET', '/api/me', cookieOf(phone))).statusCode).toBe(401);
      expect((await call('GET', '/api/me', owner.headers)).statusCode).toBe(200);
    });
  });

  describe('an API token', () => {
    it('is renamed, says when it ends soon, and has nothing that is a person’s', async () => {
      const { owner } = await shop();
      const wish = { name: 'reports', scopes: ['audit.read'], expiresInDays: 20 };
      const { token, apiToken } = (await call('POST', '/api/tokens', owner.headers, wish)).json();
      expect(apiToken.isExpiringSoon).toBe(false);
      const renamed = await call('PATCH', `/api/tokens/${apiToken.id}`, owner.headers, { name: 'Reports' });
      expect(renamed.json()).toMatchObject({ name: 'Reports' });
      clock += 7 * DAY_MS;
      expect((await call('GET', '/api/tokens', owner.headers)).json().items[0].isExpiringSoon).toBe(true);
      const bearer = { authorization: `Bearer ${token}` };
      for (const [method, url, body] of [
        ['GET', '/api/me/security', undefined],
        ['POST', '/api/me/totp', undefined],
        ['POST', '/api/me/passkeys/ask', undefined],
        ['PATCH', '/api/me', { name: 'X' }],
        ['DELETE', '/api/me/sessions', undefined],
        ['PUT', '/api/me/password', { password: PASSWORD }],
      ] as const)
        expect((await call(method, url, bearer, body)).json()).toMatchObject({ code: 'agents_only' });
    });
  });

  describe('the audit log', () => {
    it('is filtered by act, actor, target and time', async () => {
      const { id, owner } = await shop();
      const admin = await desk.signIn(id, 'admin');
      const first = new Date(clock).toISOString();
      clock += 60_000;
      await call('POST', '/api/agents', admin.headers, { name: 'Bo', email: 'bo@example.com', role: 'agent' });
      const between = new Date(clock + 1).toISOString();
      clock += 60_000;
      await call('PATCH', '/api/me', owner.headers, { name: 'Owner Two' });
      const acts = async (query: string) => (await auditOf(owner.headers, query)).map(({ act }) => act);
      expect(await acts(`?from=${first}&actor=${admin.agentId}`)).toEqual(
        expect.arrayContaining(['agent.link_made', 'agent.invited']),
      );
      expect(await acts(`?from=${between}`)).toEqual(['agent.changed']);
      expect(await acts(`?to=${first}&act=agent.changed`)).toEqual([]);
      expect(await acts(`?target=${owner.agentId}&act=agent.changed`)).toEqual(['agent.changed']);
      expect(await acts(`?act=agent%25`)).toEqual([]);
      const [changed] = await auditOf(owner.headers, '?act=agent.changed');
      expect(changed?.detail).toMatchObject({ name: 'Owner Two' });
      expect(changed?.address).toMatch(/^10\.1\./);
    });

    it.each(['actor=x', 'from=yesterday', 'limit=0', 'before=1'])('does not understand ?%s', async (query) => {
      const { owner } = await shop();
      expect((await call('GET', `/api/audit?${query}`, owner.headers)).statusCode).toBe(400);
    });

    it('is exported as CSV that no spreadsheet takes for formulas, and that is noted', async () => {
      const { owner } = await shop();
      await call('PATCH', '/api/me', owner.headers, { name: '=HYPERLINK("https://evil.example")' });
      const csv = await call('GET', '/api/audit.csv?act=agent.', owner.headers);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
      const lines = csv.body.trim().split('\r\n');
      expect(lines[0]).toBe('at,who,kind,act,target,detail,from');
      expect(lines.length).toBeGreaterThan(2);
      expect(csv.body).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
      expect(csv.body).not.toMatch(/(^|,)[=+@]/m);
      expect(await auditOf(owner.headers, '?act=audit.')).toMatchObject([{ act: 'audit.exported' }]);
    });
  });

  it.each([
    { from: 'a foreign page', headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
    { from: 'a sister page', headers: { 'sec-fetch-site': 'same-site' } },
    { from: 'a frame without origin', headers: { origin: 'null' } },
  ])('nobody is signed in by $from', async ({ headers }) => {
    for (const url of ['', '/link', '/second-factor', '/passkey', '/passkey/ask', '/oidc'])
      expect((await call('POST', `/api/session${url}`, headers as Headers, {})).json().code).toBe('foreign_page');
    expect((await call('POST', '/api/invitation/accept', headers as Headers, {})).json().code).toBe('foreign_page');
  });

  it('no page of ours may run or style anything inline, or be framed', async () => {
    const csp = String((await call('GET', '/api/sign-in/options')).headers['content-security-policy']);
    expect(csp).not.toMatch(/unsafe|\*/);
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(csp).toContain(rule);
  });
});

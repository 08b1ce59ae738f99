import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../test/database.ts';
import { inviteAgent } from '../actions/invite-agent.ts';
import { actsOf, ROLES, type Role } from '../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { makeSecretToken } from '../storage/secret-token.ts';
import { addSession } from '../storage/sessions.ts';
import { answerError } from './errors-to-http.ts';
import type { Networks } from './practice/networks.ts';
import { practiceRoutes } from './practice/practice-routes.ts';
import type { RuledRoute } from './rules.ts';
import { enforceRules } from './rules.ts';
import { type Desk, FROM_OUR_PAGE, openDesk } from './test/desk.fixture.ts';
import { type Furnished, furnish } from './test/furnished.fixture.ts';

type Headers = Record<string, string>;

/** The customer's side without networks: its routes are walked, not its play. */
const EMPTY_PRACTICE = {
  networks: () => ({ all: [], of: () => undefined }) as unknown as Networks,
  customers: () => ({ isLive: false, messagesPerMinute: 0, stop: () => undefined }),
  reset: async () => undefined,
};

describe('a route', () => {
  const fresh = async () => {
    const app = Fastify().setErrorHandler(answerError);
    const { db, end } = await openEmbedded();
    enforceRules(app, { db, publicUrl: null, now: () => new Date() });
    return { app, end };
  };

  it.each([
    { with: 'no rule', config: {}, says: 'has no rule' },
    { with: 'a public rule without a reason', config: { rule: 'public' as const }, says: 'does not say why' },
  ])('with $with keeps the server from starting', async ({ config, says }) => {
    const { app, end } = await fresh();
    expect(() => app.get('/api/forgotten', { config: config as { rule?: 'public' } }, () => 'x')).toThrow(says);
    await end();
  });

  it('in whatever scope is guarded, its HEAD too', async () => {
    const { app, end } = await fresh();
    app.register(async (scope) => scope.get('/deep', { config: { rule: 'signed_in' } }, () => 'x'), { prefix: '/a' });
    await app.ready();
    expect((await app.inject({ url: '/a/deep' })).statusCode).toBe(401);
    expect((await app.inject({ url: '/a/deep', method: 'HEAD' })).statusCode).toBe(401);
    await app.close();
    await end();
  });
});

describe('every route of the server', () => {
  let db: Database;
  let end: () => Promise<void>;
  let desk: Desk;
  let workspace: WorkspaceId;
  let things: Furnished;
  let stranger: Headers;
  const agents = new Map<Role, AgentId>();
  let routes: readonly RuledRoute[] = [];

  beforeAll(async () => {
    ({ db, end } = await openEmbedded());
    desk = await openDesk(db, {
      callsPerMinute: 1_000_000,
      routes: async (app) => {
        await app.register(practiceRoutes, EMPTY_PRACTICE);
      },
    });
    workspace = await desk.makeWorkspace('walked');
    const owner = { workspaceId: workspace, agentId: null, acts: actsOf('owner') };
    for (const role of ROLES) {
      const wish = { name: role, email: `${role}@walked.example`, role };
      agents.set(role, (await inviteAgent(db, owner, wish, new Date())).agent.id);
    }
    things = await furnish(desk, workspace);
    stranger = (await desk.signIn(await desk.makeWorkspace('stranger'), 'owner')).headers;
    routes = desk.app.routes.filter(({ method }) => method !== 'HEAD');
  });
  afterAll(async () => {
    await desk.close();
    await end();
  });

  /** A session of its own for each call: some calls end the session they are made with. */
  async function sessionOf(role: Role, expiresAt = new Date(Date.now() + 3_600_000)): Promise<Headers> {
    const token = makeSecretToken(workspace);
    const agentId = agents.get(role) as AgentId;
    const session = { workspaceId: workspace, agentId, tokenHash: token.hash, at: new Date(), expiresAt };
    await db.alone((tx) => addSession(tx, { ...session, userAgent: '', address: '' }));
    return { cookie: `earshot=${token.text}`, ...FROM_OUR_PAGE };
  }

  async function knock(route: RuledRoute, headers: Headers): Promise<{ status: number; code: unknown; text: string }> {
    const url = things.urlOf(route);
    if (route.isWebSocket) return knockSocket(url, headers);
    const body = things.bodyOf(route);
    const answer = await desk.http.inject({
      method: route.method as 'GET',
      url,
      headers,
      ...(body ? { payload: body } : {}),
    });
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return { status: answer.statusCode, code: isJson ? answer.json()?.code : undefined, text: answer.body };
  }

  async function knockSocket(url: string, headers: Headers) {
    try {
      const socket = await desk.http.injectWS(url, { headers: { host: 'localhost:80', ...headers } });
      socket.terminate();
      return { status: 101, code: undefined, text: '' };
    } catch (error) {
      const status = Number(/(\d{3})$/.exec(String(error))?.[1]);
      return { status, code: status === 403 ? 'not_allowed' : 'sign_in_first', text: '' };
    }
  }

  const name = ({ method, url }: RuledRoute) => `${method} ${url}`;
  const isGuarded = ({ rule }: RuledRoute) => rule !== 'public';

  it('is in the table', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(isGuarded).length).toBeGreaterThan(30);
    expect(
      routes
        .filter(({ rule }) => rule === 'public')
        .map(name)
        .sort(),
    ).toEqual([
      'GET /*',
      'GET /assets/*',
      'GET /health',
      'GET /openapi.json',
      'GET /webhooks/:workspace/:family',
      'POST /api/session',
      'POST /api/session/link',
      'POST /webhooks/:workspace/:family',
    ]);
  });

  it.each([
    { with: 'nothing', headers: async () => ({}) },
    { with: 'a session that ended', headers: () => sessionOf('owner', new Date(Date.now() - 1000)) },
    {
      with: 'a made-up session',
      headers: async () => ({ cookie: `earshot=${makeSecretToken(1 as WorkspaceId).text}` }),
    },
    {
      with: 'a made-up token',
      headers: async () => ({ authorization: `Bearer ${makeSecretToken(1 as WorkspaceId).text}` }),
    },
    { with: 'half a token', headers: async () => ({ authorization: 'Bearer 1.' }) },
    {
      with: 'a session of another workspace under our number',
      headers: async () => ({ cookie: String(stranger.cookie).replace(/=\d+\./, `=${workspace}.`) }),
    },
  ])('refuses $with', async ({ headers }) => {
    for (const route of routes.filter(isGuarded))
      expect([name(route), (await knock(route, await headers())).status]).toEqual([name(route), 401]);
  });

  it.each(ROLES)('lets a %s do what the role allows, and nothing else', async (role) => {
    for (const route of routes.filter(isGuarded)) {
      const may = typeof route.rule === 'string' || actsOf(role).includes(route.rule.act);
      const { status, code } = await knock(route, await sessionOf(role));
      const isRefused = status === 401 || code === 'not_allowed';
      // What a role may not do with a message is decided by the act that is asked for.
      if (may && route.url === '/api/messages/:id/acts') continue;
      expect([name(route), role, isRefused ? 'refused' : 'let in']).toEqual([
        name(route),
        role,
        may ? 'let in' : 'refused',
      ]);
      expect([name(route), status < 500]).toEqual([name(route), true]);
    }
  });

  it('lets an API token do what its scopes say, and nothing else', async () => {
    for (const route of routes.filter(isGuarded)) {
      if (typeof route.rule === 'string') continue;
      const { act } = route.rule;
      const other = act === 'inboxes.read' ? 'agents.read' : 'inboxes.read';
      const fits = await knock(route, await desk.token(workspace, [act]));
      expect([name(route), fits.status === 401 || fits.code === 'not_allowed']).toEqual([name(route), false]);
      const misses = await knock(route, await desk.token(workspace, [other]));
      expect([name(route), misses.status]).toEqual([name(route), 403]);
    }
  });

  it('shows the owner of another workspace nothing of ours, and lets them change nothing', async () => {
    const before = await things.snapshot();
    for (const route of routes.filter(isGuarded)) {
      if (route.isWebSocket || route.url === '/api/session') continue;
      const { status, text } = await knock(route, stranger);
      expect([name(route), text.includes(things.mark)]).toEqual([name(route), false]);
      // Looking at what does not wait is noted nowhere and answered alike, whosever it is.
      if (route.url.includes(':id') && !route.url.endsWith('/opening'))
        expect([name(route), status >= 400]).toEqual([name(route), true]);
    }
    expect(await things.snapshot()).toEqual(before);
  });

  it('is not to be called by a foreign page with our cookie', async () => {
    const changing = routes.filter((route) => isGuarded(route) && (route.method !== 'GET' || route.isWebSocket));
    expect(changing.length).toBeGreaterThan(15);
    const { cookie = '' } = await sessionOf('owner');
    for (const route of changing) {
      for (const from of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: 'https://other.localhost' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
      ] as Headers[])
        expect([name(route), from, (await knock(route, { cookie, ...from })).status]).toEqual([name(route), from, 403]);
    }
  });

  it('is described, with what it answers', async () => {
    const { paths } = (await desk.http.inject('/openapi.json')).json();
    for (const route of routes.filter(({ url, isWebSocket }) => url.startsWith('/api') && !isWebSocket)) {
      const operation = paths[route.url.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const good = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith('2'));
      expect([name(route), good.length]).toEqual([name(route), 1]);
      expect([name(route), JSON.stringify(good).includes('"schema":{')]).toEqual([name(route), true]);
      const needs = typeof route.rule === 'string' ? undefined : route.rule.act;
      if (needs) expect([name(route), operation.security[0].token]).toEqual([name(route), [needs]]);
    }
  });
});

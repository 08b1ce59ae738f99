import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../test/database.ts';
import { answerError } from './errors-to-http.ts';
import { enforceRules, type RuledRoute } from './rules.ts';
import { nameOf, openWalk, type Walk } from './test/walk.fixture.ts';

describe('a route', () => {
  let opened: Awaited<ReturnType<typeof openEmbedded>>;
  beforeAll(async () => {
    opened = await openEmbedded();
  });
  afterAll(() => opened.end());
  const fresh = () => {
    const app = Fastify().setErrorHandler(answerError);
    enforceRules(app, { db: opened.db, publicUrl: null, now: () => new Date() });
    return app;
  };

  it.each([
    { with: 'no rule', config: {}, says: 'has no rule' },
    { with: 'a public rule without a reason', config: { rule: 'public' as const }, says: 'does not say why' },
  ])('with $with keeps the server from starting', ({ config, says }) => {
    const app = fresh();
    expect(() => app.get('/api/forgotten', { config: config as { rule?: 'public' } }, () => 'x')).toThrow(says);
  });

  it('in whatever scope is guarded, its HEAD too', async () => {
    const app = fresh();
    app.register(async (scope) => scope.get('/deep', { config: { rule: 'signed_in' } }, () => 'x'), { prefix: '/a' });
    await app.ready();
    expect((await app.inject({ url: '/a/deep' })).statusCode).toBe(401);
    expect((await app.inject({ url: '/a/deep', method: 'HEAD' })).statusCode).toBe(401);
    await app.close();
  });
});

/** What lies in an inbox: an address that names one of these asks for a right on it, in its rule. */
const IN_AN_INBOX: Readonly<Record<string, string>> = {
  conversations: 'conversation',
  messages: 'message',
  inboxes: 'inbox',
  contacts: 'contact',
  media: 'media',
  outgoing: 'outgoing',
};
/** Everything else that an address can name, and why its rule asks for no inbox. `rules-by-inbox.test.ts` holds them to it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  agents: 'people work in the house, not in an inbox',
  roles: 'the house’s',
  teams: 'the house’s; who is in one that works in an inbox is asked in the act',
  tokens: 'the house’s; what they reach is kept with them',
  sessions: 'one’s own',
  passkeys: 'one’s own',
  oidc: 'the house’s',
  personas: 'the customer’s side of the practice workspace',
  labels: 'the house’s',
  calendars: 'the house’s; only inboxes that are there for whoever asks are moved, in the act',
  'answer-policies': 'the house’s',
  fields: 'the house’s',
  views: 'words about conversations; what they show is asked when they are read',
  'saved-replies': 'words; whose they are is asked in the act',
  macros: 'words; whose they are is asked in the act',
  notes: 'of the person whom the address names first',
  merges: 'of the person whom the address names first',
  segments: 'words about people; whom they show is asked when they are read',
  companies: 'the house’s; which of its people are shown is asked when they are read',
  links: 'the other end is asked in the act',
  tasks: 'asked on their conversation, in the act',
  undo: 'asked on each conversation, in the act',
  hooks: 'the house’s; only whoever works in every inbox is let in, in the act',
  rules: 'the house’s; only whoever works in every inbox changes them, in the act',
  shops: 'the house’s; only whoever works in every inbox is let in, in the act',
  orders: 'asked on the person whose they are, in the act',
  boards: 'the house’s; which of their posts are shown is asked when they are read',
  'listening-rules': 'the house’s; only whoever works in every inbox changes them, in the act',
  hits: 'asked on the inbox that found it, in the act',
  ledger: 'numbers; the statement looks in the inboxes that are there for whoever asks',
};

describe('every route of the server', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk();
  });
  afterAll(() => walk.close());

  /** What the address names, in its order: `/api/contacts/:id/notes/:note` is contacts by `id` and notes by `note`. */
  const namedBy = ({ url }: RuledRoute) =>
    url.split('/').flatMap((part, at, parts) => (part.startsWith(':') ? [[parts[at - 1] ?? '', part.slice(1)]] : []));

  it('is in the table', () => {
    expect(walk.guarded.length).toBeGreaterThan(110);
    const open = walk.routes.filter(({ rule }) => rule === 'public').map(nameOf);
    expect(open.sort()).toEqual([
      'GET /*',
      'GET /api/sign-in/options',
      'GET /assets/*',
      'GET /chat/:workspace/:inbox/files/:file',
      'GET /chat/:workspace/:inbox/hello',
      'GET /chat/:workspace/:inbox/lines',
      'GET /chat/widget.js',
      'GET /files/:workspace/:id/:key/:name',
      'GET /health',
      'GET /oidc/callback',
      'GET /openapi.json',
      'GET /webhooks/:workspace/:family',
      'OPTIONS /chat/:workspace/:inbox/*',
      'POST /api/invitation',
      'POST /api/invitation/accept',
      'POST /api/invitation/password-strength',
      'POST /api/session',
      'POST /api/session/link',
      'POST /api/session/oidc',
      'POST /api/session/passkey',
      'POST /api/session/passkey/ask',
      'POST /api/session/second-factor',
      'POST /chat/:workspace/:inbox/lines',
      'POST /chat/:workspace/:inbox/seen',
      'POST /chat/:workspace/:inbox/visitors',
      'POST /webhooks/:workspace/:family',
      'POST /webhooks/:workspace/shops/:shop',
    ]);
  });

  it('asks for a right on the inbox of what it names, or is known to name nothing that lies in one', () => {
    for (const route of walk.guarded)
      for (const [noun = '', param] of namedBy(route)) {
        const a = IN_AN_INBOX[noun];
        const on = typeof route.rule === 'string' ? undefined : route.rule.on;
        if (a) {
          const why = `add on: { a: '${a}', right } to its rule, see src/server/rules.ts`;
          expect([nameOf(route), why, on?.a, on?.param ?? 'id']).toEqual([nameOf(route), why, a, param]);
        } else {
          const why = `say in this file why what ${noun} names lies in no inbox, or give it an \`on\``;
          expect([nameOf(route), why, noun in ELSEWHERE]).toEqual([nameOf(route), why, true]);
        }
      }
  });

  it('is knocked at with something that is there', () => {
    // Play without networks has no people.
    const named = new Set(walk.guarded.flatMap((route) => namedBy(route).map(([noun = '']) => noun)));
    named.delete('personas');
    for (const noun of named) expect([noun, walk.things.idOf(noun)]).not.toEqual([noun, '']);
  });

  it('is not to be called by a foreign page with our cookie', async () => {
    const changing = walk.guarded.filter((route) => route.method !== 'GET' || route.isWebSocket);
    expect(changing.length).toBeGreaterThan(70);
    const { cookie = '' } = await walk.sessionOf(await walk.hire('owner'));
    for (const route of changing) {
      for (const from of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: 'https://other.localhost' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
      ] as Record<string, string>[])
        expect([nameOf(route), from, (await walk.knock(route, { cookie, ...from })).status]).toEqual([
          nameOf(route),
          from,
          403,
        ]);
    }
  });

  it('is described, with what it answers', async () => {
    const { paths } = (await walk.desk.http.inject('/openapi.json')).json();
    for (const route of walk.routes.filter(({ url, isWebSocket }) => url.startsWith('/api') && !isWebSocket)) {
      const operation = paths[route.url.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const good = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith('2'));
      expect([nameOf(route), good.length]).toEqual([nameOf(route), 1]);
      expect([nameOf(route), JSON.stringify(good).includes('"schema":{')]).toEqual([nameOf(route), true]);
      const needs = typeof route.rule === 'string' ? undefined : route.rule.act;
      if (needs) expect([nameOf(route), operation.security[0].token]).toEqual([nameOf(route), [needs]]);
    }
  });
});

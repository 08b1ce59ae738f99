import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Act, actsOf, ROLES } from '../core/access/role.ts';
import type { AgentId, RoleId } from '../core/ids.ts';
import { addRole } from '../storage/access/roles.ts';
import { updateAgent } from '../storage/agents.ts';
import { newId } from '../storage/new-id.ts';
import { makeSecretToken, readSecretToken } from '../storage/secret-token.ts';
import type { RuledRoute } from './rules.ts';
import { type Headers, nameOf, openWalk, type Walk } from './test/walk.fixture.ts';

const OWN: readonly Act[] = ['conversations.read', 'ledger.read', 'teams.manage'];

/** Every route of the server, for whoever may knock at it. */
describe('every route, by who asks', () => {
  let walk: Walk;
  let stranger: Headers;
  const agents = new Map<string, AgentId>();
  const rolesWithActs = [
    ...ROLES.map((role) => ({ role: role as string, acts: actsOf(role) })),
    { role: 'role of the house’s own', acts: OWN },
  ];

  beforeAll(async () => {
    walk = await openWalk();
    for (const role of ROLES) agents.set(role, await walk.hire(role));
    const roleId = newId<RoleId>();
    const ownRole = await walk.hire('agent', 'own-role');
    await walk.db.transaction(async (tx) => {
      await addRole(tx, walk.workspace, { id: roleId, name: 'Own', acts: OWN }, new Date());
      await updateAgent(tx, walk.workspace, ownRole, { role: { role: 'viewer', roleId } });
    });
    agents.set('role of the house’s own', ownRole);
    stranger = (await walk.desk.signIn(await walk.desk.makeWorkspace('stranger'), 'owner')).headers;
  });
  afterAll(() => walk.close());

  const sessionOf = (role: string, expiresAt?: Date) => walk.sessionOf(agents.get(role) as AgentId, expiresAt);
  const ended = (change: 'expires_at' | 'revoked_at') => async () => {
    const token = await walk.desk.token(walk.workspace);
    const { hash } = readText(token.authorization ?? '');
    await walk.db.alone((tx) =>
      sql`update api_tokens set ${sql.ref(change)} = ${new Date(Date.now() - 1000)} where token_hash = ${hash}`.execute(
        tx,
      ),
    );
    return token;
  };
  const made = () => makeSecretToken(walk.workspace).text;

  it.each<{ with: string; headers: () => Headers | Promise<Headers> }>([
    { with: 'nothing', headers: () => ({}) },
    { with: 'a session that ended', headers: () => sessionOf('owner', new Date(Date.now() - 1000)) },
    { with: 'a made-up session', headers: () => ({ cookie: `earshot=${made()}` }) },
    { with: 'a made-up token', headers: () => ({ authorization: `Bearer ${made()}` }) },
    { with: 'half a token', headers: () => ({ authorization: 'Bearer 1.' }) },
    { with: 'a token that ended', headers: ended('expires_at') },
    { with: 'a token that was revoked', headers: ended('revoked_at') },
    {
      with: 'a session of another workspace under our number',
      headers: () => ({ cookie: String(stranger.cookie).replace(/=\d+\./, `=${walk.workspace}.`) }),
    },
  ])('refuses $with', async ({ headers }) => {
    const shown = await headers();
    for (const route of walk.guarded)
      expect([nameOf(route), (await walk.knock(route, shown)).status]).toEqual([nameOf(route), 401]);
  });

  it('shows the owner of another workspace nothing of ours, and lets them change nothing', async () => {
    const before = await walk.things.snapshot();
    for (const route of walk.guarded) {
      if (route.isWebSocket || route.url === '/api/session') continue;
      const { status, text } = await walk.knock(route, stranger);
      const tells = [walk.things.mark, walk.things.houseMark].filter((mark) => text.includes(mark));
      expect([nameOf(route), tells]).toEqual([nameOf(route), []]);
      if (namesSomething(route)) expect([nameOf(route), status >= 400]).toEqual([nameOf(route), true]);
    }
    expect(await walk.things.snapshot()).toEqual(before);
  });

  it('lets an API token do what its scopes say, and nothing else', async () => {
    const tokens = new Map<string, Headers>();
    const tokenFor = async (act: Act) => {
      const token = tokens.get(act) ?? (await walk.desk.token(walk.workspace, [act]));
      tokens.set(act, token);
      return token;
    };
    for (const route of walk.guarded) {
      if (typeof route.rule === 'string') continue;
      const { act } = route.rule;
      const fits = await walk.knock(route, await tokenFor(act));
      expect([nameOf(route), isRefused(fits, route)]).toEqual([nameOf(route), false]);
      const misses = await walk.knock(route, await tokenFor(act === 'inboxes.read' ? 'agents.read' : 'inboxes.read'));
      expect([nameOf(route), misses.status, misses.code]).toEqual([nameOf(route), 403, 'not_allowed']);
    }
  });

  // The least first: whoever may most also takes away most.
  it.each(rolesWithActs.toReversed())('lets a $role do what it allows, and nothing else', async ({ role, acts }) => {
    for (const route of walk.guarded) {
      const may = typeof route.rule === 'string' || acts.includes(route.rule.act);
      const answer = await walk.knock(route, await sessionOf(role));
      expect([nameOf(route), role, isRefused(answer, route) ? 'refused' : 'let in']).toEqual([
        nameOf(route),
        role,
        may ? 'let in' : 'refused',
      ]);
      expect([nameOf(route), answer.status < 500]).toEqual([nameOf(route), true]);
    }
  });
});

function isRefused({ status, code }: { readonly status: number; readonly code: unknown }, route: RuledRoute): boolean {
  // What a role may do with a message or with what was not sent is decided by the act that is asked for, in the act.
  const asksInTheAct = route.url === '/api/messages/:id/acts';
  return status === 401 || (code === 'not_allowed' && !asksInTheAct) || (asksInTheAct && status === 403);
}

/** Looking at what does not wait is noted nowhere, and a draft of what is not there is none: answered alike for all. */
function namesSomething({ url }: RuledRoute): boolean {
  return url.includes('/:') && !url.endsWith('/opening') && !url.endsWith('/draft');
}

function readText(authorization: string): { readonly hash: Uint8Array } {
  const token = readSecretToken(authorization.replace('Bearer ', ''));
  if (!token) throw new Error('This is no token.');
  return token;
}

import { openEmbedded } from '../../../test/database.ts';
import { inviteAgent } from '../../actions/invite-agent.ts';
import { actsOf, type Role } from '../../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Networks } from '../practice/networks.ts';
import { practiceRoutes } from '../practice/practice-routes.ts';
import type { RuledRoute } from '../rules.ts';
import { type Desk, openDesk } from './desk.fixture.ts';
import { type Furnished, furnish } from './furnished.fixture.ts';
import { sessionFor } from './session.fixture.ts';

export type Headers = Record<string, string>;
export interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly text: string;
}

/** The customer's side without networks: its routes are walked, not its play. */
const EMPTY_PRACTICE = {
  networks: () => ({ all: [], of: () => undefined }) as unknown as Networks,
  customers: () => ({ isLive: false, messagesPerMinute: 0, stop: () => undefined }),
  reset: async () => undefined,
};

/** The whole route table of the server, a furnished workspace, and a way to knock at every door in it. */
export async function openWalk() {
  const { db, end } = await openEmbedded();
  const desk: Desk = await openDesk(db, {
    callsPerMinute: 1_000_000,
    routes: async (app) => {
      await app.register(practiceRoutes, EMPTY_PRACTICE);
    },
  });
  const workspace = await desk.makeWorkspace('walked');
  const things: Furnished = await furnish(desk, workspace);
  const routes = desk.app.routes.filter(({ method }) => method !== 'HEAD');

  async function knock(route: RuledRoute, headers: Headers): Promise<Answer> {
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

  async function knockSocket(url: string, headers: Headers): Promise<Answer> {
    try {
      const socket = await desk.http.injectWS(url, { headers: { host: 'localhost:80', ...headers } });
      socket.terminate();
      return { status: 101, code: undefined, text: '' };
    } catch (error) {
      const status = Number(/(\d{3})$/.exec(String(error))?.[1]);
      return { status, code: status === 403 ? 'not_allowed' : 'sign_in_first', text: '' };
    }
  }

  return {
    db,
    desk,
    workspace,
    things,
    routes,
    guarded: routes.filter(({ rule }) => rule !== 'public'),
    knock,
    /** Somebody new with this role. */
    async hire(role: Role, name: string = role): Promise<AgentId> {
      const owner = { workspaceId: workspace, agentId: null, acts: actsOf('owner') };
      const wish = { name, email: `${name}@walked.example`, role };
      return (await inviteAgent(db, owner, wish, new Date())).agent.id;
    },
    /** A session of its own for each call: some calls end the session they are made with. */
    sessionOf: (agentId: AgentId, expiresAt?: Date, inWorkspace: WorkspaceId = workspace) =>
      sessionFor(db, inWorkspace, agentId, expiresAt),
    async close() {
      await desk.close();
      await end();
    },
  };
}
export type Walk = Awaited<ReturnType<typeof openWalk>>;

export const nameOf = ({ method, url }: RuledRoute) => `${method} ${url}`;

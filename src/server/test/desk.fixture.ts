import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inviteAgent } from '../../actions/invite-agent.ts';
import { makeApiToken } from '../../actions/make-api-token.ts';
import { createReceiver } from '../../actions/receive.ts';
import { createShops } from '../../commerce/registry.ts';
import { type Connectors, createConnectors } from '../../connectors/registry.ts';
import { ACTS, actsOf, type Role } from '../../core/access/role.ts';
import type { Shops } from '../../core/commerce/shop.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { createSeal } from '../../storage/seal.ts';
import { addWorkspace } from '../../storage/workspaces.ts';
import { type App, type AppOptions, createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { createMediaFolder } from '../media/media-folder.ts';

/** What a browser of our own page sends with everything that changes something. */
export const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin' };

/** The real app on a database, not listening, with whatever of it a test wants to replace. */
export interface Desk {
  readonly app: App;
  readonly http: FastifyInstance;
  readonly deps: Deps;
  /** Another workspace on the same server. */
  makeWorkspace(slug: string): Promise<WorkspaceId>;
  /** The headers of a new agent who has just signed in. */
  signIn(workspaceId: WorkspaceId, role: Role): Promise<{ readonly agentId: AgentId; readonly headers: Headers }>;
  /** The headers of an API token. */
  token(workspaceId: WorkspaceId, scopes?: readonly string[], expiresInDays?: number): Promise<Headers>;
  close(): Promise<void>;
}
type Headers = Record<string, string>;

const NOBODY = { agentId: null, acts: ACTS };

export async function openDesk(
  db: Database,
  options: AppOptions & {
    readonly config?: Partial<Config>;
    readonly now?: () => Date;
    readonly connectors?: Connectors;
    readonly shops?: Shops;
  } = {},
): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-desk-'));
  const now = options.now ?? (() => new Date());
  const deps: Deps = {
    config: {
      ...readConfig({ EARSHOT_LOG: 'silent', EARSHOT_DATA: folder, EARSHOT_PRACTICE: '0' }),
      ...options.config,
    },
    db,
    connectors: options.connectors ?? createConnectors(),
    shops: options.shops ?? createShops(),
    seal: createSeal('the secret of a test, thirty-two characters'),
    receiver: createReceiver(db),
    media: createMediaFolder(folder),
    now,
  };
  const app = await createApp(deps, options);
  await app.http.ready();
  let agents = 0;
  return {
    app,
    http: app.http,
    deps,
    makeWorkspace: (slug) => db.transaction((tx) => addWorkspace(tx, { slug, name: slug, isPractice: false })),
    async signIn(workspaceId, role) {
      agents += 1;
      const wish = { name: `${role} ${agents}`, email: `${role}-${agents}@example.com`, role };
      const { agent, link } = await inviteAgent(db, { ...NOBODY, acts: actsOf('owner'), workspaceId }, wish, now());
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/session/link',
        payload: { token: link.token },
        // An address of their own for each: how often one may sign in is not what these tests are about.
        remoteAddress: `127.1.${agents >> 8}.${agents & 255}`,
      });
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      return { agentId: agent.id, headers: { cookie, ...FROM_OUR_PAGE } };
    },
    async token(workspaceId, scopes = ACTS, expiresInDays) {
      const { token } = await makeApiToken(
        db,
        { ...NOBODY, workspaceId },
        { name: 'test', scopes, expiresInDays },
        now(),
      );
      return { authorization: `Bearer ${token}` };
    },
    async close() {
      await app.http.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

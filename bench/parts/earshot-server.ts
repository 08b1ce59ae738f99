import { makeApiToken } from '../../src/actions/make-api-token.ts';
import { makeSignInLink, theHouse } from '../../src/actions/make-sign-in-link.ts';
import { actsOf } from '../../src/core/access/role.ts';
import type { InboxId } from '../../src/core/ids.ts';
import { readConfig } from '../../src/server/config.ts';
import { start } from '../../src/server/start.ts';
import { listAgents } from '../../src/storage/agents.ts';
import { addInbox } from '../../src/storage/inboxes.ts';
import { newId } from '../../src/storage/new-id.ts';
import { listWorkspaces } from '../../src/storage/workspaces.ts';
import { PAGE } from '../workspace.ts';
import { seedConversations } from './seed-conversations.ts';
import { seedCrew } from './seed-crew.ts';
import { seedLongThread } from './seed-long-thread.ts';

/**
 * The real server, started as people start it, with a Facebook and a Messenger inbox and, with BENCH_CONVERSATIONS,
 * that many conversations. Says where it is and hands out a token and a sign-in link.
 */
// The embedded database belongs to one process, but one that only answers can be measured all the same.
const role = process.env.BENCH_ROLE === 'web' ? 'web' : 'all';
// A page that was built elsewhere can be measured beside the one in place.
const page = process.env.BENCH_WEB_FOLDER ? { webFolder: process.env.BENCH_WEB_FOLDER } : {};
const started = await start({ ...readConfig(process.env), role }, { callsPerMinute: 1_000_000, ...page });
const { db, seal, config } = started.deps;
const now = new Date();
const [workspace] = await listWorkspaces(db.read);
if (!workspace) throw new Error('The server made no workspace.');
const inboxes: InboxId[] = [];
for (const channel of ['facebook', 'messenger']) {
  const id = newId<InboxId>();
  inboxes.push(id);
  const credentials = {
    pageId: PAGE,
    pageAccessToken: 'EAAbench',
    appId: '918273645501234',
    appSecret: process.env.BENCH_SECRET ?? '',
    verifyToken: 'bench-verify',
  };
  const row = {
    id,
    channel,
    account: PAGE,
    name: channel,
    handle: null,
    avatarUrl: null,
    purpose: 'support',
    brand: null,
    language: null,
    settings: {},
    sealed: seal.close(workspace.id, id, credentials),
    tokenExpiresAt: null,
  };
  await db.transaction((tx) => addInbox(tx, workspace.id, row, now));
}
const wanted = Number(process.env.BENCH_CONVERSATIONS ?? 0);
if (wanted > 0) await seedConversations(db, workspace.id, inboxes, wanted);
const long = Number(process.env.BENCH_LONG_THREAD ?? 0);
if (long > 0) await seedLongThread(db, workspace.id, long);
const [owner] = await listAgents(db.read, workspace.id);
if (!owner) throw new Error('The server made no owner.');
const { token } = await makeApiToken(
  db,
  { workspaceId: workspace.id, agentId: owner.id, acts: actsOf('owner') } as Parameters<typeof makeApiToken>[1],
  { name: 'bench', scopes: ['conversations.read'] },
  now,
);
const link = await db.transaction((tx) =>
  makeSignInLink(tx, theHouse(workspace.id), { agentId: owner.id, lastsMs: 3_600_000, kind: 'machine' }, now),
);
const crew = await seedCrew(db, workspace.id, Number(process.env.BENCH_CREW ?? 0), now);
process.send?.({ url: config.url, workspace: workspace.slug, token, signInLink: config.url + link.path, ...crew });
process.once('disconnect', () => void started.close().then(() => process.exit(0)));

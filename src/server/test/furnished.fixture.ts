import { sql } from 'kysely';
import { inviteAgent } from '../../actions/invite-agent.ts';
import { keepUpload } from '../../actions/keep-upload.ts';
import { makeApiToken } from '../../actions/make-api-token.ts';
import { actsOf } from '../../core/access/role.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { updateAgent } from '../../storage/agents.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import type { RuledRoute } from '../rules.ts';
import { addBought } from './bought.fixture.ts';
import type { Desk } from './desk.fixture.ts';
import { BODIES } from './furnished-bodies.fixture.ts';
import { addMarkedInbox, say } from './furnished-rows.fixture.ts';
import { addOverheard } from './overheard.fixture.ts';
import { sessionFor } from './session.fixture.ts';

/** A workspace in which there is one of everything that has an address. */
export interface Furnished {
  /** Borne by all that lies in the inbox. */
  readonly mark: string;
  /** Borne by what is the whole house's: agents, labels, roles. */
  readonly houseMark: string;
  /** The id of the one of `conversations`, `inboxes` and so on; empty where there is none. */
  idOf(noun: string): string;
  /** The address of a route with the ids of real things. */
  urlOf(route: Pick<RuledRoute, 'method' | 'url'>): string;
  /** A body that would be taken, so that a refusal is for who asks and not for what is asked. */
  bodyOf(route: Pick<RuledRoute, 'method' | 'url'>): object | undefined;
  /** Everything that an act could change; with `of` only what lies in inboxes. */
  snapshot(of?: 'inboxes'): Promise<unknown>;
}

const MARK = 'seal-gull-lantern';
const HOUSE = 'otter-barn-ladder';
/** Never the id of anything: an address that names what `furnish` has none of. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

/** What is made as people make it, over the routes. In this order: a task needs its conversation. */
const MADE: readonly (readonly [noun: string, url: string, more?: object])[] = [
  ['roles', '/api/roles', { name: HOUSE }],
  ['teams', '/api/teams', { name: HOUSE }],
  ['labels', '/api/labels', { name: HOUSE }],
  ['fields', '/api/fields', { name: HOUSE }],
  ['views', '/api/views', { name: HOUSE, audience: 'everybody' }],
  ['saved-replies', '/api/saved-replies', { title: HOUSE, isShared: true }],
  ['macros', '/api/macros', { name: HOUSE, isShared: true }],
  ['tasks', '/api/conversations/:id/tasks', { text: MARK }],
  ['notes', '/api/contacts/:id/notes', { text: MARK }],
  ['hooks', '/api/hooks', { name: HOUSE }],
  ['segments', '/api/segments', { name: HOUSE }],
  ['companies', '/api/companies', { name: HOUSE }],
  ['calendars', '/api/calendars', { name: HOUSE }],
  ['answer-policies', '/api/answer-policies', { name: HOUSE }],
  ['rules', '/api/rules', { name: HOUSE }],
];

export async function furnish(desk: Desk, workspaceId: WorkspaceId): Promise<Furnished> {
  const { db, media } = desk.deps;
  const now = new Date();
  const owner = { workspaceId, agentId: null, acts: actsOf('owner') };
  const { agent } = await inviteAgent(db, owner, { name: HOUSE, email: 'marked@walked.example', role: 'agent' }, now);
  const maker = await inviteAgent(db, owner, { name: 'Maker', email: 'maker@walked.example', role: 'owner' }, now);
  const { apiToken } = await makeApiToken(db, owner, { name: HOUSE, scopes: ['inboxes.read'] }, now);
  const file = { name: `${MARK}.txt`, mimeType: 'text/plain', bytes: Buffer.from(MARK) };
  const upload = await keepUpload(db, media, owner, file, now);
  const inbox = newId<InboxId>();
  const said = await say(desk.deps, workspaceId, { inbox, mark: MARK }, now);
  const other = await say(desk.deps, workspaceId, { inbox, mark: MARK }, now);
  const twin = await say(desk.deps, workspaceId, { inbox, mark: MARK }, now);
  await addMarkedInbox(desk.deps, workspaceId, { id: inbox, account: '1', mark: MARK }, now);
  await db.alone((tx) =>
    sql`update media set message_id = ${said.message} where workspace_id = ${workspaceId} and id = ${upload.id}`.execute(
      tx,
    ),
  );
  const entry = await sql<{
    id: number;
  }>`select max(id)::int as id from ledger where workspace_id = ${workspaceId}`.execute(db.read);

  const ids: Record<string, string> = {
    agents: agent.id,
    tokens: apiToken.id,
    inboxes: inbox,
    media: upload.id,
    ledger: String(entry.rows[0]?.id),
    conversations: said.conversation,
    links: other.conversation,
    otherConversations: other.conversation,
    contacts: said.contact,
    messages: said.message,
    outgoing: said.outgoing,
    sessions: 'x'.repeat(43),
    passkeys: 'x'.repeat(43),
    oidc: await addProvider(db, workspaceId, now),
    ...(await addBought(desk.deps, workspaceId, said.contact, now)),
    ...(await addOverheard(desk.deps, workspaceId, { inbox, mark: MARK, house: HOUSE }, now)),
  };
  const urlOf = ({ url, method }: Pick<RuledRoute, 'method' | 'url'>) => {
    const parts = url.split('/');
    const filled = parts
      .map((part, at) => (part.startsWith(':') ? (ids[parts[at - 1] ?? ''] ?? NOBODY) : part))
      .join('/');
    const address = url.startsWith('/webhooks') ? '/webhooks/walked/meta' : filled.replace('*', 'x');
    return method === 'GET' && url === '/api/search' ? `${address}?q=${MARK}` : address;
  };
  const bodyOf = ({ method, url }: Pick<RuledRoute, 'method' | 'url'>) =>
    BODIES[`${method} ${url}`]?.(ids) ?? (method === 'GET' || method === 'DELETE' ? undefined : {});
  const headers = await sessionFor(db, workspaceId, maker.agent.id);
  const post = async (url: string, more: object) => {
    const route = { method: 'POST', url };
    const payload = { ...bodyOf(route), ...more };
    const answer = await desk.http.inject({ method: 'POST', url: urlOf(route), headers, payload });
    if (answer.statusCode >= 300) throw new Error(`${url} could not be furnished: ${answer.body}`);
    return answer.json();
  };
  for (const [noun, url, more = {}] of MADE) {
    const made = await post(url, more);
    ids[noun] = made.id ?? made.hook.id;
  }
  ids.merges = (await post('/api/contacts/:id/merges', { id: newId(), contactId: twin.contact })).id;
  const act = { do: 'label', add: [ids.labels], remove: [] };
  ids.undo = (await post('/api/bulk', { conversations: [said.conversation], act })).undoId;
  // Whoever tests who is the last owner counts on nobody but their own.
  await db.transaction((tx) => updateAgent(tx, workspaceId, maker.agent.id, { deactivatedAt: now }));

  return {
    mark: MARK,
    houseMark: HOUSE,
    idOf: (noun) => ids[noun] ?? '',
    urlOf,
    bodyOf,
    async snapshot(of) {
      const tables = of === 'inboxes' ? IN_INBOXES : [...IN_INBOXES, ...THE_HOUSES];
      const all = tables.map(async (table) => {
        const { rows } =
          await sql`select t::text as row from ${sql.table(table)} t where workspace_id = ${workspaceId} order by t::text`.execute(
            db.read,
          );
        return [table, rows];
      });
      const ledger = await sql`select id, state from ledger where workspace_id = ${workspaceId} order by id`.execute(
        db.read,
      );
      return [await Promise.all(all), ledger.rows];
    },
  };
}

/** Not over its route, which asks the provider first. */
async function addProvider(db: Database, workspaceId: WorkspaceId, now: Date): Promise<string> {
  const id = newId<string>();
  await db.alone((tx) =>
    sql`insert into oidc_providers (workspace_id, id, name, issuer, client_id, vouched_acts, created_at)
      values (${workspaceId}, ${id}, ${HOUSE}, 'https://id.example', 'x', '{}', ${now})`.execute(tx),
  );
  return id;
}

const IN_INBOXES = [
  'inboxes',
  'inbox_grants',
  'media',
  'conversations',
  'messages',
  'outbox',
  'contacts',
  'contact_notes',
  'timeline_events',
  'tasks',
  'conversation_links',
  'lanes',
  'orders',
  'hits',
  'board_hits',
];
const THE_HOUSES = [
  'agents',
  'api_tokens',
  'roles',
  'teams',
  'team_members',
  'labels',
  'custom_fields',
  'saved_views',
  'saved_replies',
  'macros',
  'calendars',
  'answer_policies',
  'hooks',
  'hook_deliveries',
  'segments',
  'companies',
  'company_domains',
  'contact_merges',
  'not_same_people',
  'rules',
  'rule_versions',
  'oidc_providers',
  'shops',
  'boards',
  'listening_rules',
];

import { sql } from 'kysely';
import { inviteAgent } from '../../actions/invite-agent.ts';
import { keepUpload } from '../../actions/keep-upload.ts';
import { makeApiToken } from '../../actions/make-api-token.ts';
import { actsOf } from '../../core/access/role.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { addInbox } from '../../storage/inboxes.ts';
import { appendToLedger } from '../../storage/ledger.ts';
import { newId } from '../../storage/new-id.ts';
import type { RuledRoute } from '../rules.ts';
import type { Desk } from './desk.fixture.ts';

/** A workspace in which there is one of everything that has an address, and all of it bears the same mark. */
export interface Furnished {
  readonly mark: string;
  /** The id of the one of `conversations`, `inboxes` and so on. */
  idOf(noun: string): string;
  /** The address of a route with the ids of real things. */
  urlOf(route: RuledRoute): string;
  /** A body that would be taken, so that a refusal is for who asks and not for what is asked. */
  bodyOf(route: RuledRoute): object | undefined;
  /** Everything that an act could change. */
  snapshot(): Promise<unknown>;
}

const MARK = 'seal-gull-lantern';

export async function furnish(desk: Desk, workspaceId: WorkspaceId): Promise<Furnished> {
  const { db, seal, media } = desk.deps;
  const now = new Date();
  const owner = { workspaceId, agentId: null, acts: actsOf('owner') };
  const { agent } = await inviteAgent(db, owner, { name: MARK, email: 'marked@walked.example', role: 'agent' }, now);
  const { apiToken } = await makeApiToken(db, owner, { name: MARK, scopes: ['inboxes.read'] }, now);
  const upload = await keepUpload(
    db,
    media,
    owner,
    { name: `${MARK}.txt`, mimeType: 'text/plain', bytes: Buffer.from(MARK) },
    now,
  );
  const inbox = newId<InboxId>();
  const said = await say(desk, workspaceId, inbox, now);
  await db.transaction(async (tx) => {
    const nothing = { handle: null, avatarUrl: null, brand: null, language: null, tokenExpiresAt: null };
    const sealed = seal.close(workspaceId, inbox, { pageId: '1' });
    await addInbox(
      tx,
      workspaceId,
      {
        id: inbox,
        channel: 'facebook',
        account: '1',
        name: MARK,
        purpose: 'support',
        settings: {},
        sealed,
        ...nothing,
      },
      now,
    );
    await appendToLedger(tx, workspaceId, [
      { family: 'meta', inboxId: inbox, source: 'webhook', headers: {}, body: Buffer.from(MARK), receivedAt: now },
    ]);
  });
  const entry = await sql<{
    id: number;
  }>`select max(id)::int as id from ledger where workspace_id = ${workspaceId}`.execute(db.read);
  const ids: Readonly<Record<string, string>> = {
    agents: agent.id,
    tokens: apiToken.id,
    inboxes: inbox,
    media: upload.id,
    ledger: String(entry.rows[0]?.id),
    conversations: said.conversation,
    contacts: said.contact,
    messages: said.message,
    outgoing: said.outgoing,
    sessions: 'x'.repeat(43),
  };
  return {
    mark: MARK,
    idOf: (noun) => ids[noun] ?? '',
    urlOf({ url, method }) {
      const noun =
        url
          .split('/')
          .filter((part) => part in ids)
          .at(0) ?? '';
      const filled = url
        .replace(':workspace/:family', 'walked/meta')
        .replace(/:\w+/g, ids[noun] ?? '00000000-0000-7000-8000-000000000000')
        .replace('*', 'x');
      return method === 'GET' && url === '/api/search' ? `${filled}?q=${MARK}` : filled;
    },
    bodyOf: ({ method, url }) =>
      BODIES[`${method} ${url}`]?.(inbox, agent.id) ?? (method === 'GET' || method === 'DELETE' ? undefined : {}),
    async snapshot() {
      const tables = [
        'agents',
        'api_tokens',
        'inboxes',
        'media',
        'conversations',
        'messages',
        'outbox',
        'contacts',
        'timeline_events',
      ];
      const all = tables.map(async (table) => {
        const { rows } =
          await sql`select t::text as row from ${sql.table(table)} t where workspace_id = ${workspaceId} order by id`.execute(
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

const LIKE = {
  kind: 'like',
  target: { id: 'm1', authorId: 'p1', text: MARK, sentAt: '2026-11-22T10:00:00Z', remote: null },
};

type Body = (inbox: string, agent: string) => object;
const MESSAGE = '0192a000-0000-7000-8000-00000000aaaa';
const BODIES: Readonly<Record<string, Body>> = {
  'POST /api/agents': () => ({ name: 'New', email: 'new@walked.example', role: 'viewer' }),
  'PATCH /api/agents/:id': () => ({ name: 'Changed' }),
  'POST /api/tokens': () => ({ name: 'x', scopes: ['conversations.read'] }),
  'PATCH /api/inboxes/:id': () => ({ name: 'Changed' }),
  'PUT /api/conversations/:id/attention': () => ({ attention: 'answered' }),
  'PUT /api/conversations/:id/assignee': () => ({ agentId: null }),
  'PUT /api/conversations/:id/snooze': () => ({ until: new Date(Date.now() + 3_600_000).toISOString() }),
  'PUT /api/conversations/:id/resolution': () => ({ resolution: 'proposed' }),
  'POST /api/conversations/:id/notes': () => ({ id: MESSAGE, text: 'A note' }),
  'POST /api/messages/:id/acts': () => ({ id: MESSAGE, kind: 'like' }),
  'POST /api/outgoing/:id/decision': () => ({ wasSent: true }),
  'POST /api/posts': (inbox) => ({ id: MESSAGE, inboxId: inbox, text: 'Hello' }),
};

/** One conversation with one message and one act that waits for a decision, written as filing and sending would. */
async function say({ deps: { db } }: Desk, workspaceId: WorkspaceId, inbox: InboxId, now: Date) {
  const [contact, identity, thread, conversation, message, outgoing] = Array.from({ length: 6 }, () => newId<string>());
  await db.transaction(async (tx) => {
    await sql`insert into contacts (workspace_id, id, name, created_at) values (${workspaceId}, ${contact}, ${MARK}, ${now})`.execute(
      tx,
    );
    await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
      values (${workspaceId}, ${identity}, ${contact}, 'facebook', '1', 'p1', ${MARK}, ${now})`.execute(tx);
    await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
      values (${workspaceId}, ${thread}, ${inbox}, 't1', 'post', 'owned_public', ${now})`.execute(tx);
    await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview,
        attention, waiting_since, last_message_at, created_at)
      values (${workspaceId}, ${conversation}, ${inbox}, ${thread}, 'facebook', 'owned_public', ${contact}, ${identity}, ${MARK},
        'needs_answer', ${now}, ${now}, ${now})`.execute(tx);
    await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach,
        text, content, search, sent_at, received_at)
      values (${workspaceId}, ${message}, ${inbox}, ${thread}, ${conversation}, ${identity}, 'm1', 'inbound', 'owned_public',
        ${MARK}, ${JSON.stringify({ html: `<p>${MARK}</p>`, attachments: [] })}::jsonb, ${MARK}, ${now}, ${now})`.execute(
      tx,
    );
    await sql`insert into outbox (workspace_id, id, inbox_id, order_key, kind, payload, conversation_id, state, not_before, created_at)
      values (${workspaceId}, ${outgoing}, ${inbox}, 'k', 'like', ${JSON.stringify(LIKE)}, ${conversation}, 'unknown', ${now}, ${now})`.execute(
      tx,
    );
  });
  return { contact: contact ?? '', conversation: conversation ?? '', message: message ?? '', outgoing: outgoing ?? '' };
}

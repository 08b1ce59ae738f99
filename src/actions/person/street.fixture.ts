import { sql } from 'kysely';
import { actsOf } from '../../core/access/role.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { AgentId, ContactId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { PersonalSpan, Understand } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { createSeal } from '../../storage/seal.ts';
import { addWorkspace } from '../../storage/workspaces.ts';
import { fileWaiting } from '../file/filer.ts';
import { createReceiver } from '../receive.ts';
import type { Principal } from '../who.ts';

const DAY = '2026-11-18';
const PATTERNS = [
  ['email', /[\w.+-]+@[\w-]+\.[\w.]+\w/g],
  ['phone', /\+?\d[\d -]{7,}\d/g],
  ['order', /#\w{4,}/g],
] as const;

/** Reads nothing but personal data. */
const understand: Understand = (text, reading) => {
  const personal = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(
      (match): PersonalSpan => ({ kind, from: match.index, to: match.index + match[0].length }),
    ),
  );
  return { ...notUnderstood(text, reading), personal };
};

/** A company that can be mailed, called and written about, and a clock that says when. */
export async function openStreet(db: Database) {
  const workspaceId: WorkspaceId = await db.transaction((tx) =>
    addWorkspace(tx, { slug: newId(), name: 'Street', isPractice: false }),
  );
  const agentId = newId<AgentId>();
  await db.alone((tx) =>
    sql`insert into agents (workspace_id, id, email, name, role) values (${workspaceId}, ${agentId}, 'maja@street.example', 'Maja', 'lead')`.execute(
      tx,
    ),
  );
  const inboxes = new Map<string, InboxId>();
  for (const channel of ['email', 'phone', 'x', 'facebook']) {
    const id = newId<InboxId>();
    inboxes.set(channel, id);
    await db.alone((tx) =>
      sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials) values (${workspaceId}, ${id}, ${channel}, 'us', ${channel}, '')`.execute(
        tx,
      ),
    );
  }
  const connectors = new Map([...inboxes.keys()].map((channel) => [channel, connectorOf(channel)]));
  const receiver = createReceiver(db);
  const who: Principal = { workspaceId, agentId, acts: actsOf('lead') };
  let count = 0;

  return {
    workspaceId,
    agentId,
    who,
    inboxes,
    at: (time: string) => new Date(`${DAY}T${time}:00Z`),
    /** Somebody says something, and it is filed. */
    async say(
      channel: string,
      person: { readonly id: string; readonly name?: string; readonly handle?: string },
      time: string,
      text: string,
      reach: 'owned_private' | 'owned_public' | 'earned' = channel === 'x' ? 'earned' : 'owned_private',
    ) {
      const now = new Date(`${DAY}T${time}:00Z`);
      count += 1;
      const thread =
        reach === 'owned_private'
          ? {
              id: `${channel}-${person.id}`,
              kind: channel === 'email' ? 'mail' : 'direct',
              reach,
              counterpart: { scope: '', ...person },
            }
          : { id: `post-${count}`, kind: 'post', reach };
      const event = {
        kind: 'message',
        account: 'us',
        id: `m${count}`,
        thread,
        author: { kind: 'contact', person: { scope: '', ...person } },
        content: { text, attachments: [] },
        sentAt: now.toISOString(),
      };
      await receiver.receive(workspaceId, [
        {
          family: channel,
          inboxId: null,
          source: 'webhook',
          headers: {},
          body: Buffer.from(JSON.stringify([event])),
          receivedAt: now,
        },
      ]);
      const options = {
        db,
        connectors,
        understand,
        seal: createSeal('street'),
        now: () => now,
        log: { error: fail },
        signal: new AbortController().signal,
      };
      while ((await fileWaiting(options, workspaceId)) > 0);
      const { rows } = await sql<{ conversation: ConversationId; contact: ContactId }>`
        select m.conversation_id as conversation, c.contact_id as contact from messages m
        join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
        where m.workspace_id = ${workspaceId} and m.external_id = ${`m${count}`}`.execute(db.read);
      const [filed] = rows;
      if (!filed) throw new Error(`“${text}” was not filed.`);
      return filed;
    },
    /** Every row about people, as text; but for when it was last told, and what is decided anew anyway. */
    async people() {
      const tables = ['contacts', 'identities', 'contact_notes', 'contact_keys', 'messages', 'lanes', 'conversations'];
      const all: Record<string, unknown> = {};
      for (const table of tables) {
        const { rows } = await sql<{ row: string }>`
          select (to_jsonb(t) - '{changed_seq,triage_at,priority,priority_parts,clocks,due_at,told_seq}'::text[])::text as row
          from ${sql.table(table)} t where workspace_id = ${workspaceId} order by 1`.execute(db.read);
        all[table] = rows.map(({ row }) => row);
      }
      return all;
    },
  };
}
export type Street = Awaited<ReturnType<typeof openStreet>>;

const fail = (details: object, message: string) => {
  throw new Error(`${message} ${JSON.stringify(details)}`);
};

function connectorOf(channel: string): Connector<unknown> {
  const own: Pick<Connector, 'channel' | 'name' | 'webhook' | 'parse'> = {
    channel,
    name: channel,
    webhook: { family: channel, isAuthentic: () => true },
    parse: ({ body }) =>
      JSON.parse(Buffer.from(body).toString(), (key, value) =>
        key === 'sentAt' ? new Date(value) : value,
      ) as ChannelEvent[],
  };
  return own as Connector<unknown>;
}

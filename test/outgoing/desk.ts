import type { Principal } from '../../src/actions/who.ts';
import { actsOf } from '../../src/core/access/role.ts';
import type { Reach } from '../../src/core/channel/event.ts';
import type {
  AgentId,
  ContactId,
  ConversationId,
  IdentityId,
  InboxId,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../../src/core/ids.ts';
import { recordChanges } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { newId } from '../../src/storage/new-id.ts';
import { storableJson } from '../../src/storage/rows.ts';
import { makeWorkspace } from '../database.ts';

export type OutgoingDesk = Awaited<ReturnType<typeof openOutgoingDesk>>;

export interface Written {
  readonly conversationId: ConversationId;
  readonly threadId: ThreadId;
  readonly messageId: MessageId;
  readonly contactId: ContactId;
}

/** A workspace with two people at the desk, and customers whose words are put there as filing would have put them. */
export async function openOutgoingDesk(db: Database, start = new Date('2026-11-22T12:00:00Z')) {
  const workspaceId = await makeWorkspace(db);
  let clock = start.getTime();
  const now = () => new Date(clock);
  const ana = await addAgent(db, workspaceId, 'Ana');
  const bo = await addAgent(db, workspaceId, 'Bo');
  const token: Principal = { ...ana, agentId: null };

  return {
    workspaceId,
    ana,
    bo,
    token,
    now,
    pass: (ms: number) => {
      clock += ms;
    },
    addInbox: (channel: string, account = 'page') => addInbox(db, workspaceId, channel, account),
    customerWrites: (inboxId: InboxId, said: CustomerSaid) => customerWrites(db, workspaceId, inboxId, said, now()),
    writesAgain: (before: Written, text: string) => writesAgain(db, workspaceId, before, text, now()),
    conversation: (id: ConversationId) =>
      db.read
        .selectFrom('conversations')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    messages: (id: ConversationId) =>
      db.read
        .selectFrom('messages')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('conversation_id', '=', id)
        .orderBy('sent_at')
        // The clock may stand still in a test; what was asked then comes before what was answered.
        .orderBy('direction')
        .orderBy('id')
        .execute(),
    outbox: () =>
      db.read.selectFrom('outbox').selectAll().where('workspace_id', '=', workspaceId).orderBy('position').execute(),
    timeline: async (id: ConversationId) =>
      (
        await db.read
          .selectFrom('timeline_events')
          .select('kind')
          .where('workspace_id', '=', workspaceId)
          .where('conversation_id', '=', id)
          .orderBy('at')
          .orderBy('id')
          .execute()
      ).map(({ kind }) => kind),
  };
}

async function addAgent(db: Database, workspaceId: WorkspaceId, name: string): Promise<Principal> {
  const id = newId<AgentId>();
  const email = `${name.toLowerCase()}@brand.example`;
  await db.alone((tx) =>
    tx
      .insertInto('agents')
      .values({ workspace_id: workspaceId, id, email, name, role: 'lead', password_hash: null, deactivated_at: null })
      .execute(),
  );
  return { workspaceId, agentId: id, acts: actsOf('lead') };
}

async function addInbox(db: Database, workspaceId: WorkspaceId, channel: string, account: string): Promise<InboxId> {
  const id = newId<InboxId>();
  await db.alone((tx) =>
    tx
      .insertInto('inboxes')
      .values({
        workspace_id: workspaceId,
        id,
        channel,
        external_id: account,
        name: channel,
        credentials: Buffer.from('{}'),
      })
      .execute(),
  );
  return id;
}

export interface CustomerSaid {
  readonly name: string;
  readonly text: string;
  readonly reach?: Reach;
  /** Where they write; a place of their own when absent. */
  readonly place?: string;
  readonly externalId?: string;
}

async function customerWrites(
  db: Database,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  { name, text, reach = 'owned_private', place = `t-${name}`, externalId = `x-${newId()}` }: CustomerSaid,
  at: Date,
): Promise<Written> {
  const contactId = newId<ContactId>();
  const identityId = newId<IdentityId>();
  const conversationId = newId<ConversationId>();
  const messageId = newId<MessageId>();
  const key = { workspace_id: workspaceId };
  const threadId = await db.transaction(async (tx) => {
    const { channel } = await tx
      .selectFrom('inboxes')
      .select('channel')
      .where('id', '=', inboxId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('contacts')
      .values({ ...key, id: contactId, name, avatar_url: null, language: null, created_at: at })
      .execute();
    await tx
      .insertInto('identities')
      .values({
        ...key,
        id: identityId,
        contact_id: contactId,
        channel,
        scope: 'page',
        external_id: name,
        name,
        handle: null,
        avatar_url: null,
        followers: null,
        looked_up_at: null,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto('threads')
      .values({
        ...key,
        id: newId<ThreadId>(),
        inbox_id: inboxId,
        external_id: place,
        kind: reach === 'owned_private' ? 'direct' : 'post',
        reach,
        title: null,
        permalink: null,
        counterpart_id: reach === 'owned_private' ? identityId : null,
        created_at: at,
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id', 'external_id']).doNothing())
      .execute();
    const thread = await tx
      .selectFrom('threads')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('external_id', '=', place)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('conversations')
      .values({
        ...key,
        id: conversationId,
        inbox_id: inboxId,
        thread_id: thread.id,
        channel,
        reach,
        contact_id: contactId,
        identity_id: identityId,
        attention: 'needs_answer',
        waiting_since: at,
        last_inbound_at: at,
        last_message_at: at,
        message_count: 1,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto('lanes')
      .values({
        ...key,
        thread_id: thread.id,
        lane: reach === 'owned_private' ? thread.id : identityId,
        conversation_id: conversationId,
      })
      .execute();
    await insertInbound(tx, {
      ...key,
      id: messageId,
      inbox_id: inboxId,
      thread_id: thread.id,
      conversation_id: conversationId,
      identity_id: identityId,
      external_id: externalId,
      reach,
      text,
      at,
    });
    await recordChanges(tx, workspaceId, [{ kind: 'message', conversationId }], at);
    return thread.id;
  });
  return { conversationId, threadId, messageId, contactId };
}

async function writesAgain(
  db: Database,
  workspaceId: WorkspaceId,
  before: Written,
  text: string,
  at: Date,
): Promise<MessageId> {
  const id = newId<MessageId>();
  await db.transaction(async (tx) => {
    const first = await tx
      .selectFrom('messages')
      .selectAll()
      .where('id', '=', before.messageId)
      .executeTakeFirstOrThrow();
    const { inbox_id, thread_id, conversation_id, identity_id, reach } = first;
    await insertInbound(tx, {
      workspace_id: workspaceId,
      id,
      inbox_id,
      thread_id,
      conversation_id,
      identity_id,
      external_id: `x-${id}`,
      reach,
      text,
      at,
    });
    await tx
      .updateTable('conversations')
      .set({
        last_inbound_at: at,
        last_message_at: at,
        attention: 'needs_answer',
        attention_by: null,
        waiting_since: at,
      })
      .where('id', '=', before.conversationId)
      .execute();
    await recordChanges(tx, workspaceId, [{ kind: 'message', conversationId: before.conversationId }], at);
  });
  return id;
}

type WritingTx = Parameters<Parameters<Database['transaction']>[0]>[0];
async function insertInbound(
  tx: WritingTx,
  {
    at,
    ...row
  }: {
    readonly workspace_id: WorkspaceId;
    readonly id: MessageId;
    readonly inbox_id: InboxId;
    readonly thread_id: ThreadId | null;
    readonly conversation_id: ConversationId | null;
    readonly identity_id: IdentityId | null;
    readonly external_id: string;
    readonly reach: Reach;
    readonly text: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('messages')
    .values({ ...row, direction: 'inbound', content: storableJson({ attachments: [] }), sent_at: at, received_at: at })
    .execute();
}

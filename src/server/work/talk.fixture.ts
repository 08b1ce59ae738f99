import { sql } from 'kysely';
import type { ContactId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import type { Desk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;

/** Asks over HTTP, as `mine` unless somebody else is named. */
export const asker =
  ({ http }: Desk, mine: Headers) =>
  async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object, headers = mine) => {
    const answer = await http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };

/** An inbox of nobody's network. */
export async function addInboxRow(db: Database, workspaceId: WorkspaceId): Promise<InboxId> {
  const id = newId<InboxId>();
  await db.alone((tx) =>
    tx
      .insertInto('inboxes')
      .values({
        workspace_id: workspaceId,
        id,
        channel: 'facebook',
        external_id: id,
        name: 'Shop',
        credentials: Buffer.from(''),
      })
      .execute(),
  );
  return id;
}

/** A person who wrote one message that waits, written down as filing would. */
export async function addTalk(db: Database, workspaceId: WorkspaceId, inboxId: InboxId, name: string, at: Date) {
  const [identity, thread, message] = [newId<string>(), newId<string>(), newId<string>()];
  const [contactId, conversationId] = [newId<ContactId>(), newId<ConversationId>()];
  await db.transaction(async (tx) => {
    await sql`insert into contacts (workspace_id, id, name, created_at) values (${workspaceId}, ${contactId}, ${name}, ${at})`.execute(
      tx,
    );
    await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
      values (${workspaceId}, ${identity}, ${contactId}, 'facebook', '1', ${identity}, ${name}, ${at})`.execute(tx);
    await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
      values (${workspaceId}, ${thread}, ${inboxId}, ${thread}, 'direct', 'owned_private', ${at})`.execute(tx);
    await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview,
        attention, waiting_since, last_message_at, last_inbound_at, message_count, created_at)
      values (${workspaceId}, ${conversationId}, ${inboxId}, ${thread}, 'facebook', 'owned_private', ${contactId}, ${identity}, 'Help!',
        'needs_answer', ${at}, ${at}, ${at}, 1, ${at})`.execute(tx);
    await sql`insert into lanes (workspace_id, thread_id, lane, conversation_id) values (${workspaceId}, ${thread}, ${thread}, ${conversationId})`.execute(
      tx,
    );
    await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach,
        text, sent_at, received_at)
      values (${workspaceId}, ${message}, ${inboxId}, ${thread}, ${conversationId}, ${identity}, ${message}, 'inbound', 'owned_private',
        'Help!', ${at}, ${at})`.execute(tx);
  });
  return { conversationId, contactId, messageId: message };
}

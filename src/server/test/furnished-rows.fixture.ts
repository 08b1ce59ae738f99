import { sql } from 'kysely';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { addInbox } from '../../storage/inboxes.ts';
import { appendToLedger } from '../../storage/ledger.ts';
import { newId } from '../../storage/new-id.ts';
import type { Deps } from '../deps.ts';

/** An inbox with an entry in the ledger; everything that is said of it bears the mark. */
export async function addMarkedInbox(
  { db, seal }: Deps,
  workspaceId: WorkspaceId,
  { id, account, mark }: { readonly id: InboxId; readonly account: string; readonly mark: string },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const nothing = { handle: null, avatarUrl: null, brand: null, language: null, tokenExpiresAt: null };
    const sealed = seal.close(workspaceId, id, { pageId: account });
    const inbox = {
      id,
      channel: 'facebook',
      account,
      name: mark,
      purpose: 'support',
      settings: {},
      sealed,
      ...nothing,
    };
    await addInbox(tx, workspaceId, inbox, now);
    await appendToLedger(tx, workspaceId, [
      { family: 'meta', inboxId: id, source: 'webhook', headers: {}, body: Buffer.from(mark), receivedAt: now },
    ]);
  });
}

export interface SaidRows {
  readonly contact: string;
  readonly conversation: ConversationId;
  readonly message: string;
  readonly outgoing: string;
}

/** One conversation with one message and one act that waits for a decision, written as filing and sending would. */
export async function say(
  { db }: Deps,
  workspaceId: WorkspaceId,
  { inbox, mark, contact = newId() }: { readonly inbox: InboxId; readonly mark: string; readonly contact?: string },
  now: Date,
): Promise<SaidRows> {
  const [identity, thread, message, outgoing] = Array.from({ length: 4 }, () => newId<string>());
  const conversation = newId<ConversationId>();
  const like = {
    kind: 'like',
    target: { id: 'm1', authorId: 'p1', text: mark, sentAt: '2026-11-22T10:00:00Z', remote: null },
  };
  const content = JSON.stringify({ html: `<p>${mark}</p>`, attachments: [] });
  await db.transaction(async (tx) => {
    await sql`insert into contacts (workspace_id, id, name, created_at) values (${workspaceId}, ${contact}, ${mark}, ${now})
      on conflict do nothing`.execute(tx);
    await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
      values (${workspaceId}, ${identity}, ${contact}, 'facebook', ${inbox}, ${identity}, 'Somebody', ${now})`.execute(
      tx,
    );
    await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
      values (${workspaceId}, ${thread}, ${inbox}, ${thread}, 'post', 'owned_public', ${now})`.execute(tx);
    await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview,
        attention, waiting_since, last_message_at, created_at)
      values (${workspaceId}, ${conversation}, ${inbox}, ${thread}, 'facebook', 'owned_public', ${contact}, ${identity}, ${mark},
        'needs_answer', ${now}, ${now}, ${now})`.execute(tx);
    await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach,
        text, content, search, sent_at, received_at)
      values (${workspaceId}, ${message}, ${inbox}, ${thread}, ${conversation}, ${identity}, ${message}, 'inbound', 'owned_public',
        ${mark}, ${content}::jsonb, ${mark}, ${now}, ${now})`.execute(tx);
    await sql`insert into outbox (workspace_id, id, inbox_id, order_key, kind, payload, conversation_id, state, not_before, created_at)
      values (${workspaceId}, ${outgoing}, ${inbox}, ${outgoing}, 'like', ${JSON.stringify(like)}, ${conversation}, 'unknown', ${now}, ${now})`.execute(
      tx,
    );
  });
  return { contact, conversation, message: message ?? '', outgoing: outgoing ?? '' };
}

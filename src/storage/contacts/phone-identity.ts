import { sql } from 'kysely';
import type { ContactId, ConversationId, IdentityId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';

/**
 * Makes somebody reachable under this name on a channel whose names are good everywhere.
 * @returns whose it is now: another's, when it was theirs already
 */
export async function addIdentity(
  tx: Tx,
  workspaceId: WorkspaceId,
  identity: {
    readonly contactId: ContactId;
    readonly channel: string;
    readonly externalId: string;
    readonly handle: string | null;
  },
  now: Date,
): Promise<ContactId> {
  const { rows } = await sql<{ contact_id: ContactId }>`
    insert into identities (workspace_id, id, contact_id, channel, scope, external_id, handle, looked_up_at, created_at)
    values (${workspaceId}, ${newId<IdentityId>(now.getTime())}, ${identity.contactId}, ${identity.channel}, '',
      ${identity.externalId}, ${identity.handle}, ${now}, ${now})
    on conflict (workspace_id, channel, scope, external_id) do update set external_id = excluded.external_id
    returning contact_id`.execute(tx);
  return rows[0]?.contact_id ?? identity.contactId;
}

/** Under which name they are known on a channel, the newest first; null: under none. */
export async function nameOnChannel(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  channel: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select external_id as id from identities
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and channel = ${channel} and scope = ''
    order by created_at desc, id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The conversation that a message of this inbox was filed into; null: it is not filed yet. */
export async function conversationOfMessage(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  externalId: string,
): Promise<ConversationId | null> {
  const { rows } = await sql<{ id: ConversationId | null }>`select conversation_id as id from messages
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and external_id = ${externalId}`.execute(db);
  return rows[0]?.id ?? null;
}

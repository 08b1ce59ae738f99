import { sql } from 'kysely';
import type { ConversationId, MessageId, ThreadId, WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { insertMessages, type NewMessage } from '../../src/storage/filing/messages.ts';
import { newId } from '../../src/storage/new-id.ts';

/** How many of the same message rows the database takes in a second when nothing else is done. */
export async function rawInserts(db: Database, workspaceId: WorkspaceId, count: number): Promise<number> {
  const { rows } = await sql<{
    inbox_id: string;
    text: string;
    search: string;
  }>`select inbox_id, text, search from messages where workspace_id = ${workspaceId} limit 1000`.execute(db.read);
  const threadId = newId<ThreadId>();
  let ms = 0;
  for (let from = 0; from < count; from += 250) {
    const batch = Array.from({ length: 250 }, (_, i): NewMessage => {
      const like = rows[i % rows.length] as (typeof rows)[number];
      return {
        id: newId<MessageId>(),
        inboxId: like.inbox_id as NewMessage['inboxId'],
        threadId,
        conversationId: newId<ConversationId>(),
        identityId: newId<NonNullable<NewMessage['identityId']>>(),
        externalId: `raw ${from + i}`,
        worldId: null,
        parentExternalId: null,
        mark: null,
        direction: 'inbound',
        reach: 'owned_public',
        text: like.text,
        content: { attachments: [] },
        search: like.search,
        language: 'en',
        understood: null,
        automatic: null,
        isHistory: false,
        isPartial: false,
        remote: null,
        permalink: null,
        sentAt: new Date(),
        receivedAt: new Date(),
        ledgerId: 1,
      };
    });
    const start = performance.now();
    await db.transaction((tx) => insertMessages(tx, workspaceId, batch));
    ms += performance.now() - start;
  }
  return count / (ms / 1000);
}

import type { InboxId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { announceInbox } from '../storage/inboxes.ts';
import { noteAsked } from '../storage/pulling.ts';
import type { Principal } from './who.ts';

/** Tells whoever reads the inbox that a person looks at it: what rests until a time of our own is tried at once. */
export async function tryAgain(db: Database, { workspaceId }: Principal, id: InboxId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await noteAsked(tx, workspaceId, id, now);
    await announceInbox(tx, workspaceId, now);
  });
}

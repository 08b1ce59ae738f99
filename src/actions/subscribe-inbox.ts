import type { Connector, ConnectResult } from '../core/channel/connector.ts';
import type { ExternalAccountId, InboxId, WorkspaceId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { noteSends } from '../storage/health/looks.ts';
import { announceInbox, updateInbox } from '../storage/inboxes.ts';

/** Asks the network to send what happens. If it does not want to, the inbox stays, and says what is to be done. */
export async function subscribeInbox(
  db: Database,
  workspaceId: WorkspaceId,
  connector: Connector,
  inbox: { readonly id: InboxId; readonly credentials: unknown; readonly account: ExternalAccountId },
  callbackUrl: string,
  now: Date,
): Promise<{ readonly detail: string; readonly warnings: readonly string[] }> {
  if (!connector.connect) return { detail: 'Connected.', warnings: [] };
  const result = await connector.connect(inbox.credentials, inbox.account, callbackUrl).catch(
    (error: unknown): ConnectResult => ({
      ok: false,
      problem: error instanceof Error ? error.message : String(error),
      todo: 'Test the inbox again in a while.',
    }),
  );
  if (result.ok) {
    const { detail, sends } = result;
    if (sends) await db.alone((tx) => noteSends(tx, workspaceId, inbox.id, { sends, due: sends }));
    return { detail, warnings: [] };
  }
  const detail = `${result.problem} ${result.todo}`;
  await db.transaction(async (tx) => {
    await updateInbox(tx, workspaceId, inbox.id, { state: { state: 'trouble', detail, since: now } });
    await announceInbox(tx, workspaceId, now);
  });
  return { detail: 'Stored, but it does not receive anything yet.', warnings: [detail] };
}

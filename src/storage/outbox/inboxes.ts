import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';

/** Null: no such inbox (any more). */
export async function readChannelOf(db: Reader, workspaceId: WorkspaceId, id: InboxId): Promise<string | null> {
  const row = await db
    .selectFrom('inboxes')
    .select('channel')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.channel ?? null;
}

/** The inbox of another channel that belongs to the same account: a private reply to a comment goes on in Messenger. */
export async function findSisterInbox(
  db: Reader,
  workspaceId: WorkspaceId,
  id: InboxId,
  channel: string,
): Promise<{ readonly id: InboxId; readonly account: string } | null> {
  const own = await db
    .selectFrom('inboxes')
    .select(['id', 'channel', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!own) return null;
  if (own.channel === channel) return { id: own.id, account: own.external_id };
  const sister = await db
    .selectFrom('inboxes')
    .select(['id', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', channel)
    .where('external_id', '=', own.external_id)
    .executeTakeFirst();
  return sister ? { id: sister.id, account: sister.external_id } : null;
}

/** Often enough for a health line. A busy inbox is not written to for each of its answers. Milliseconds. */
const CALL_NOTED_EVERY_MS = 5_000;

/** The network did what it was asked. */
export async function noteCall(tx: Tx, workspaceId: WorkspaceId, id: InboxId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - CALL_NOTED_EVERY_MS);
  await tx
    .updateTable('inboxes')
    .set({ last_call_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where((is) => is.or([is('last_call_at', 'is', null), is('last_call_at', '<', before)]))
    .execute();
}

/** Nothing is sent until then, or null: everything goes again. */
export async function noteRest(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  rest: { readonly until: Date; readonly why: string } | null,
): Promise<void> {
  await tx
    .updateTable('inboxes')
    .set({ rests_until: rest?.until ?? null, rests_because: rest ? storableText(rest.why).slice(0, 500) : null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The network no longer takes our credentials. What waits for this inbox waits on, in sight, until somebody connects it again. */
export async function noteNeedsLogin(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  detail: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inboxes')
    .set({ state: 'needs_login', state_detail: detail, state_since: now, last_error: detail, last_error_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', 'not in', ['needs_login', 'paused'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

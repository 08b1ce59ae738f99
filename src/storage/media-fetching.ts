import { sql } from 'kysely';
import type { ConversationId, ExternalAccountId, InboxId, Json, MediaId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';
import { storableText } from './rows.ts';

/** A file that somebody sent us and whose bytes are still elsewhere. */
export interface WantedFile {
  readonly id: MediaId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly inboxId: InboxId;
  readonly sealed: Uint8Array;
  readonly url: string | null;
  readonly ask: string | null;
  readonly part: number | null;
  readonly ledgerId: number | null;
  readonly mimeType: string | null;
  readonly attempts: number;
  readonly conversationId: ConversationId | null;
}

export async function workspacesWithMedia(db: Reader, now: Date): Promise<readonly WorkspaceId[]> {
  const { rows } = await sql<{ id: WorkspaceId }>`select w.id from workspaces w
    where exists (select from media m where m.workspace_id = w.id and m.state = 'wanted' and m.not_before <= ${now})
      or exists (select from media m where m.workspace_id = w.id and m.state = 'deleted' and m.sha256 is not null)`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** Takes some to fetch, the longest waiting first. Until `until` nobody else takes them, whatever becomes of us. */
export async function claimMedia(
  tx: Tx,
  workspaceId: WorkspaceId,
  { limit, now, until }: { readonly limit: number; readonly now: Date; readonly until: Date },
): Promise<readonly WantedFile[]> {
  const { rows } = await sql<WantedFile>`
    with due as (
      select id from media where workspace_id = ${workspaceId} and state = 'wanted' and not_before <= ${now}
      order by not_before limit ${limit} for update skip locked
    ), taken as (
      update media m set attempts = m.attempts + 1, not_before = ${until} from due
      where m.workspace_id = ${workspaceId} and m.id = due.id returning m.*
    )
    select t.id, i.channel, i.external_id as account, i.id as "inboxId", i.credentials as sealed, t.url, t.ask, t.part, t.ledger_id as "ledgerId",
      t.mime_type as "mimeType", t.attempts, said.conversation_id as "conversationId"
    from taken t
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = t.inbox_id
    left join messages said on said.workspace_id = ${workspaceId} and said.id = t.message_id`.execute(tx);
  return rows;
}

/** False: it was deleted while we fetched it, and is not to be kept. */
export async function storeMedia(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MediaId,
  file: { readonly mimeType: string; readonly sizeBytes: number; readonly sha256: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('media')
    .set({ state: 'stored', mime_type: file.mimeType, size_bytes: file.sizeBytes, sha256: file.sha256, detail: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'wanted')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @param at when to try again; null: it is not to be had */
export async function failMedia(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MediaId,
  { detail, at }: { readonly detail: string; readonly at: Date | null },
): Promise<void> {
  await tx
    .updateTable('media')
    .set({ detail: storableText(detail).slice(0, 500), ...(at ? { not_before: at } : { state: 'failed' as const }) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'wanted')
    .execute();
}

/** Files whose message was deleted and whose bytes still lie here. */
export async function listToRemove(db: Reader, workspaceId: WorkspaceId, limit: number): Promise<readonly MediaId[]> {
  const { rows } = await sql<{ id: MediaId }>`select id from media
    where workspace_id = ${workspaceId} and state = 'deleted' and sha256 is not null limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

export async function noteRemoved(tx: Tx, workspaceId: WorkspaceId, ids: readonly MediaId[]): Promise<void> {
  await sql`update media set sha256 = null, size_bytes = null where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** The stored entry that a file is a part of. Null: gone. */
export async function readEntryOf(
  db: Reader,
  workspaceId: WorkspaceId,
  ledgerId: number,
): Promise<{ readonly source: string; readonly headers: Record<string, string>; readonly body: Uint8Array } | null> {
  const row = await db
    .selectFrom('ledger')
    .select(['source', 'headers', 'body', 'redacted_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', ledgerId)
    .executeTakeFirst();
  if (!row || row.redacted_at) return null;
  return { source: row.source, headers: row.headers as Record<string, Json> as Record<string, string>, body: row.body };
}

import { sql } from 'kysely';
import type { ThreadRef } from '../../core/channel/event.ts';
import type { IdentityId, InboxId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows } from '../rows.ts';

export interface WantedThread {
  readonly inboxId: InboxId;
  readonly thread: ThreadRef;
  readonly counterpartId: IdentityId | null;
}
export interface KnownThread {
  readonly id: ThreadId;
  readonly kind: ThreadRef['kind'];
  readonly reach: ThreadRef['reach'];
  /** Made just now, in this transaction: nothing else hangs in it yet. */
  readonly isNew: boolean;
}

export const externalKey = (inboxId: string, externalId: string): string => `${inboxId}\n${externalId}`;

/**
 * Finds or makes these threads; the unique key decides who was first.
 * @param before what `findThreads` found of them, where it was asked already
 */
export async function fileThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: readonly WantedThread[],
  now: Date,
  before?: ReadonlyMap<string, KnownThread>,
): Promise<ReadonlyMap<string, KnownThread>> {
  const distinct = [...new Map(wanted.map((one) => [externalKey(one.inboxId, one.thread.id), one])).values()];
  if (distinct.length === 0) return new Map();
  const found = before ?? (await findThreads(tx, workspaceId, distinct.map(threadKey)));
  const missing = distinct.filter(({ inboxId, thread }) => !found.has(externalKey(inboxId, thread.id)));
  if (missing.length === 0) return found;
  const made = await insert(tx, workspaceId, missing, now);
  // Fewer than wished for: somebody else was first with one of them.
  return made.size === missing.length
    ? new Map([...found, ...made])
    : findThreads(tx, workspaceId, distinct.map(threadKey));
}

export const threadKey = ({ inboxId, thread }: Pick<WantedThread, 'inboxId' | 'thread'>) => ({
  inbox_id: inboxId,
  external_id: thread.id,
});

export async function findThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  keys: readonly { readonly inbox_id: string; readonly external_id: string }[],
): Promise<Map<string, KnownThread>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<ThreadRow>`
    select t.id, t.kind, t.reach, t.inbox_id, t.external_id
    from json_to_recordset(${jsonRows(keys)}) as r (inbox_id uuid, external_id text)
    join threads t on t.workspace_id = ${workspaceId} and t.inbox_id = r.inbox_id and t.external_id = r.external_id`.execute(
    tx,
  );
  return byExternalKey(rows, false);
}

async function insert(
  tx: Tx,
  workspaceId: WorkspaceId,
  threads: readonly WantedThread[],
  now: Date,
): Promise<Map<string, KnownThread>> {
  const rows = threads.map(({ inboxId, thread, counterpartId }) => ({
    id: newId(),
    inbox_id: inboxId,
    external_id: thread.id,
    kind: thread.kind,
    reach: thread.reach,
    title: thread.title,
    permalink: thread.permalink,
    counterpart_id: counterpartId,
    remote: thread.remote,
  }));
  const made = await sql<ThreadRow>`
    insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, title, permalink, counterpart_id, remote, created_at)
    select ${workspaceId}, r.id, r.inbox_id, r.external_id, r.kind, r.reach, r.title, r.permalink, r.counterpart_id, r.remote, ${now}
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, inbox_id uuid, external_id text, kind text, reach text, title text,
      permalink text, counterpart_id uuid, remote jsonb)
    on conflict (workspace_id, inbox_id, external_id) do nothing
    returning id, kind, reach, inbox_id, external_id`.execute(tx);
  return byExternalKey(made.rows, true);
}

type ThreadRow = Omit<KnownThread, 'isNew'> & { readonly inbox_id: string; readonly external_id: string };
function byExternalKey(rows: readonly ThreadRow[], isNew: boolean): Map<string, KnownThread> {
  return new Map(
    rows.map((row) => [
      externalKey(row.inbox_id, row.external_id),
      { id: row.id, kind: row.kind, reach: row.reach, isNew },
    ]),
  );
}

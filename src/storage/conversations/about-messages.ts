import { sql } from 'kysely';
import type { InboxId, MediaId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';
import type { Said } from './said.ts';

export interface MediaRow {
  readonly id: MediaId;
  readonly state: 'wanted' | 'stored' | 'failed' | 'deleted';
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly detail: string | null;
}
export interface Version {
  readonly text: string;
  readonly replacedAt: Date;
}
export interface ReactionCount {
  readonly reaction: string;
  readonly count: number;
  readonly isOurs: boolean;
}
/** What hangs on messages, each by the message's id (media by its own). */
export interface AboutMessages {
  readonly media: ReadonlyMap<string, MediaRow>;
  readonly versions: ReadonlyMap<MessageId, readonly Version[]>;
  readonly reactions: ReadonlyMap<MessageId, readonly ReactionCount[]>;
  /** Acts of ours that stand on the network: `like`, `repost`. */
  readonly standing: ReadonlyMap<MessageId, ReadonlySet<string>>;
}

export async function readAboutMessages(
  db: Reader,
  workspaceId: WorkspaceId,
  messages: readonly Said[],
): Promise<AboutMessages> {
  const ids = messages.map(({ id }) => id);
  const onNetwork = messages.filter(({ externalId }) => externalId !== null);
  const [media, versions, reactions, standing] = await Promise.all([
    readMedia(db, workspaceId, ids),
    readVersions(db, workspaceId, ids),
    readReactions(db, workspaceId, onNetwork),
    readStanding(
      db,
      workspaceId,
      onNetwork.map(({ id }) => id),
    ),
  ]);
  return { media, versions, reactions, standing };
}

async function readMedia(db: Reader, workspaceId: WorkspaceId, ids: readonly MessageId[]) {
  const { rows } = await sql<MediaRow>`
    select d.id, d.state, d.name, d.mime_type as "mimeType", d.size_bytes as "sizeBytes", d.detail
    from json_array_elements_text(${JSON.stringify(ids)}::json) m (id)
    join media d on d.workspace_id = ${workspaceId} and d.message_id = m.id::uuid`.execute(db);
  return new Map<string, MediaRow>(
    rows.map((row) => [row.id, { ...row, sizeBytes: row.sizeBytes === null ? null : Number(row.sizeBytes) }]),
  );
}

async function readVersions(db: Reader, workspaceId: WorkspaceId, ids: readonly MessageId[]) {
  const { rows } = await sql<Version & { id: MessageId }>`
    select v.message_id as id, v.text, v.replaced_at as "replacedAt"
    from json_array_elements_text(${JSON.stringify(ids)}::json) m (id)
    join message_versions v on v.workspace_id = ${workspaceId} and v.message_id = m.id::uuid
    order by v.replaced_at`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

async function readReactions(db: Reader, workspaceId: WorkspaceId, messages: readonly Said[]) {
  const asked = messages.map(
    ({ id, inboxId, externalId }): { id: MessageId; inbox: InboxId; target: string | null } => ({
      id,
      inbox: inboxId,
      target: externalId,
    }),
  );
  const { rows } = await sql<ReactionCount & { id: MessageId }>`
    select m.id, r.reaction, count(*)::integer as count, bool_or(r.by_external_id = 'business') as "isOurs"
    from json_to_recordset(${JSON.stringify(asked)}::json) as m (id uuid, inbox uuid, target text)
    join reactions r on r.workspace_id = ${workspaceId} and r.inbox_id = m.inbox and r.target_external_id = m.target
    where r.removed_at is null
    group by m.id, r.reaction order by count desc, r.reaction`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

/** What was done last and not undone since: asked for is enough, or a second click would ask again. */
async function readStanding(db: Reader, workspaceId: WorkspaceId, ids: readonly MessageId[]) {
  const { rows } = await sql<{ id: MessageId; kind: string }>`
    select distinct on (o.target_message_id, right(o.kind, 4)) o.target_message_id as id, o.kind
    from json_array_elements_text(${JSON.stringify(ids)}::json) m (id)
    join outbox o on o.workspace_id = ${workspaceId} and o.target_message_id = m.id::uuid
    where o.kind in ('like', 'unlike', 'repost', 'unrepost') and o.state not in ('failed', 'cancelled')
    order by o.target_message_id, right(o.kind, 4), o.position desc`.execute(db);
  const done = rows.filter(({ kind }) => kind === 'like' || kind === 'repost');
  return new Map(
    [...Map.groupBy(done, ({ id }) => id)].map(([id, acts]) => [id, new Set(acts.map(({ kind }) => kind))] as const),
  );
}

import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows, storableText } from '../rows.ts';

/** A time in which something may have been missed. */
export interface Gap {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly stream: string;
  readonly from: Date;
  readonly to: Date;
  readonly why: string;
}

/** False: it was known; its end moves on where the network says so. */
export async function addGap(tx: Tx, workspaceId: WorkspaceId, gap: Omit<Gap, 'id'>, now: Date): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into inbox_gaps (workspace_id, id, inbox_id, stream, from_at, to_at, why, noted_at)
    values (${workspaceId}, ${newId(now.getTime())}, ${gap.inboxId}, ${gap.stream}, ${gap.from}, ${gap.to},
      ${storableText(gap.why).slice(0, 500)}, ${now})
    on conflict (workspace_id, inbox_id, stream, from_at) do update set to_at = greatest(inbox_gaps.to_at, excluded.to_at)
    returning (noted_at = ${now}) as "isNew"`.execute(tx);
  return rows[0]?.isNew ?? false;
}

/** Those that nobody has settled, the newest first. */
export async function listGaps(db: Reader, workspaceId: WorkspaceId): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom('inbox_gaps')
    .select(['id', 'inbox_id as inboxId', 'stream', 'from_at as from', 'to_at as to', 'why'])
    .where('workspace_id', '=', workspaceId)
    .where('settled_at', 'is', null)
    .orderBy('to_at', 'desc')
    .limit(200)
    .execute();
  return rows;
}

/** Who was in a talk with us in the days before a gap: the likeliest to have written in it. By the gap's id. */
export async function peopleAround(
  db: Reader,
  workspaceId: WorkspaceId,
  gaps: readonly Gap[],
): Promise<ReadonlyMap<string, readonly { readonly conversationId: ConversationId; readonly name: string }[]>> {
  if (gaps.length === 0) return new Map();
  const asked = gaps.map(({ id, inboxId, from, to }) => ({ id, inboxId, from, to }));
  const { rows } = await sql<{ id: string; conversationId: ConversationId; name: string }>`
    select g.id, near.id as "conversationId", near.name
    from json_to_recordset(${jsonRows(asked)}) as g (id uuid, "inboxId" uuid, "from" timestamptz, "to" timestamptz)
    cross join lateral (
      select c.id, p.name from conversations c
      join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
      where c.workspace_id = ${workspaceId} and c.inbox_id = g."inboxId" and c.merged_into_id is null
        and c.last_message_at between g."from" - interval '3 days' and g."to"
      order by c.last_message_at desc limit 20) near`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

/** Somebody looked. Resolves to how it stood before. */
export async function settleGap(
  tx: Tx,
  workspaceId: WorkspaceId,
  { inboxId, gapId }: { readonly inboxId: InboxId; readonly gapId: string },
  by: AgentId,
  now: Date,
): Promise<'open' | 'settled' | 'unknown'> {
  const { rows } = await sql<{ wasOpen: boolean }>`
    with before as (
      select id, settled_at from inbox_gaps
      where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and id = ${gapId} for update
    )
    update inbox_gaps g set settled_at = coalesce(g.settled_at, ${now}), settled_by = coalesce(g.settled_by, ${by})
    from before where g.workspace_id = ${workspaceId} and g.id = before.id
    returning before.settled_at is null as "wasOpen"`.execute(tx);
  const [row] = rows;
  return row ? (row.wasOpen ? 'open' : 'settled') : 'unknown';
}

import { sql } from 'kysely';
import type { Reach } from '../core/channel/event.ts';
import type { ConversationId, InboxId, Json, ThreadId, WorkspaceId } from '../core/ids.ts';
import type { WayThread } from '../core/reply/ways.ts';
import type { Reader } from './database.ts';

/** More lines than that nobody has. */
const MOST = 200;

/**
 * The newest private line of each other inbox on which the person of a conversation has written. In steps: in one
 * statement a database without statistics looks through the messages of everybody first.
 */
export async function readElsewhere(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  own: readonly WayThread[],
): Promise<readonly WayThread[]> {
  const lines = await sql<{ id: ThreadId; inboxId: InboxId }>`
    select t.id, t.inbox_id as "inboxId" from identities p
    join threads t on t.workspace_id = ${workspaceId} and t.counterpart_id = p.id and t.reach = 'owned_private'
    where p.workspace_id = ${workspaceId}
      and p.contact_id = (select contact_id from conversations where workspace_id = ${workspaceId} and id = ${conversationId})
    limit ${MOST}`.execute(db);
  const here = new Set(own.filter(({ reach }) => reach === 'owned_private').map(({ inboxId }) => inboxId));
  const others = lines.rows.filter(({ inboxId }) => !here.has(inboxId)).map(({ id }) => id);
  if (others.length === 0) return [];
  const { rows } = await sql<LineRow>`
    select t.id, t.inbox_id as "inboxId", i.channel, t.kind, t.reach, t.remote, i.settings, i.name as "inboxName", spoke.sent_at as "spokeAt"
    from json_array_elements_text(${JSON.stringify(others)}::json) w (id)
    join threads t on t.workspace_id = ${workspaceId} and t.id = w.id::uuid
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = t.inbox_id and i.removed_at is null
    cross join lateral (
      select m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.thread_id = t.id and m.direction = 'inbound'
      order by m.sent_at desc limit 1) spoke`.execute(db);
  const newest = new Map<InboxId, LineRow>();
  for (const row of rows.toSorted((a, b) => a.spokeAt.getTime() - b.spokeAt.getTime())) newest.set(row.inboxId, row);
  return [...newest.values()].map(({ inboxName, remote, settings, spokeAt, ...line }) => ({
    ...line,
    lastInboundAt: spokeAt,
    answers: null,
    elsewhereIn: inboxName,
    known: { remote, settings, target: null },
  }));
}

interface LineRow {
  readonly id: ThreadId;
  readonly inboxId: InboxId;
  readonly channel: string;
  readonly kind: WayThread['kind'];
  readonly reach: Reach;
  readonly remote: Json;
  readonly settings: Json;
  readonly inboxName: string;
  readonly spokeAt: Date;
}

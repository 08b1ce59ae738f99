import { type Selectable, sql } from 'kysely';
import type { Facts } from '../../core/conversation/matches.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import type { ConversationsTable } from '../tables/conversations.ts';

interface StoredFacts extends Selectable<ConversationsTable> {
  readonly name: string;
  readonly blocked_at: Date | null;
  readonly muted_at: Date | null;
  readonly vip_at: Date | null;
  readonly purpose: string;
  readonly followers: number | null;
  readonly handle: string | null;
  readonly said: readonly string[] | null;
  readonly tasks: number;
}

/** All there is to know of each conversation, read without any of the statements that are under test. */
export async function readFacts(db: Database, workspaceId: WorkspaceId): Promise<readonly Facts[]> {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const { rows } = await sql<StoredFacts>`
    select c.*, p.name, p.blocked_at, p.muted_at, p.vip_at, x.purpose, i.followers, i.handle,
      (select json_agg(m.search) from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id) as said,
      (select count(*)::integer from tasks t where t.workspace_id = c.workspace_id and t.conversation_id = c.id and t.done_at is null) as tasks
    from conversations c join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
    join inboxes x on x.workspace_id = c.workspace_id and x.id = c.inbox_id
    join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id where c.workspace_id = ${workspaceId}`.execute(
    db.read,
  );
  return rows.map((row) => ({
    id: row.id,
    inboxId: row.inbox_id,
    attention: row.attention,
    resolution: row.resolution,
    assigneeId: row.assignee_id,
    priority: row.priority,
    waitingSince: iso(row.waiting_since),
    openedAt: iso(row.opened_at),
    snoozedUntil: iso(row.snoozed_until),
    promisedFor: iso(row.promised_for),
    mergedIntoId: row.merged_into_id,
    lastMessageAt: iso(row.last_message_at) ?? '',
    channel: row.channel,
    reach: row.reach,
    language: row.language,
    labelIds: row.label_ids,
    teamId: row.team_id,
    openedBy: row.opened_by,
    followers: row.followers,
    messageCount: row.message_count,
    createdAt: iso(row.created_at) ?? '',
    dueAt: iso(row.due_at),
    answeredElsewhereAt: iso(row.answered_elsewhere_at),
    isBlocked: row.blocked_at !== null,
    isMuted: row.muted_at !== null,
    isVip: row.vip_at !== null,
    isKnownProblem: Object.hasOwn(row.signs as object, 'problem'),
    sentiment: row.sentiment,
    kind: row.kind,
    topic: row.topic,
    urgency: row.urgency,
    purpose: row.purpose,
    hasOpenTask: row.tasks > 0,
    fields: row.fields as Facts['fields'],
    names: [row.name, ...(row.handle ? [row.handle] : [])],
    said: row.said ?? [],
  }));
}

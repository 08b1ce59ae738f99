import { sql } from 'kysely';
import type { Beat } from '../../core/clocks/replay.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Reader } from '../database.ts';
import { readFacts } from '../triage/facts.ts';

export interface PastConversation {
  readonly facts: TriageFacts;
  readonly beats: readonly Beat[];
}

export interface PastAsked {
  readonly since: Date;
  /** Null: every inbox. */
  readonly visible: readonly InboxId[] | null;
}

/** Conversations that began since then, the newest first, with what a clock heeds. @param before the last one read */
export async function readPast(
  db: Reader,
  workspaceId: WorkspaceId,
  { since, visible }: PastAsked,
  { before, limit }: { readonly before: TriageFacts | null; readonly limit: number },
): Promise<readonly PastConversation[]> {
  const beyond = before ? sql`and (last_message_at, id) < (${before.lastMessageAt}, ${before.id}::uuid)` : sql``;
  const seen = visible ? sql`and inbox_id = any(${[...visible]}::uuid[])` : sql``;
  // Whatever began since then was also said in since then, and that has an index.
  const chosen = sql`select id from conversations where workspace_id = ${workspaceId} and merged_into_id is null
    and last_message_at >= ${since} and created_at >= ${since} and attention is not null ${seen} ${beyond}
    order by last_message_at desc, id desc limit ${limit}`;
  const found = (await readFacts(db, workspaceId, chosen)).toSorted(byNews);
  const beats = await readBeats(
    db,
    workspaceId,
    found.map(({ id }) => id),
  );
  return found.map((facts) => ({ facts, beats: beats.get(facts.id) ?? [] }));
}

const byNews = (a: TriageFacts, b: TriageFacts) =>
  b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || (a.id < b.id ? 1 : -1);

type BeatRow = Beat & { readonly id: string };

/** Only what people did: a bot, a rule or a note is no beat. */
async function readBeats(db: Reader, workspaceId: WorkspaceId, ids: readonly string[]) {
  const { rows } = await sql<BeatRow>`
    select m.conversation_id as id, m.sent_at as at,
      case m.direction when 'inbound' then 'asked' else 'replied' end as what
    from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = any(${[...ids]}::uuid[]) and not m.is_history
      and ((m.direction = 'inbound' and m.automatic is null)
        or (m.direction = 'outbound' and m.agent_id is not null and m.delivery is distinct from 'cancelled'))
    union all
    select e.conversation_id, e.at, case when e.kind like 'resolved_%' then 'resolved' else e.kind end
    from timeline_events e where e.workspace_id = ${workspaceId} and e.conversation_id = any(${[...ids]}::uuid[])
      and e.actor_kind = 'agent' and e.kind in ('answered', 'acknowledged', 'no_reply', 'needs_answer', 'reopened',
        'resolved_proposed', 'resolved_confirmed', 'resolved_unconfirmed')
    order by 1, 2`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

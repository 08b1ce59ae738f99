import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { problemTerms } from '../../core/listening/problem.ts';
import { SPIKE_AUTHORS } from '../../core/listening/spike.ts';
import type { Burst } from '../../core/listening/terms.ts';
import type { Kind, Sentiment } from '../../core/understanding/understood.ts';
import type { Reader, Tx } from '../database.ts';
import { holdFiling } from '../ledger.ts';
import { labelIn } from '../packed-understood.ts';
import { jsonRows } from '../rows.ts';
import { SAID_TO_US } from './spikes.ts';

/** In a flood the newest say all. */
const TEXTS_MOST = 5_000;

/** Words of what far more people than usual complain of just now, to us or of us. What is said of others is not ours. */
export async function readProblems(db: Reader, workspaceId: WorkspaceId): Promise<readonly string[]> {
  const { rows } = await sql<{ terms: readonly Burst[] }>`select s.drivers -> 'terms' as terms from spikes s
    where s.workspace_id = ${workspaceId} and s.ended_at is null and s.negative >= ${SPIKE_AUTHORS}
      and (s.board_id = ${SAID_TO_US} or exists (select from boards b
        where b.workspace_id = ${workspaceId} and b.id = s.board_id and b.kind = 'own'))`.execute(db);
  return problemTerms(rows.flatMap(({ terms }) => terms));
}

export interface WaitingText {
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly sentiment: Sentiment | null;
  readonly kind: Kind | null;
}

/** What customers said since then, in public or in private, and wait for an answer to: the newest. */
export async function readWaitingTexts(
  db: Reader,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<readonly WaitingText[]> {
  const { rows } = await sql<WaitingText>`
    select m.conversation_id as "conversationId", left(m.text, 2000) as text,
      ${labelIn('m', 'sentiment')} as sentiment, ${labelIn('m', 'kind')} as kind
    from messages m join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
    where m.workspace_id = ${workspaceId} and m.conversation_id is not null and m.sent_at >= ${since}
      and m.direction = 'inbound' and m.automatic is null and not m.is_history and m.deleted_at is null
      and c.attention = 'needs_answer' and c.merged_into_id is null and m.sent_at >= c.waiting_since
    order by m.sent_at desc, m.id desc limit ${TEXTS_MOST}`.execute(db);
  return rows;
}

export interface ProblemMark {
  readonly conversationId: ConversationId;
  readonly term: string;
}

/**
 * Says of what waits that it is about a known problem, which is news to rules, and has it decided anew. Filing stands still
 * meanwhile: it reads what it adds to, and would write over this.
 */
export async function markProblems(tx: Tx, workspaceId: WorkspaceId, marks: readonly ProblemMark[]): Promise<void> {
  if (marks.length === 0) return;
  await holdFiling(tx, workspaceId);
  await sql`select id from conversations where workspace_id = ${workspaceId}
    and id = any(${marks.map(({ conversationId }) => conversationId)}::uuid[]) order by id for no key update`.execute(
    tx,
  );
  await sql`update conversations c set signs = c.signs || jsonb_build_object('problem', r.term), triage_at = '-infinity'
    from json_to_recordset(${jsonRows(marks)}) as r ("conversationId" uuid, term text)
    where c.workspace_id = ${workspaceId} and c.id = r."conversationId" and c.attention = 'needs_answer'
      and c.signs ->> 'problem' is null`.execute(tx);
}

/** The word of the problem that a conversation is part of; null: of none. */
export async function readProblemOf(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<string | null> {
  const { rows } = await sql<{ problem: string | null }>`select signs ->> 'problem' as problem from conversations
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0]?.problem ?? null;
}

import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { MoodCount } from '../../core/listening/spike.ts';
import type { Sentiment } from '../../core/understanding/understood.ts';
import type { Reader } from '../database.ts';
import { labelIn } from '../packed-understood.ts';
import { SAID_TO_US } from './spikes.ts';

/** In a flood the newest say all. */
const POSTS_MOST = 5_000;
const TEXTS_MOST = 2_000;

/** A post that may belong to a spike: on a board, or said to us. */
export interface SpikePost {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly author: string | null;
  readonly alike: string;
  readonly at: Date;
  readonly text: string;
  readonly sentiment: Sentiment | null;
  readonly urgency: number | null;
  readonly followers: number | null;
  /** Of what is said to us. */
  readonly conversationId: string | null;
  readonly title: string | null;
}
export interface Watched {
  readonly boardId: string;
  /** Empty for what is said to us. */
  readonly name: string;
}

/** Boards on which enough was said lately that it is worth a look. */
export async function listLoudBoards(
  db: Reader,
  workspaceId: WorkspaceId,
  since: Date,
  fewest: number,
): Promise<readonly Watched[]> {
  const { rows } = await sql<Watched>`
    select v.board_id as "boardId", coalesce(b.name, '') as name
    from (select board_id, sum(positive + neutral + negative + unclear) as posts from voice_hours
      where workspace_id = ${workspaceId} and hour >= ${since} group by board_id) v
    left join boards b on b.workspace_id = ${workspaceId} and b.id = v.board_id
    where v.posts >= ${fewest} and (v.board_id = ${SAID_TO_US} or (b.id is not null and b.removed_at is null))
    union
    select s.board_id, coalesce(b.name, '') from spikes s
    left join boards b on b.workspace_id = ${workspaceId} and b.id = s.board_id
    where s.workspace_id = ${workspaceId} and s.ended_at is null`.execute(db);
  return rows;
}

/** How many spoke in each hour, over all networks. */
export async function readMoodCounts(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  since: Date,
): Promise<readonly MoodCount[]> {
  const { rows } = await sql<MoodCount>`
    select hour, sum(positive + neutral + negative + unclear)::integer as posts, sum(negative)::integer as negative
    from voice_hours where workspace_id = ${workspaceId} and board_id = ${boardId} and hour >= ${since} group by hour`.execute(
    db,
  );
  return rows;
}

/** What was said in between, the newest. */
export async function readSpikePosts(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  { since, until }: { readonly since: Date; readonly until: Date },
): Promise<readonly SpikePost[]> {
  const { rows } = await (boardId === SAID_TO_US
    ? sql<SpikePost>`
      select m.id, m.inbox_id as "inboxId", m.identity_id::text as author, md5(m.search) as alike, m.sent_at as at, m.text,
        ${labelIn('m', 'sentiment')} as sentiment, ${labelIn('m', 'urgency')}::integer as urgency,
        null::integer as followers, m.conversation_id as "conversationId",
        coalesce(nullif(t.title, ''), left(p.content ->> 'text', 120)) as title
      from messages m
      left join threads t on t.workspace_id = ${workspaceId} and t.id = m.thread_id
      left join posts p on p.workspace_id = ${workspaceId} and p.thread_id = m.thread_id
      where m.workspace_id = ${workspaceId} and m.conversation_id is not null and m.sent_at >= ${since} and m.sent_at <= ${until} and m.direction = 'inbound'
        and m.reach in ('owned_public', 'earned') and not m.is_history and m.deleted_at is null
      order by m.sent_at desc, m.id desc limit ${POSTS_MOST}`
    : sql<SpikePost>`
      select h.id, h.inbox_id as "inboxId", h.author_id as author, h.alike_id::text as alike, h.said_at as at, h.text, h.sentiment, h.urgency,
        (h.author ->> 'followers')::integer as followers, null::uuid as "conversationId", null as title
      from board_hits b join hits h on h.workspace_id = ${workspaceId} and h.id = b.hit_id
      where b.workspace_id = ${workspaceId} and b.board_id = ${boardId} and b.said_at >= ${since} and b.said_at <= ${until} and h.state <> 'gone'
      order by b.said_at desc, b.hit_id desc limit ${POSTS_MOST}`
  ).execute(db);
  return rows;
}

/** What was said before that, to compare words with: the newest. */
export async function readTextsBefore(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  until: Date,
): Promise<readonly { readonly text: string; readonly once: string }[]> {
  const { rows } = await (boardId === SAID_TO_US
    ? sql<{ text: string; once: string }>`
      select left(m.text, 600) as text, coalesce(m.identity_id::text, '') || md5(m.search) as once from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id is not null and m.sent_at < ${until} and m.direction = 'inbound'
        and m.reach in ('owned_public', 'earned') and m.deleted_at is null
      order by m.sent_at desc, m.id desc limit ${TEXTS_MOST}`
    : sql<{ text: string; once: string }>`
      select left(h.text, 600) as text, coalesce(h.author_id, '') || h.alike_id as once
      from board_hits b join hits h on h.workspace_id = ${workspaceId} and h.id = b.hit_id
      where b.workspace_id = ${workspaceId} and b.board_id = ${boardId} and b.said_at < ${until} and h.state <> 'gone'
      order by b.said_at desc, b.hit_id desc limit ${TEXTS_MOST}`
  ).execute(db);
  return rows;
}

/** The brand's own words, which everybody says there. @param boardId null: of all boards of our own */
export async function readBrandWords(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string | null,
): Promise<readonly string[]> {
  const which = boardId ? sql`r.board_id = ${boardId}` : sql`b.kind = 'own'`;
  const { rows } = await sql<{ word: string }>`
    select distinct jsonb_array_elements_text(r.body -> 'brand') as word from listening_rules r
    join boards b on b.workspace_id = ${workspaceId} and b.id = r.board_id
    where r.workspace_id = ${workspaceId} and r.removed_at is null and ${which}`.execute(db);
  return rows.map(({ word }) => word);
}

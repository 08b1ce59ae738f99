import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { HOURS_READ_MS, type HourOfMood, type Mood } from '../../core/listening/voice.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';
import { SAID_TO_US } from './spikes.ts';

/** The newest say which languages and which words. */
const NEWEST = 2_000;

const MOODS = sql`sum(positive)::integer as positive, sum(neutral)::integer as neutral,
  sum(negative)::integer as negative, sum(unclear)::integer as unclear`;

/**
 * Hours are counted by network, not by inbox: whoever may not see some inbox is told of the networks of which they see
 * every one. Null: of all.
 */
export async function channelsSeen(
  db: Reader,
  workspaceId: WorkspaceId,
  visible: readonly InboxId[] | null,
): Promise<readonly string[] | null> {
  if (visible === null) return null;
  const { rows } = await sql<{ channel: string }>`select channel from inboxes
    where workspace_id = ${workspaceId} group by channel having bool_and(id = any(${[...visible]}::uuid[]))`.execute(
    db,
  );
  return rows.map(({ channel }) => channel);
}

const onThese = (channels: readonly string[] | null) =>
  channels === null ? sql`true` : sql`channel = any(${[...channels]}::text[])`;

/** Hour by hour, over the networks. */
export async function readVoiceHours(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  { since, channels }: { readonly since: Date; readonly channels: readonly string[] | null },
): Promise<readonly HourOfMood[]> {
  const { rows } = await sql<HourOfMood>`select hour, ${MOODS} from voice_hours
    where workspace_id = ${workspaceId} and board_id = ${boardId} and hour >= ${since} and ${onThese(channels)} group by hour`.execute(
    db,
  );
  return rows;
}

/** Hours that no range reaches back to. */
export async function pruneVoiceHours(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`delete from voice_hours where workspace_id = ${workspaceId} and hour < ${new Date(now.getTime() - HOURS_READ_MS)}`.execute(
    tx,
  );
}

export interface VoicePart extends Mood {
  readonly boardId: string;
  readonly channel: string;
  /** Posts in as long a time before. */
  readonly before: number;
}

/** Who was spoken of where, within a range and how much in as long a time before it. @param boardId null: every board */
export async function readVoiceParts(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string | null,
  {
    from,
    before,
    channels,
  }: { readonly from: Date; readonly before: Date; readonly channels: readonly string[] | null },
): Promise<readonly VoicePart[]> {
  const which = boardId === null ? sql`true` : sql`board_id = ${boardId}`;
  const within = (mood: string) => sql`coalesce(sum(${sql.ref(mood)}) filter (where hour >= ${from}), 0)::integer`;
  const { rows } = await sql<VoicePart>`
    select board_id as "boardId", channel, ${within('positive')} as positive, ${within('neutral')} as neutral,
      ${within('negative')} as negative, ${within('unclear')} as unclear,
      coalesce(sum(positive + neutral + negative + unclear) filter (where hour < ${from}), 0)::integer as before
    from voice_hours where workspace_id = ${workspaceId} and ${which} and hour >= ${before} and ${onThese(channels)}
    group by board_id, channel`.execute(db);
  return rows;
}

export interface SaidLately {
  readonly text: string;
  readonly once: string;
  readonly language: string | null;
}

/** The newest posts of a range, for its words and languages. */
export async function readSaidLately(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  { since, visible }: { readonly since: Date; readonly visible: readonly InboxId[] | null },
): Promise<readonly SaidLately[]> {
  const { rows } = await (boardId === SAID_TO_US
    ? sql<SaidLately>`
      select left(m.text, 600) as text, coalesce(m.identity_id::text, '') || md5(m.search) as once, m.language from messages m
      where m.workspace_id = ${workspaceId} and m.conversation_id is not null and m.sent_at >= ${since} and m.direction = 'inbound'
        and m.reach in ('owned_public', 'earned') and m.deleted_at is null and ${inInboxes(visible, 'm')}
      order by m.sent_at desc, m.id desc limit ${NEWEST}`
    : sql<SaidLately>`
      select left(h.text, 600) as text, coalesce(h.author_id, '') || h.alike_id as once, h.language
      from board_hits b join hits h on h.workspace_id = ${workspaceId} and h.id = b.hit_id
      where b.workspace_id = ${workspaceId} and b.board_id = ${boardId} and b.said_at >= ${since} and h.state <> 'gone'
        and ${inInboxes(visible, 'h')}
      order by b.said_at desc, b.hit_id desc limit ${NEWEST}`
  ).execute(db);
  return rows;
}

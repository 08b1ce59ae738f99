import { type RawBuilder, sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Sentiment } from '../../core/understanding/understood.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** One thing that a customer said. */
export interface Heard {
  readonly inboxId: InboxId;
  readonly at: Date;
  /** The network had not told us: a comparison with its own list did. */
  readonly isRecovered: boolean;
}

/** One thing that somebody said in public: on a board, or to us. */
export interface Voice {
  readonly boardId: string;
  readonly channel: string;
  readonly at: Date;
  /** Null: it cannot be told. */
  readonly mood: Sentiment | null;
}

const HOUR_MS = 3_600_000;
const hourOf = ({ at }: { readonly at: Date }) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS).toISOString();

/** Counts them in the hours in which they were said: for the rhythm of each inbox, and of how many speak and how. */
export async function noteHeard(
  tx: Tx,
  workspaceId: WorkspaceId,
  heard: readonly Heard[],
  voices: readonly Voice[] = [],
): Promise<void> {
  if (heard.length === 0 && voices.length === 0) return;
  const groups = Map.groupBy(heard, (one) => `${one.inboxId} ${hourOf(one)}`);
  const rows = [...groups.values()].flatMap((ones) => {
    const [first] = ones;
    if (!first) return [];
    const recovered = ones.filter(({ isRecovered }) => isRecovered).length;
    return [{ inboxId: first.inboxId, hour: hourOf(first), heard: ones.length, recovered }];
  });
  // In one order, or two batches could wait for each other.
  rows.sort((a, b) => (a.inboxId + a.hour < b.inboxId + b.hour ? -1 : 1));
  const rhythm = sql`insert into inbox_hours (workspace_id, inbox_id, hour, heard, recovered)
    select ${workspaceId}, r."inboxId", r.hour, r.heard, r.recovered
    from json_to_recordset(${jsonRows(rows)}) as r ("inboxId" uuid, hour timestamptz, heard integer, recovered integer)
    on conflict (workspace_id, inbox_id, hour) do update
      set heard = inbox_hours.heard + excluded.heard, recovered = inbox_hours.recovered + excluded.recovered`;
  if (voices.length === 0) await rhythm.execute(tx);
  else await sql`with rhythm as (${rhythm}) ${countVoices(workspaceId, voices)}`.execute(tx);
}

function countVoices(workspaceId: WorkspaceId, voices: readonly Voice[]): RawBuilder<unknown> {
  const groups = Map.groupBy(voices, (one) => `${one.boardId} ${one.channel} ${hourOf(one)}`);
  const rows = [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, ones]) => {
      const [first] = ones;
      const count = (mood: Voice['mood']) => ones.filter((one) => one.mood === mood).length;
      if (!first) return [];
      const { boardId, channel } = first;
      const moods = {
        positive: count('positive'),
        neutral: count('neutral'),
        negative: count('negative'),
        unclear: count(null),
      };
      return [{ boardId, channel, hour: hourOf(first), ...moods }];
    });
  return sql`insert into voice_hours as v (workspace_id, board_id, channel, hour, positive, neutral, negative, unclear)
    select ${workspaceId}, r."boardId", r.channel, r.hour, r.positive, r.neutral, r.negative, r.unclear
    from json_to_recordset(${jsonRows(rows)}) as r ("boardId" uuid, channel text, hour timestamptz, positive integer, neutral integer, negative integer, unclear integer)
    on conflict (workspace_id, board_id, channel, hour) do update set positive = v.positive + excluded.positive,
      neutral = v.neutral + excluded.neutral, negative = v.negative + excluded.negative, unclear = v.unclear + excluded.unclear`;
}

/** Whether webhooks brought messages of an inbox in a time, and a comparison found none that they had not. */
export async function wasTold(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<boolean> {
  const { rows } = await sql<{ told: number; recovered: number }>`
    select coalesce(sum(heard - recovered), 0)::integer as told, coalesce(sum(recovered), 0)::integer as recovered
    from inbox_hours where workspace_id = ${workspaceId} and inbox_id = ${inboxId}
      and hour > ${new Date(from.getTime() - HOUR_MS)} and hour <= ${to}`.execute(tx);
  const [row] = rows;
  return row !== undefined && row.told > 0 && row.recovered === 0;
}

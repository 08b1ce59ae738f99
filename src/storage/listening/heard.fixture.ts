import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { BoardKind, ListeningBody } from '../../core/listening/listening-rule.ts';
import { bodyOf } from '../../core/listening/rule.fixture.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Sentiment, Understood } from '../../core/understanding/understood.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows } from '../rows.ts';

export async function addBoardRow(
  db: Database,
  workspaceId: WorkspaceId,
  {
    name = `Board ${newId<string>().slice(-6)}`,
    kind = 'own',
  }: { readonly name?: string; readonly kind?: BoardKind } = {},
): Promise<string> {
  const id = newId<string>();
  await db.alone((tx) =>
    sql`insert into boards (workspace_id, id, name, kind, position, created_at)
      values (${workspaceId}, ${id}, ${name}, ${kind}, 1, now())`.execute(tx),
  );
  return id;
}

export interface HeardPost {
  readonly at: Date;
  readonly text?: string;
  readonly author?: string;
  readonly followers?: number;
  readonly sentiment?: Sentiment | null;
  readonly language?: string;
  readonly permalink?: string;
  /** Says nearly what this earlier one of the same call says. */
  readonly alikeTo?: number;
  readonly channel?: string;
  readonly understood?: Understood;
}

/** Posts on a board, with the hours in which they were said counted, as filing would write them. @returns their ids */
export async function addHeard(
  db: Database,
  workspaceId: WorkspaceId,
  {
    boardId,
    inboxId,
    ruleId = newId<string>(),
  }: { readonly boardId: string; readonly inboxId: InboxId; readonly ruleId?: string },
  posts: readonly HeardPost[],
): Promise<readonly string[]> {
  const ids = posts.map(() => newId<string>());
  const rows = posts.map((post, nth) => {
    const { at, text = `Kettleco said nothing ${nth}`, author = `author ${nth}`, sentiment = null } = post;
    return {
      id: ids[nth],
      channel: post.channel ?? 'x',
      text,
      search: foldForSearch(text),
      author_id: author,
      author: { name: author, handle: author.replaceAll(' ', ''), avatarUrl: null, followers: post.followers ?? null },
      said_at: at.toISOString(),
      hour: new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000).toISOString(),
      sentiment,
      language: post.language ?? 'en',
      permalink: post.permalink ?? null,
      alike_id: ids[post.alikeTo ?? nth],
      understood: post.understood ?? null,
      event: {
        kind: 'message',
        account: inboxId,
        id: ids[nth],
        thread: { id: ids[nth], kind: 'post', reach: 'earned' },
        author: { kind: 'contact', person: { id: author, scope: '', name: author } },
        content: { text, attachments: [] },
        sentAt: at.toISOString(),
        isOverheard: true,
      },
      because: [
        {
          ruleId,
          boardId,
          becomes: 'board',
          because: [{ kind: 'brand', form: 'plain', word: 'kettleco', from: 0, to: 8 }],
        },
      ],
    };
  });
  const set = sql`json_to_recordset(${jsonRows(rows)}) as r (id uuid, channel text, text text, search text, author_id text, author jsonb,
    said_at timestamptz, hour timestamptz, sentiment text, language text, permalink text, alike_id uuid, understood jsonb, event jsonb, because jsonb)`;
  await db.transaction(async (tx) => {
    await sql`insert into hits (workspace_id, id, channel, external_id, local_id, inbox_id, event, author_id, author, text, search, permalink, said_at, found_at,
        language, sentiment, understood, because, alike_id, state, changed_at)
      select ${workspaceId}, r.id, r.channel, r.id::text, r.id::text, ${inboxId}, r.event, r.author_id, r.author, r.text, r.search, r.permalink, r.said_at, r.said_at,
        r.language, r.sentiment, r.understood, r.because, r.alike_id, 'waiting', now() from ${set}`.execute(tx);
    await sql`insert into board_hits (workspace_id, board_id, hit_id, said_at, is_waiting)
      select ${workspaceId}, ${boardId}, r.id, r.said_at, true from ${set}`.execute(tx);
    await sql`insert into voice_hours (workspace_id, board_id, channel, hour, positive, neutral, negative, unclear)
      select ${workspaceId}, ${boardId}, r.channel, r.hour, count(*) filter (where r.sentiment = 'positive'),
        count(*) filter (where r.sentiment = 'neutral'), count(*) filter (where r.sentiment = 'negative'), count(*) filter (where r.sentiment is null)
      from ${set} group by r.channel, r.hour
      on conflict (workspace_id, board_id, channel, hour) do update set positive = voice_hours.positive + excluded.positive,
        neutral = voice_hours.neutral + excluded.neutral, negative = voice_hours.negative + excluded.negative,
        unclear = voice_hours.unclear + excluded.unclear`.execute(tx);
  });
  return ids;
}

/** So many posts in each hour of the weeks before, counted and not kept. */
export async function addPastHours(
  db: Database,
  workspaceId: WorkspaceId,
  {
    boardId,
    perHour,
    weeks = 4,
    now,
  }: { readonly boardId: string; readonly perHour: number; readonly weeks?: number; readonly now: Date },
): Promise<void> {
  await db.alone((tx) =>
    sql`insert into voice_hours (workspace_id, board_id, channel, hour, neutral)
      select ${workspaceId}, ${boardId}, 'x', h, ${perHour}::integer
      from generate_series(date_trunc('hour', ${now}::timestamptz) - make_interval(weeks => ${weeks}::integer),
        date_trunc('hour', ${now}::timestamptz) - interval '1 hour', interval '1 hour') h
      on conflict do nothing`.execute(tx),
  );
}

export const listeningBody = (boardId: string, more: Partial<ListeningBody> = {}): ListeningBody =>
  bodyOf({
    name: `Rule ${newId<string>().slice(-6)}`,
    boardId,
    brand: ['Kettleco'],
    forms: ['plain', 'hashtag', 'handle'],
    ...more,
  });

import { type RawBuilder, sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../core/ids.ts';
import { type Sought, soughtIn } from '../core/text/fold.ts';
import { type ConversationRow, readConversationRows } from './conversations/rows.ts';
import type { Reader } from './database.ts';

/** So many of the newest messages are looked through one by one: a common word is found among them at once. */
const NEWEST = 20_000;
/** A rarer one is looked up in the index, which knows no order: more hits than this are not all sorted. */
const MOST_HITS = 10_000;

export interface Hit {
  readonly messageId: MessageId;
  readonly conversation: ConversationRow;
  readonly text: string;
  readonly sentAt: Date;
}

/**
 * Messages in which every word of the query begins a word, newest first.
 * @returns `isComplete` false: there are more hits than were looked at
 */
export async function searchMessages(
  db: Reader,
  workspaceId: WorkspaceId,
  query: string,
  limit: number,
  newest: number = NEWEST,
): Promise<{ readonly hits: readonly Hit[]; readonly isComplete: boolean }> {
  const sought = soughtIn(query);
  if (sought.length === 0) return { hits: [], isComplete: true };
  const recent = await findAmongNewest(db, workspaceId, sought, newest, limit + 1);
  const found = recent.length > limit ? recent : await findInIndex(db, workspaceId, sought, limit);
  const hits = found.slice(0, limit);
  const conversations = new Map(
    (await readConversationRows(db, workspaceId, [...new Set(hits.map(({ conversationId }) => conversationId))])).map(
      (row) => [row.id, row],
    ),
  );
  return {
    hits: hits.flatMap(({ conversationId, ...hit }) => {
      const conversation = conversations.get(conversationId);
      return conversation ? [{ ...hit, conversation }] : [];
    }),
    isComplete: found.length <= limit,
  };
}

interface Found {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly sentAt: Date;
}
const COLUMNS = sql`h.id as "messageId", h.conversation_id as "conversationId", h.text, h.sent_at as "sentAt"`;

/** Ids sort by the time of filing, so the primary key is read backwards and left as soon as there are enough. */
async function findAmongNewest(
  db: Reader,
  workspaceId: WorkspaceId,
  sought: readonly Sought[],
  newest: number,
  limit: number,
) {
  const { rows } = await sql<Found>`
    select ${COLUMNS} from (
      select m.id, m.conversation_id, m.text, m.sent_at, m.words from messages m where m.workspace_id = ${workspaceId}
      order by m.id desc limit ${sql.lit(newest)}) h
    where h.words @@ ${wordsOf(sought)} and h.conversation_id is not null limit ${limit}`.execute(db);
  return rows;
}

async function findInIndex(db: Reader, workspaceId: WorkspaceId, sought: readonly Sought[], limit: number) {
  const { rows } = await sql<Found>`
    select ${COLUMNS} from (
      select m.id, m.conversation_id, m.text, m.sent_at from messages m
      where m.workspace_id = ${workspaceId} and m.words @@ ${wordsOf([workspaceWord(workspaceId), ...sought])}
        and m.conversation_id is not null limit ${sql.lit(MOST_HITS)}) h
    order by h.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

type Wanted = Sought | { readonly kind: 'exact'; readonly word: string };
const workspaceWord = (workspaceId: WorkspaceId): Wanted => ({ kind: 'exact', word: `#${workspaceId}` });

/** Words are folded to letters and digits before: nothing in them is syntax of a tsquery. */
function wordsOf(wanted: readonly Wanted[]): RawBuilder<unknown> {
  const terms = wanted.map((one) => {
    if (one.kind === 'exact') return `'${one.word}'`;
    return one.kind === 'word' ? `'${one.beginning}':*` : `(${one.pairs.map((pair) => `'${pair}'`).join(' <-> ')})`;
  });
  return sql`${terms.join(' & ')}::tsquery`;
}

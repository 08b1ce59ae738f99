import { type RawBuilder, sql } from 'kysely';
import type { View } from '../../core/conversation/view.ts';
import type { AgentId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../changes.ts';
import type { Reader } from '../database.ts';
import { badCursor, readCursor, writeCursor } from './cursor.ts';
import { type ConversationRow, readConversationRows } from './rows.ts';
import { type Place, type Stretch, stretchesOf } from './stretches.ts';

export interface ListRequest {
  readonly view: View;
  readonly inboxId?: InboxId | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Whose "mine"; null: an API token, nothing is its own. */
  readonly agentId: AgentId | null;
}
export interface ConversationPage {
  readonly rows: readonly ConversationRow[];
  readonly cursor: string | null;
  /** Changes after this one may not be in the page. */
  readonly seq: number;
}

/** A page of a view. Throws `bad_cursor`. */
export async function listConversations(
  db: Reader,
  workspaceId: WorkspaceId,
  request: ListRequest,
  now: Date,
): Promise<ConversationPage> {
  // First: what is committed between this and the page is told again rather than missed.
  const seq = await readSeq(db, workspaceId);
  const { ids, cursor } = await findIds(db, workspaceId, request, now);
  return { rows: await readConversationRows(db, workspaceId, ids), cursor, seq };
}

/** The ids of a page. Apart from the details, so that joins are made for one page's rows only. */
export async function findIds(
  db: Reader,
  workspaceId: WorkspaceId,
  request: ListRequest,
  now: Date,
): Promise<{ readonly ids: readonly ConversationId[]; readonly cursor: string | null }> {
  const stretches = stretchesOf(request.view, request.agentId, now);
  const start = request.cursor === undefined ? null : readStart(request.cursor, stretches);
  const found: Place[] = [];
  for (const [index, stretch] of stretches.entries()) {
    if (start && index < start.stretch) continue;
    const parts = start?.stretch === index ? stretch.order.after(start) : [sql`true`];
    for (const part of parts) {
      // One more than asked for says whether there is a next page.
      const wanted = request.limit + 1 - found.length;
      if (wanted > 0) found.push(...(await readPart(db, workspaceId, request.inboxId, stretch, part, index, wanted)));
    }
  }
  const page = found.slice(0, request.limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    cursor: last && found.length > request.limit ? writeCursor(last) : null,
  };
}

async function readPart(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId | undefined,
  { where, order }: Stretch,
  part: RawBuilder<unknown>,
  stretch: number,
  limit: number,
): Promise<readonly Place[]> {
  const inInbox = inboxId ? sql`and c.inbox_id = ${inboxId}::uuid` : sql``;
  const { rows } = await sql<Omit<Place, 'stretch'>>`
    select c.id, ${order.keys} as keys from conversations c
    where c.workspace_id = ${workspaceId} ${inInbox} and ${where} and ${part} order by ${order.by} limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, stretch }));
}

/** A cursor of another list is refused here: the database would only say that a date is no number. */
function readStart(cursor: string, stretches: readonly Stretch[]): Place {
  const place = readCursor(cursor);
  const types = stretches[place.stretch]?.order.keyTypes;
  if (!types || types.length !== place.keys.length || !place.keys.every((key, index) => typeof key === types[index]))
    throw badCursor();
  return place;
}

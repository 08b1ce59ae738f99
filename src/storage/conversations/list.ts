import { type RawBuilder, sql } from 'kysely';
import type { Filter, Sort } from '../../core/conversation/filter.ts';
import { certainOf } from '../../core/conversation/narrow.ts';
import type { View } from '../../core/conversation/view.ts';
import type { AgentId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../changes.ts';
import type { Reader } from '../database.ts';
import { asUuids } from '../uuids.ts';
import { badCursor, markOf, readCursor, writeCursor } from './cursor.ts';
import type { Place } from './orders.ts';
import { type ConversationRow, readConversationRows } from './rows.ts';
import { type ListOf, type Stretch, stretchesOf } from './stretches.ts';
import { type Pace, readPart } from './walk.ts';

/**
 * How a rare filter is looked for among everything: pieces of so many conversations, each read in some ten milliseconds,
 * so that others get their turn; a page that is not full after `ms` is given as it is, with the cursor to look on from.
 */
const PACE: Pace = { piece: 10_000, ms: 300, few: 5_000 };

export interface ListRequest {
  readonly view: View;
  readonly inboxId?: InboxId | undefined;
  /** All of which must fit; `me` and `mine` are resolved. */
  readonly filters?: readonly Filter[] | undefined;
  readonly sort?: Sort | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Whose "mine"; null: an API token, nothing is its own. */
  readonly agentId: AgentId | null;
  /** The inboxes that whoever asks may see. Null: all. */
  readonly visible?: readonly InboxId[] | null;
  readonly pace?: Pace;
}
export interface ConversationPage {
  readonly rows: readonly ConversationRow[];
  /** Where to read on. A page of a rare filter may be short, even empty, and still have more after it. */
  readonly cursor: string | null;
  /** Changes after this one may not be in the page. */
  readonly seq: number;
}

/** A page of a list. Throws `bad_cursor`. */
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
  const { limit, agentId, view, filters = [], sort = null } = request;
  const list: ListOf = { view, filters, sort, agentId };
  const mark = markOf([view, filters, sort, request.inboxId ?? null]);
  const stretches = stretchesOf(list, workspaceId, now);
  const start = request.cursor === undefined ? null : readStart(mark, request.cursor, stretches);
  const inboxIds = inboxesOf(request);
  const { pace = PACE } = request;
  const search = { workspaceId, inboxIds, filters, pace, until: performance.now() + pace.ms };
  const found: Place[] = [];
  let stoppedAt: Place | null = null;
  for (const [index, stretch] of stretches.entries()) {
    if (inboxIds?.length === 0 || stoppedAt || (start && index < start.stretch)) continue;
    const parts: readonly RawBuilder<unknown>[] = start?.stretch === index ? stretch.order.after(start) : [sql`true`];
    for (const part of parts) {
      // One more than asked for says whether there is a next page.
      const wanted = limit + 1 - found.length;
      if (wanted <= 0 || stoppedAt) continue;
      const read = await readPart(db, search, stretch, part, index, wanted);
      found.push(...read.places);
      stoppedAt = read.stoppedAt;
    }
  }
  const page = found.slice(0, limit);
  const end = found.length > limit ? page.at(-1) : stoppedAt;
  return { ids: page.map(({ id }) => id), cursor: end ? writeCursor(mark, end) : null };
}

/** Where all of it must lie. Null: anywhere. */
export function inboxesOf({
  inboxId,
  filters = [],
  visible = null,
}: Pick<ListRequest, 'inboxId' | 'filters' | 'visible'>): readonly InboxId[] | null {
  const named = certainOf(filters).inboxIds;
  const certain = named && (asUuids(named) as readonly InboxId[]);
  const sets = [inboxId ? [inboxId] : null, certain, visible].filter((set) => set !== null);
  const [first, ...rest] = sets;
  return first ? first.filter((id) => rest.every((set) => set.includes(id))) : null;
}

/** A cursor of another list is refused here: the database would only say that a date is no number. */
function readStart(mark: string, cursor: string, stretches: readonly Stretch[]): Place {
  const place = readCursor(mark, cursor);
  const types = stretches[place.stretch]?.order.keyTypes;
  if (!types || types.length !== place.keys.length || !place.keys.every((key, index) => typeof key === types[index]))
    throw badCursor();
  return place;
}

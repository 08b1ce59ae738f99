import { z } from 'zod';
import { type Cursor, type Pulled, Trouble } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import { id as Id, moment } from '../shared/shapes.ts';
import { MESSAGES } from './asking.ts';
import { beside } from './beside.ts';
import { isLater } from './mark.ts';
import { troubleOf, WORDS } from './outcome.ts';
import { NO_LIST, pageIn } from './page.ts';
import type { Reading } from './pull-posts.ts';
import { Day, DEAREST } from './spending.ts';

/** The list has no "since": it is read from the top until it is below what was read before. */
const MessagesCursor = z.object({
  newest: z.string().nullable(),
  /** The ids that were read last, newest first. */
  seen: z.array(z.string()),
  /** Exact to an hour while nothing comes. */
  readUntil: z.string(),
  deeper: z
    .object({
      /** Null: from the top again, down to the same floor. */
      token: z.string().nullable(),
      floor: z.string().nullable(),
      newest: z.string(),
      /** What was written before this is history; null: none of it is. */
      historyUntil: z.string().nullable(),
    })
    .nullable(),
  spent: Day.optional().catch(undefined),
});
type MessagesCursor = z.infer<typeof MessagesCursor>;

const HOUR_MS = 3_600_000;
/** Source: X docs, "Direct Messages lookup", as of 2026-08. */
const REACH_MS = 30 * 86_400_000;
const PATH = '/2/dm_events';
/** The first page is mostly known already, and what is known is charged again every day. */
const FIRST_PAGE = 10;
const NEXT_PAGE = 100;
const PAGES = 3;
const OVERLAP_MS = 10 * 60_000;
const REMEMBERED = 200;

const Event = z.looseObject({ id: Id, created_at: moment });

export async function pullMessages(reading: Reading, cursor: Cursor | null, historyMs: number): Promise<Pulled> {
  const { api, spending, now } = reading;
  const before = MessagesCursor.safeParse(cursor).data ?? null;
  const quota = spending.quota();
  if (api.restsUntil(PATH) !== undefined) return { entries: [], cursor, more: false, quota };
  const begun = before?.deeper ?? {
    floor: before?.newest ?? null,
    newest: before?.newest ?? null,
    historyUntil: before ? null : now.toISOString(),
  };
  const historyUntil = begun.historyUntil === null ? null : Date.parse(begun.historyUntil);
  const oldestAt = now.getTime() - Math.min(historyMs, REACH_MS);
  const entries: (ReturnType<typeof pulledEntry> & { readonly id: string })[] = [];
  const lateAt = before ? Date.parse(before.readUntil) - OVERLAP_MS : 0;
  const seen = new Set(before?.seen);
  let newest = begun.newest;
  let token = before?.deeper?.token ?? undefined;
  let isDone = false;
  for (let pages = 0; pages < PAGES && !isDone; pages += 1) {
    const affordable = spending.leftFor('messages', DEAREST.message);
    if (affordable < 1) {
      if (pages === 0) throw spending.usedUp();
      break;
    }
    const size = Math.min(affordable, token === undefined && before ? FIRST_PAGE : NEXT_PAGE);
    const answer = await api.get(PATH, { ...MESSAGES, max_results: size, pagination_token: token });
    // how to go on is told for a while only; what was read already is known by its id
    if (!answer.ok && answer.status === 400 && pages === 0 && token !== undefined && before?.deeper)
      return { entries: [], cursor: { ...before, deeper: { ...before.deeper, token: null } }, more: true, quota };
    if (!answer.ok && answer.status === 403) throw new Trouble('misconfigured', WORDS.rights);
    if (!answer.ok) throw troubleOf(answer);
    const page = pageIn(answer.body);
    if (!page) throw new Trouble('unavailable', NO_LIST);
    const { data, includes, meta } = page;
    for (const raw of data) {
      const event = Event.safeParse(raw).data;
      if (!event) continue;
      spending.charge('messages', 'message', [event.id]);
      if (newest === null || isLater(event.id, newest)) newest = event.id;
      const isBelow = begun.floor !== null && !isLater(event.id, begun.floor);
      const at = event.created_at.getTime();
      const isTooOld = at < (historyUntil === null ? lateAt : oldestAt);
      if (isTooOld || isBelow) isDone = true;
      const isHistory = historyUntil !== null && at < historyUntil;
      // one that was listed late stands below others: it is news until it was seen
      if (!isTooOld && !seen.has(event.id))
        entries.push({ id: event.id, ...pulledEntry({ dm: raw, includes: beside(raw, includes) }, isHistory) });
    }
    const users = Array.isArray(includes.users) ? includes.users : [];
    spending.charge(
      'messages',
      'user',
      users.flatMap((one) => z.looseObject({ id: Id }).safeParse(one).data?.id ?? []),
    );
    if (meta.next_token === undefined || meta.next_token === token) isDone = true;
    token = meta.next_token;
  }
  const isNews = entries.length > 0 || before?.deeper != null;
  const isOld = !before || now.getTime() - Date.parse(before.readUntil) > HOUR_MS;
  const readUntil = before && !isNews && !isOld ? before.readUntil : now.toISOString();
  const isStuck = !isDone && (token === undefined || newest === null);
  const kept = { seen: [...entries.map(({ id }) => id), ...seen].slice(0, REMEMBERED), spent: spending.day() };
  const next: MessagesCursor =
    isDone || isStuck
      ? { ...kept, newest, readUntil, deeper: null }
      : {
          ...kept,
          newest: begun.floor,
          readUntil: before?.readUntil ?? new Date(oldestAt).toISOString(),
          deeper: {
            token: token ?? null,
            floor: begun.floor,
            newest: newest ?? '',
            historyUntil: begun.historyUntil,
          },
        };
  const missedFrom =
    before && isDone && Date.parse(before.readUntil) < now.getTime() - REACH_MS ? before.readUntil : null;
  return {
    entries: entries.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1)).map(({ headers, body }) => ({ headers, body })),
    cursor: next,
    more: !isDone && !isStuck && spending.leftFor('messages', DEAREST.message) >= 1,
    quota: spending.quota(),
    ...(missedFrom === null
      ? {}
      : {
          gap: {
            from: new Date(missedFrom),
            to: new Date(now.getTime() - REACH_MS),
            why: 'X lists direct messages of the last 30 days only.',
          },
        }),
  };
}

export const isMessagesOff = (error: unknown): boolean => error instanceof Trouble && error.kind === 'misconfigured';

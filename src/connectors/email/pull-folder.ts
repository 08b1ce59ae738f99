import type { ImapFlow } from 'imapflow';
import type { Pulled } from '../../core/channel/connector.ts';
import { type FolderCursor, writeCursor } from './cursor.ts';
import { fetchMails } from './fetch-mails.ts';
import { UidSet } from './uid-set.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How many days the count at the end of a run looks back, at least. */
const MIN_COUNTED_DAYS = 3;
const BATCH = 40;

export interface PullOptions {
  readonly historyDays: number;
  readonly now: Date;
}

/**
 * Reads the next mails of the selected folder. At the end of a run the server is asked for all UIDs of the
 * last days, and what was never handed over is fetched then: some servers show UIDs out of order.
 */
export async function pullFolder(client: ImapFlow, stored: FolderCursor | null, options: PullOptions): Promise<Pulled> {
  const mailbox = client.mailbox;
  if (!mailbox) throw new Error('No folder is selected.');
  const uidValidity = String(mailbox.uidValidity);
  const cursor = stored?.uidValidity === uidValidity ? stored : startOf(uidValidity, mailbox.uidNext, stored, options.now);
  const since = sinceOf(cursor, options);

  // `n:*` gives the newest mail even when n is above it.
  const isFirstReading = cursor.lastUid < cursor.historyUid || stored === null || stored.uidValidity !== uidValidity;
  const above = await searched(client, { uid: `${cursor.lastUid + 1}:*`, ...(isFirstReading ? { since } : {}) });
  const fresh = above.filter((uid) => uid > cursor.lastUid);
  const counted = fresh.length > BATCH ? null : await searched(client, { uid: '1:*', since });
  const missed = (counted ?? []).filter((uid) => uid <= cursor.lastUid && !cursor.seen.has(uid));
  const wanted = [...missed, ...fresh];

  const { entries, taken } = await fetchMails(client, wanted.slice(0, BATCH), (uid, arrived) => isHistory(cursor, uid, arrived));
  const handedOver = new Set(taken);
  const more = wanted.some((uid) => !handedOver.has(uid));
  const seen = cursor.seen.with(taken);
  const lastUid = Math.max(cursor.lastUid, ...taken.filter((uid) => fresh.includes(uid)), more ? 0 : mailbox.uidNext - 1 > cursor.lastUid && isFirstReading ? cursor.historyUid : 0);
  const isCounted = counted !== null && !more;
  return {
    entries,
    more,
    cursor: writeCursor({ ...cursor, lastUid, seen: isCounted ? UidSet.of(counted.filter((uid) => seen.has(uid))) : seen }),
    ...(isCounted ? { count: { onServer: counted.length, seen: counted.filter((uid) => seen.has(uid)).length } } : {}),
  };
}

/** A first run, or the server gave all mails new UIDs: then everything is read again and known ids drop what is old. */
function startOf(uidValidity: string, uidNext: number, stored: FolderCursor | null, now: Date): FolderCursor {
  return {
    uidValidity,
    lastUid: 0,
    historyUid: stored === null ? uidNext - 1 : 0,
    connectedAt: stored?.connectedAt ?? now.toISOString(),
    seen: UidSet.of([]),
  };
}

/** Far enough back for what the cursor vouches for; the day before, since SINCE knows days in the server's zone only. */
function sinceOf({ connectedAt }: FolderCursor, { historyDays, now }: PullOptions): Date {
  const first = new Date(connectedAt).getTime() - historyDays * DAY_MS;
  const days = Math.max(historyDays, MIN_COUNTED_DAYS);
  return new Date(Math.max(first, now.getTime() - days * DAY_MS));
}

const isHistory = ({ historyUid, connectedAt }: FolderCursor, uid: number, arrived: Date) =>
  uid <= historyUid || (historyUid === 0 && arrived.getTime() < new Date(connectedAt).getTime());

async function searched(client: ImapFlow, query: { uid: string; since?: Date }): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  return (found || []).toSorted((a, b) => a - b);
}

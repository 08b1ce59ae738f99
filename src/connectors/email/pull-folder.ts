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
 * Reads the next mails of the selected folder, oldest first. At the end of a run the server is asked for all
 * UIDs of the last days, and what was never handed over is fetched then: some servers show UIDs out of order.
 */
export async function pullFolder(client: ImapFlow, stored: FolderCursor | null, options: PullOptions): Promise<Pulled> {
  if (!client.mailbox) throw new Error('No folder is selected.');
  const uidValidity = String(client.mailbox.uidValidity);
  // Before the search: a mail that arrives in between must stay above `lastUid`.
  const uidNext = client.mailbox.uidNext || 1;
  const cursor = stored?.uidValidity === uidValidity ? stored : startOf(uidValidity, uidNext, stored, options.now);
  const since = sinceOf(cursor, options);

  // `n:*` gives the newest mail even when n is above it.
  const fresh = (
    await searched(client, { uid: `${cursor.lastUid + 1}:*`, ...(cursor.isFirstReading ? { since } : {}) })
  ).filter((uid) => uid > cursor.lastUid);
  const counted = fresh.length > BATCH ? null : await searched(client, { uid: '1:*', since });
  const missed = (counted ?? []).filter((uid) => uid <= cursor.lastUid && !cursor.seen.has(uid));
  const wanted = [...missed, ...fresh];

  const { entries, asked, taken } = await fetchMails(client, wanted.slice(0, BATCH), (uid, arrived) =>
    isHistory(cursor, uid, arrived),
  );
  const more = asked.length < wanted.length;
  const seen = cursor.seen.with(taken);
  const next = {
    ...cursor,
    lastUid: Math.max(cursor.lastUid, ...asked, more ? 0 : uidNext - 1),
    isFirstReading: cursor.isFirstReading && more,
  };
  if (counted === null || more) return { entries, more, cursor: writeCursor({ ...next, seen }) };
  const known = counted.filter((uid) => seen.has(uid)).length;
  return {
    entries,
    more,
    cursor: writeCursor({ ...next, seen: seen.from(counted[0] ?? uidNext) }),
    count: { onServer: counted.length, seen: known },
  };
}

/** A first run, or the server gave all mails new UIDs: then everything is read again and known ids drop what is old. */
function startOf(uidValidity: string, uidNext: number, stored: FolderCursor | null, now: Date): FolderCursor {
  return {
    uidValidity,
    lastUid: 0,
    isFirstReading: true,
    historyUid: stored === null ? uidNext - 1 : 0,
    connectedAt: stored?.connectedAt ?? now.toISOString(),
    seen: UidSet.empty(),
  };
}

/** As far back as the cursor vouches for. SINCE knows days only, so the first of them is whole. */
function sinceOf({ connectedAt }: FolderCursor, { historyDays, now }: PullOptions): Date {
  const first = new Date(connectedAt).getTime() - historyDays * DAY_MS;
  return new Date(Math.max(first, now.getTime() - Math.max(historyDays, MIN_COUNTED_DAYS) * DAY_MS));
}

/** After a UIDVALIDITY change UIDs say nothing about age; the time of connecting does. */
const isHistory = ({ historyUid, connectedAt }: FolderCursor, uid: number, arrived: Date) =>
  uid <= historyUid || arrived.getTime() < new Date(connectedAt).getTime() - DAY_MS;

async function searched(client: ImapFlow, query: { uid: string; since?: Date }): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!found) throw new Error('The mail server did not answer the search.');
  return found.toSorted((a, b) => a - b);
}

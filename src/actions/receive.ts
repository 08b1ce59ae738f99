import type { Cursor } from '../core/channel/connector.ts';
import type { InboxId, WorkspaceId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { saveCursor } from '../storage/filing/cursor.ts';
import { type Arrival, appendToLedger } from '../storage/ledger.ts';

export interface Receiver {
  /** Resolves after the commit, and only then may the network be told that it was received. */
  receive(workspaceId: WorkspaceId, arrivals: readonly Arrival[]): Promise<void>;
}

interface Group {
  arrivals: Arrival[];
  readonly waiting: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[];
}

/**
 * Requests that arrive while an insert is under way share the next one and its commit; a lone request waits for
 * nobody. One group a workspace, since no statement touches two. Two inserts at a time, and waiting some milliseconds
 * for company, were measured: neither takes more of them, and both cost processor time or delay.
 * @param maxGroup arrivals in one insert; bounds the memory of a statement
 */
export function createReceiver(db: Database, maxGroup = 400): Receiver {
  const groups = new Map<WorkspaceId, Group>();
  const busy = new Set<WorkspaceId>();

  const run = async (workspaceId: WorkspaceId) => {
    for (let group = next(groups, workspaceId); group; group = next(groups, workspaceId)) {
      const { arrivals, waiting } = group;
      try {
        for (let from = 0; from < arrivals.length; from += maxGroup)
          await db.alone((tx) => appendToLedger(tx, workspaceId, arrivals.slice(from, from + maxGroup)));
        for (const one of waiting) one.resolve();
      } catch (error) {
        for (const one of waiting) one.reject(error);
      }
    }
    busy.delete(workspaceId);
  };

  return {
    receive: (workspaceId, arrivals) =>
      new Promise<void>((resolve, reject) => {
        const group = groups.get(workspaceId) ?? { arrivals: [], waiting: [] };
        groups.set(workspaceId, group);
        group.arrivals.push(...arrivals);
        group.waiting.push({ resolve, reject });
        if (busy.has(workspaceId)) return;
        busy.add(workspaceId);
        // A turn of the event loop lets requests that came in one read of the sockets join.
        setImmediate(() => void run(workspaceId));
      }),
  };
}

function next(groups: Map<WorkspaceId, Group>, workspaceId: WorkspaceId): Group | undefined {
  const group = groups.get(workspaceId);
  groups.delete(workspaceId);
  return group;
}

/** What was pulled and the cursor it was pulled with, or neither: a killed reader reads the same again and skips nothing. */
export async function receiveWithCursor(
  db: Database,
  workspaceId: WorkspaceId,
  pulled: {
    readonly inboxId: InboxId;
    readonly stream: string;
    readonly cursor: Cursor;
    readonly arrivals: readonly Arrival[];
  },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await saveCursor(tx, workspaceId, pulled, now);
    await appendToLedger(tx, workspaceId, pulled.arrivals);
  });
}

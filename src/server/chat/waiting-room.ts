import type { WorkspaceId } from '../../core/ids.ts';
import { CHANGED } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';

/** Windows of one process that wait at the same time; more are answered at once and come back in a while. */
const MOST = 1_000;
/** A busy desk changes many times a second, and a window looks once. In milliseconds. */
const COALESCE_MS = 200;

/** Where windows wait for something new in their workspace. One line to the database, however many they are. */
export interface WaitingRoom {
  /** Resolves when something changed in the workspace, after `ms`, or at once when the room is full. */
  wait(workspaceId: WorkspaceId, ms: number): Promise<void>;
  isFull(): boolean;
  close(): Promise<void>;
}

export async function openWaitingRoom(db: Database): Promise<WaitingRoom> {
  const waiting = new Map<WorkspaceId, Set<() => void>>();
  const due = new Map<WorkspaceId, NodeJS.Timeout>();
  let count = 0;
  let isClosed = false;

  const wake = (workspaceId: WorkspaceId) => {
    if (due.has(workspaceId) || !waiting.has(workspaceId)) return;
    const timer = setTimeout(() => {
      due.delete(workspaceId);
      for (const go of waiting.get(workspaceId) ?? []) go();
    }, COALESCE_MS);
    due.set(workspaceId, timer);
  };
  const stop = await db.listen(CHANGED, (payload) => {
    if (payload !== '') wake(Number(payload) as WorkspaceId);
    else for (const workspaceId of waiting.keys()) wake(workspaceId);
  });

  return {
    isFull: () => isClosed || count >= MOST,
    wait: (workspaceId, ms) =>
      new Promise((resolve) => {
        if (isClosed || count >= MOST || ms <= 0) return resolve();
        const here = waiting.get(workspaceId) ?? new Set();
        waiting.set(workspaceId, here);
        count += 1;
        const go = () => {
          clearTimeout(timer);
          if (!here.delete(go)) return;
          count -= 1;
          if (here.size === 0) waiting.delete(workspaceId);
          resolve();
        };
        const timer = setTimeout(go, ms);
        here.add(go);
      }),
    async close() {
      isClosed = true;
      for (const timer of due.values()) clearTimeout(timer);
      for (const here of [...waiting.values()]) for (const go of [...here]) go();
      await stop();
    },
  };
}

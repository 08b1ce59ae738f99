import type { WorkspaceId } from '../../core/ids.ts';
import { CHANGED } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { createRoom, type Room, type Seat } from './room.ts';

/** The database is looked at once within this time, at once after a silence. In milliseconds. */
const COALESCE_MS = 10;
/** A notice may be lost with a line that broke silently: after this long we look without one, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** Tells browsers what changed. One per web node: it listens once, whatever the number of browsers. */
export interface ChangeFeed {
  /**
   * Tells `seat` everything that is there for it after `since` and from then on what happens, in order and nothing twice.
   * @returns how to leave
   */
  join(workspaceId: WorkspaceId, seat: Seat, since: number | null): Promise<() => void>;
  close(): Promise<void>;
}

export function createChangeFeed(db: Database, failed: (error: unknown) => void): ChangeFeed {
  const rooms = new Map<WorkspaceId, Room>();
  const due = new Set<Room>();
  let timer: NodeJS.Timeout | undefined;
  let lookedAt = 0;
  let listening: Promise<() => Promise<void>> | undefined;
  const looking = setInterval(() => lookIn(rooms.values()), LOOK_EVERY_MS);
  looking.unref();

  function lookIn(which: Iterable<Room>): void {
    for (const room of which) due.add(room);
    timer ??= setTimeout(look, Math.max(0, lookedAt + COALESCE_MS - performance.now()));
  }

  function look(): void {
    timer = undefined;
    lookedAt = performance.now();
    const now = [...due];
    due.clear();
    for (const room of now) room.catchUp().catch(failed);
  }

  function heard(payload: string): void {
    // Empty: the line broke and nobody knows what was said meanwhile.
    const room = rooms.get(Number(payload) as WorkspaceId);
    lookIn(payload === '' ? rooms.values() : room ? [room] : []);
  }

  async function listen(): Promise<void> {
    listening ??= db.listen(CHANGED, heard);
    await listening.catch((error) => {
      listening = undefined;
      throw error;
    });
  }

  function roomOf(workspaceId: WorkspaceId): Room {
    const room = rooms.get(workspaceId) ?? createRoom(db, workspaceId);
    rooms.set(workspaceId, room);
    return room;
  }

  return {
    join: async (workspaceId, seat, since) => {
      // Before the first look, or what is committed between the two would wait for the next notice.
      await listen();
      const room = roomOf(workspaceId);
      const leave = () => {
        room.leave(seat);
        if (room.isEmpty() && rooms.get(workspaceId) === room) rooms.delete(workspaceId);
      };
      await room.join(seat, since).catch((error) => {
        leave();
        throw error;
      });
      return leave;
    },
    close: async () => {
      clearInterval(looking);
      clearTimeout(timer);
      rooms.clear();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}

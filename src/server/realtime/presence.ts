import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { type Board, createBoard, type Place, TYPING_LASTS_MS } from '../../core/presence/board.ts';
import type { Database } from '../../storage/database.ts';
import { PRESENCE, type PresenceNotice, tellPresence } from '../../storage/presence.ts';
import type { Heard } from '../../wire/realtime.ts';
import type { Member } from './room.ts';

/** How often we say again where our people are, and look for those who fell silent, in milliseconds. */
const SAY_AGAIN_MS = 15_000;
const SWEEP_MS = 2_000;

interface Line {
  readonly member: Member;
  readonly workspaceId: WorkspaceId;
  readonly place: Place;
  /** When they last said where they are. */
  readonly saidAt: number;
  /** The last that was told: the same twice is no news. */
  told: string;
}

/** Who is looking at which conversation, and who writes there: told to whoever is there too, on every node. */
export interface Presence {
  /** Where this browser is now. */
  put(workspaceId: WorkspaceId, member: Member, place: Place): Promise<void>;
  leave(member: Member): Promise<void>;
  close(): Promise<void>;
}

export function createPresence(db: Database, now: () => Date, failed: (error: unknown) => void): Presence {
  const lines = new Map<Member, Line>();
  const boards = new Map<WorkspaceId, Board>();
  let listening: Promise<() => Promise<void>> | undefined;
  const saying = setInterval(() => void sayAgain().catch(failed), SAY_AGAIN_MS).unref();
  const sweeping = setInterval(sweep, SWEEP_MS).unref();

  function boardOf(workspaceId: WorkspaceId): Board {
    const board = boards.get(workspaceId) ?? createBoard();
    boards.set(workspaceId, board);
    return board;
  }

  function heard(payload: string): void {
    if (payload === '') return void sayAgain().catch(failed);
    const { workspaceId, ...place } = JSON.parse(payload) as PresenceNotice;
    show(workspaceId, boardOf(workspaceId).put(place, now().getTime()));
  }

  function show(workspaceId: WorkspaceId, changed: readonly ConversationId[]): void {
    for (const id of changed)
      for (const line of lines.values())
        if (line.workspaceId === workspaceId && line.place.conversationId === id) tell(line, id);
  }

  /** Everybody but themselves. */
  function tell(line: Line, conversationId: ConversationId): void {
    const { member, workspaceId, place } = line;
    const all = boardOf(workspaceId).present(conversationId, now().getTime());
    const agents = all.filter(({ id }) => id !== place.agentId).map((one) => ({ ...one }));
    const heard: Heard = { type: 'presence', conversationId, agents };
    const text = JSON.stringify(heard);
    if (text === line.told) return;
    line.told = text;
    member.tell(text);
  }

  function sweep(): void {
    for (const [workspaceId, board] of boards) show(workspaceId, board.sweep(now().getTime()));
  }

  async function sayAgain(): Promise<void> {
    for (const { workspaceId, place, saidAt } of lines.values()) {
      if (place.conversationId === null) continue;
      const isTyping = place.isTyping && now().getTime() - saidAt < TYPING_LASTS_MS;
      await tellPresence(db, { workspaceId, ...place, isTyping });
    }
  }

  async function put(workspaceId: WorkspaceId, member: Member, place: Place): Promise<void> {
    const before = lines.get(member);
    const isSamePlace = before?.place.conversationId === place.conversationId;
    const line = { member, workspaceId, place, saidAt: now().getTime(), told: isSamePlace ? (before?.told ?? '') : '' };
    lines.set(member, line);
    listening ??= db.listen(PRESENCE, heard);
    await listening.catch((error) => {
      listening = undefined;
      throw error;
    });
    // They may have left meanwhile, and must not be told of after it.
    if (lines.get(member) !== line) return;
    await tellPresence(db, { workspaceId, ...place });
    if (place.conversationId) tell(line, place.conversationId);
  }

  return {
    put,
    leave: async (member) => {
      const line = lines.get(member);
      lines.delete(member);
      const gone = line && { workspaceId: line.workspaceId, ...line.place, conversationId: null, isTyping: false };
      if (gone && line.place.conversationId !== null) await tellPresence(db, gone);
    },
    close: async () => {
      clearInterval(saying);
      clearInterval(sweeping);
      lines.clear();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}

import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { type ChangesRead, readChanges } from '../../storage/change-feed.ts';
import { readConversationRows } from '../../storage/conversations/rows.ts';
import type { Database } from '../../storage/database.ts';
import type { Heard } from '../../wire/realtime.ts';
import { showRow } from '../conversations/show-row.ts';

/** A browser at the other end. `text` is a `Heard` as JSON, made once for all of them. */
export interface Member {
  tell(text: string): void;
}

/** Away for more changes than this, it is quicker to read afresh. */
export const MOST_MISSED = 2_000;
/** Conversations in one message: a flood is told in pieces that a browser can take in between. */
const MOST_AT_ONCE = 500;

/**
 * The browsers of one workspace. Changes are read once and their rows loaded once, however many listen, and everybody
 * hears them in the order of their commits: whatever happens here happens one after the other.
 */
export function createRoom(db: Database, workspaceId: WorkspaceId) {
  const members = new Set<Member>();
  /** Where everybody in the room stands. Null: nobody has been let in yet. */
  let position: number | null = null;
  /** On their way in: a room with one of these is not empty. */
  let arriving = 0;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  /** Tells everybody what was committed since. */
  async function catchUp(): Promise<void> {
    if (position === null) return;
    for (;;) {
      const read: ChangesRead = await readChanges(db.read, workspaceId, position, MOST_AT_ONCE);
      if (read.changes.length === 0) return;
      position = await tellAll(members, read);
    }
  }

  async function tellAll(to: Iterable<Member>, read: ChangesRead): Promise<number> {
    const { changes } = read;
    const seq = changes.at(-1)?.seq ?? 0;
    const ids = new Set(changes.flatMap(({ conversationId }) => conversationId ?? []));
    const rows = await readConversationRows(db.read, workspaceId, [...ids] as ConversationId[]);
    const kinds = [...new Set(changes.map(({ kind }) => kind))];
    const text = write({ type: 'changes', seq, conversations: rows.map(showRow), kinds });
    for (const member of [...to]) member.tell(text);
    return seq;
  }

  /** @param since where the browser was; null: it has just come and reads afresh */
  async function letIn(member: Member, since: number | null): Promise<void> {
    const { seq, oldest } = await readChanges(db.read, workspaceId, Number.MAX_SAFE_INTEGER, 0);
    // The room first, so that the newcomer is brought to where the others are and from there on hears with them.
    position ??= seq;
    await catchUp();
    const here = position;
    const isKnown =
      since !== null && since <= here && here - since <= MOST_MISSED && (since === here || oldest <= since + 1);
    if (since !== null && !isKnown) member.tell(write({ type: 'reset', seq: here }));
    else {
      member.tell(write({ type: 'hello', seq: since ?? here }));
      for (let at = since ?? here; at < here; ) {
        const read = await readChanges(db.read, workspaceId, at, MOST_AT_ONCE, here);
        if (read.changes.length === 0) break;
        at = await tellAll([member], read);
      }
    }
    members.add(member);
  }

  return {
    workspaceId,
    join: async (member: Member, since: number | null) => {
      arriving += 1;
      try {
        await inTurn(() => letIn(member, since));
      } finally {
        arriving -= 1;
      }
    },
    catchUp: () => inTurn(catchUp),
    leave: (member: Member) => void members.delete(member),
    isEmpty: () => members.size + arriving === 0,
  };
}
export type Room = ReturnType<typeof createRoom>;

function write(heard: Heard): string {
  return JSON.stringify(heard);
}

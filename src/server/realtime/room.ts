import { hasRight, type InboxRights, visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { type ChangesRead, readChanges } from '../../storage/change-feed.ts';
import { type ConversationRow, readConversationRows } from '../../storage/conversations/rows.ts';
import type { Database } from '../../storage/database.ts';
import type { Heard } from '../../wire/realtime.ts';
import { showRow } from '../conversations/show-row.ts';

/** A browser at the other end. `text` is a `Heard` as JSON, made once for all who may hear the same. */
export interface Member {
  tell(text: string): void;
}
/** One that hears of conversations, as far as they are there for whoever sits at it. */
export interface Seat extends Member {
  /** As of the last time they were asked. */
  inboxes(): InboxRights;
  /** Asks anew what they may. Whoever may not listen any more is shown out. */
  askAgain(): Promise<void>;
}

/** Said when rights, roles or sessions changed: nobody hears of what came after by what they might before. */
const ACCESS = 'access';
const ASKING: ReadonlySet<string> = new Set([ACCESS, 'sessions']);

/** Away for more changes than this, it is quicker to read afresh. */
export const MOST_MISSED = 2_000;
/** Conversations in one message: a flood is told in pieces that a browser can take in between. */
const MOST_AT_ONCE = 500;

/**
 * The browsers of one workspace. Changes are read once and their rows loaded once, however many listen, and everybody
 * hears them in the order of their commits: whatever happens here happens one after the other. Those who see the same
 * inboxes hear the same text.
 */
export function createRoom(db: Database, workspaceId: WorkspaceId) {
  /** With the inboxes that each one read with: where they are others now, it reads afresh. */
  const seats = new Map<Seat, string>();
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
      position = await tellAll([...seats.keys()], read);
      // All that there was: of what is committed from now on we are told.
      if (position === read.seq) return;
    }
  }

  async function tellAll(to: readonly Seat[], { changes }: ChangesRead): Promise<number> {
    const seq = changes.at(-1)?.seq ?? 0;
    if (changes.some(({ kind }) => ASKING.has(kind))) await Promise.all(to.map((seat) => seat.askAgain()));
    const ids = new Set(changes.flatMap(({ conversationId }) => conversationId ?? []));
    const rows = await readConversationRows(db.read, workspaceId, [...ids] as ConversationId[]);
    const textFor = writeOnce(seq, changes, rows);
    for (const seat of to) {
      const sight = sightOf(seat.inboxes());
      const isOther = (seats.get(seat) ?? sight) !== sight;
      if (isOther) seats.set(seat, sight);
      seat.tell(isOther ? write({ type: 'reset', seq }) : textFor(seat.inboxes()));
    }
    return seq;
  }

  /** @param since where the browser was; null: it has just come and reads afresh */
  async function letIn(seat: Seat, since: number | null): Promise<void> {
    const { seq, oldest } = await readChanges(db.read, workspaceId, Number.MAX_SAFE_INTEGER, 0);
    // The room first, so that the newcomer is brought to where the others are and from there on hears with them.
    position ??= seq;
    await catchUp();
    const here = position;
    const isKnown =
      since !== null && since <= here && here - since <= MOST_MISSED && (since === here || oldest <= since + 1);
    if (since !== null && !isKnown) seat.tell(write({ type: 'reset', seq: here }));
    else {
      seat.tell(write({ type: 'hello', seq: since ?? here }));
      for (let at = since ?? here; at < here; ) {
        const read = await readChanges(db.read, workspaceId, at, MOST_AT_ONCE, here);
        if (read.changes.length === 0) break;
        // They may have read with other rights before the cut.
        const isOther = read.changes.some(({ kind }) => kind === ACCESS);
        if (isOther) seat.tell(write({ type: 'reset', seq: here }));
        at = isOther ? here : await tellAll([seat], read);
      }
    }
    seats.set(seat, sightOf(seat.inboxes()));
  }

  return {
    workspaceId,
    join: async (seat: Seat, since: number | null) => {
      arriving += 1;
      try {
        await inTurn(() => letIn(seat, since));
      } finally {
        arriving -= 1;
      }
    },
    catchUp: () => inTurn(catchUp),
    leave: (seat: Seat) => void seats.delete(seat),
    isEmpty: () => seats.size + arriving === 0,
  };
}
export type Room = ReturnType<typeof createRoom>;

/** What is there for whom, so that those with the same are told the same. */
export function sightOf(rights: InboxRights): string {
  return visibleInboxes(rights)?.join() ?? 'all';
}

/** The text of these changes for each sight, made when the first of them asks for it. */
function writeOnce(seq: number, changes: ChangesRead['changes'], rows: readonly ConversationRow[]) {
  const texts = new Map<string, string>();
  return (rights: InboxRights): string => {
    const sight = sightOf(rights);
    const text = texts.get(sight) ?? write(changesFor(rights, seq, changes, rows));
    texts.set(sight, text);
    return text;
  };
}

function changesFor(
  rights: InboxRights,
  seq: number,
  changes: ChangesRead['changes'],
  rows: readonly ConversationRow[],
): Heard {
  const seen = rows.filter(({ inboxId }) => hasRight(rights, inboxId, 'see'));
  const ids = new Set<string | null>([null, ...seen.map(({ id }) => id)]);
  const isTold = ({ conversationId }: { readonly conversationId: ConversationId | null }) =>
    rights === null || ids.has(conversationId);
  const kinds = [...new Set(changes.filter(isTold).map(({ kind }) => kind))];
  return { type: 'changes', seq, conversations: seen.map((row) => showRow(row, rights)), kinds };
}

function write(heard: Heard): string {
  return JSON.stringify(heard);
}

import { CareError } from '../../core/errors.ts';
import { BOARDS_MOST, type BoardKind } from '../../core/listening/listening-rule.ts';
import { namedFirst } from '../../core/work/named-first.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import {
  type BoardRow,
  conversationRulesOf,
  insertBoard,
  lockBoard,
  readBoardOrder,
  removeBoardRow,
  updateBoard,
  writeBoardOrder,
} from '../../storage/listening/boards.ts';
import { lockListening } from '../../storage/listening/listening-rules.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import { storableText } from '../../storage/rows.ts';
import { unlessTaken } from '../../storage/unless-taken.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';
import { announceListening } from './announce-listening.ts';

/** Sets up a board, behind the others. The id comes from the browser: a second try changes nothing. Throws `name_taken`, `too_many_boards`. */
export function addBoard(
  db: Database,
  who: Principal,
  { id, name, kind }: { readonly id: string; readonly name: string; readonly kind: BoardKind },
  now: Date,
): Promise<void> {
  requireEverywhere(who);
  if (id === SAID_TO_US) throw idTaken();
  return db.transaction(async (tx) => {
    const { boards } = await lockListening(tx, who.workspaceId);
    const known = await lockBoard(tx, who.workspaceId, id);
    if (known?.isRemoved) throw idTaken();
    if (known) return;
    if (boards >= BOARDS_MOST)
      throw new CareError('conflict', 'too_many_boards', `There are ${BOARDS_MOST} boards already. Remove one first.`);
    const board = { id, name: nameOf(name), kind };
    await named(tx, async () => {
      if (!(await insertBoard(tx, who.workspaceId, board, now))) throw idTaken();
    });
    await addAudit(tx, who, { act: 'board.made', target: id, detail: { after: { name: board.name, kind } } }, now);
    await announceListening(tx, who.workspaceId, now);
  });
}

/** Throws `no_such_board`, `name_taken`, `makes_conversations` (what is found of others never becomes work by itself). */
export function changeBoard(
  db: Database,
  who: Principal,
  id: string,
  patch: Partial<{ readonly [Key in 'name' | 'kind' | 'position']: BoardRow[Key] | undefined }>,
  now: Date,
): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await lockListening(tx, who.workspaceId);
    const before = await load(tx, who, id);
    const after: BoardRow = {
      id,
      name: patch.name === undefined ? before.name : nameOf(patch.name),
      kind: patch.kind ?? before.kind,
      position: patch.position ?? before.position,
    };
    if (after.name === before.name && after.kind === before.kind && after.position === before.position) return;
    if (after.kind === 'competitor' && before.kind !== 'competitor') await refuseConversations(tx, who, id);
    await named(tx, () => updateBoard(tx, who.workspaceId, after, now));
    const detail = { before: shown(before), after: shown(after) };
    await addAudit(tx, who, { act: 'board.changed', target: id, detail }, now);
    await announceListening(tx, who.workspaceId, now);
  });
}

/** Which board comes first. Boards that somebody else made meanwhile stay behind those that are named. */
export function orderBoards(db: Database, who: Principal, ids: readonly string[], now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await lockListening(tx, who.workspaceId);
    const before = await readBoardOrder(tx, who.workspaceId);
    const after = namedFirst(before, ids);
    if (!after) return;
    await writeBoardOrder(tx, who.workspaceId, after);
    await addAudit(
      tx,
      who,
      { act: 'board.ordered', target: null, detail: { before: [...before], after: [...after] } },
      now,
    );
    await recordChanges(tx, who.workspaceId, [{ kind: 'listening', conversationId: null }], now);
  });
}

/** Its rules go with it, and nothing is searched for them any more. What was taken up stays. Throws `no_such_board`. */
export function removeBoard(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await lockListening(tx, who.workspaceId);
    const before = await lockBoard(tx, who.workspaceId, id);
    if (!before) throw noSuchBoard();
    if (before.isRemoved) return;
    const rules = await removeBoardRow(tx, who.workspaceId, id, now);
    const detail = { before: { ...shown(before), rules: [...rules] }, after: null };
    await addAudit(tx, who, { act: 'board.removed', target: id, detail }, now);
    await announceListening(tx, who.workspaceId, now);
  });
}

async function refuseConversations(tx: Tx, who: Principal, id: string): Promise<void> {
  const names = await conversationRulesOf(tx, who.workspaceId, id);
  if (names.length > 0)
    throw new CareError(
      'conflict',
      'makes_conversations',
      `What is found of others never becomes work by itself, but this does: ${names.join(', ')}. Let these rules fill the board only, then change it.`,
    );
}

async function load(tx: Tx, { workspaceId }: Principal, id: string): Promise<BoardRow> {
  const board = await lockBoard(tx, workspaceId, id);
  if (!board || board.isRemoved) throw noSuchBoard();
  return board;
}

async function named(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  if (!(await unlessTaken(tx, work)))
    throw new CareError('conflict', 'name_taken', 'There is a board of this name already. Take another one.', {
      field: 'name',
    });
}

function nameOf(text: string): string {
  const name = storableText(text).trim();
  if (name === '') throw new CareError('invalid', 'name_missing', 'A name is needed.', { field: 'name' });
  return name;
}

const shown = ({ name, kind, position }: BoardRow) => ({ name, kind, position });
export const noSuchBoard = () => new CareError('not_found', 'no_such_board', 'There is no such board (any more).');
const idTaken = () => new CareError('conflict', 'id_taken', 'This id is used already. Take a new one.');

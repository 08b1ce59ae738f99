import { toKept } from '../core/composing/macro-acts.ts';
import { CareError } from '../core/errors.ts';
import type { Json, MacroId, SavedReplyId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import { addAudit } from '../storage/audit.ts';
import {
  deleteMacro,
  insertMacro,
  lockMacro,
  type MacroRow,
  type MacroWords,
  updateMacro,
} from '../storage/composing/macros.ts';
import { lockSavedReply } from '../storage/composing/saved-replies.ts';
import type { Database, Tx } from '../storage/database.ts';
import { mustShare, ownerOf } from './keep-saved-reply.ts';
import type { Principal } from './who.ts';

export interface MacroInput {
  readonly name: string;
  readonly isShared: boolean;
  readonly replyId: SavedReplyId | null;
  readonly acts: readonly WorkAct[];
}

/** A reply and acts in one stroke, kept. Throws `may_not_share`, `name_taken`, `does_nothing`, `reason_missing`, `no_such_reply`, `reply_not_shared`. */
export function addMacro(
  db: Database,
  who: Principal,
  { id, ...input }: MacroInput & { readonly id: MacroId },
  now: Date,
): Promise<MacroRow> {
  return db.transaction(async (tx) => {
    const acts = input.acts.map((act) => toKept(act, now));
    const words: MacroWords = { ...input, acts, ownerId: ownerOf(who, input.isShared) };
    await check(tx, who, words);
    const written = await insertMacro(tx, who.workspaceId, id, words, now);
    if (written === 'taken') throw nameTaken(input.name);
    const row = await loadMacro(tx, who, id);
    if (written === 'written' && row.isShared)
      await addAudit(tx, who, { act: 'macro.added', target: id, detail: { after: shown(row) } }, now);
    return row;
  });
}

/** Throws what a new one would, and `no_such_macro`. */
export function changeMacro(
  db: Database,
  who: Principal,
  id: MacroId,
  changes: Partial<MacroInput>,
  now: Date,
): Promise<MacroRow> {
  return db.transaction(async (tx) => {
    const before = await loadMacro(tx, who, id);
    if (before.isShared) mustShare(who);
    const isShared = changes.isShared ?? before.isShared;
    const words: MacroWords = {
      name: changes.name ?? before.name,
      replyId: changes.replyId === undefined ? before.replyId : changes.replyId,
      acts: changes.acts?.map((act) => toKept(act, now)) ?? before.acts,
      isShared,
      ownerId: isShared === before.isShared ? before.ownerId : ownerOf(who, isShared),
    };
    await check(tx, who, words);
    if (!(await updateMacro(tx, who.workspaceId, id, words, now))) throw nameTaken(words.name);
    const after = await loadMacro(tx, who, id);
    if (before.isShared || after.isShared)
      await addAudit(
        tx,
        who,
        { act: 'macro.changed', target: id, detail: { before: shown(before), after: shown(after) } },
        now,
      );
    return after;
  });
}

/** Throws `no_such_macro`, `may_not_share`. */
export function removeMacro(db: Database, who: Principal, id: MacroId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await loadMacro(tx, who, id);
    if (before.isShared) mustShare(who);
    await deleteMacro(tx, who.workspaceId, id);
    if (before.isShared)
      await addAudit(tx, who, { act: 'macro.removed', target: id, detail: { before: shown(before) } }, now);
  });
}

export async function loadMacro(
  tx: Tx,
  who: Pick<Principal, 'workspaceId' | 'agentId'>,
  id: MacroId,
): Promise<MacroRow> {
  const row = await lockMacro(tx, who.workspaceId, who.agentId, id);
  if (!row) throw new CareError('not_found', 'no_such_macro', 'This macro is not there (any more).');
  return row;
}

async function check(tx: Tx, who: Principal, { replyId, acts, isShared }: MacroWords): Promise<void> {
  const kept = acts as readonly { readonly do: string; readonly attention?: string; readonly reason?: string }[];
  if (replyId === null && kept.length === 0)
    throw new CareError('invalid', 'does_nothing', 'A macro needs a reply or something to do.');
  if (kept.some((act) => act.attention === 'no_reply' && !act.reason?.trim()))
    throw new CareError(
      'invalid',
      'reason_missing',
      'Say why this gets no reply; the reason is kept with the conversation.',
    );
  if (replyId === null) return;
  const reply = await lockSavedReply(tx, who.workspaceId, who.agentId, replyId);
  if (!reply) throw new CareError('invalid', 'no_such_reply', 'The saved reply of this macro is not there (any more).');
  if (isShared && !reply.isShared)
    throw new CareError(
      'invalid',
      'reply_not_shared',
      'All agents use this macro, so its saved reply must be shared too.',
    );
}

const nameTaken = (name: string) =>
  new CareError('conflict', 'name_taken', `There is a macro called “${name}” already.`, { field: 'name' });

const shown = ({ name, isShared, replyId, acts }: MacroRow): { readonly [key: string]: Json } => ({
  name,
  isShared,
  replyId,
  acts,
});

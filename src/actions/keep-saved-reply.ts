import type { Act } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, SavedReplyId } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import {
  deleteSavedReply,
  insertSavedReply,
  lockSavedReply,
  type SavedReplyRow,
  type SavedReplyWords,
  takeFromMacros,
  updateSavedReply,
} from '../storage/composing/saved-replies.ts';
import type { Database, Tx } from '../storage/database.ts';
import type { Principal } from './who.ts';

export type SavedReplyInput = Omit<SavedReplyWords, 'ownerId'>;

/** Keeps words for re-use. The id comes from the browser: a second try adds nothing. Throws `may_not_share`, `shortcut_taken`, `same_language_twice`. */
export function addSavedReply(
  db: Database,
  who: Principal,
  { id, ...input }: SavedReplyInput & { readonly id: SavedReplyId },
  now: Date,
): Promise<SavedReplyRow> {
  return db.transaction(async (tx) => {
    const words = { ...input, ownerId: ownerOf(who, input.isShared) };
    refuseTwice(input);
    const written = await insertSavedReply(tx, who.workspaceId, id, words, now);
    if (written === 'taken') throw shortcutTaken(words.shortcut);
    const row = await load(tx, who, id);
    if (written === 'written' && row.isShared)
      await addAudit(tx, who, { act: 'saved_reply.added', target: id, detail: { after: shown(row) } }, now);
    return row;
  });
}

/**
 * What is shared no more is taken from the macros of all others.
 * Throws `no_such_reply`, `may_not_share`, `shortcut_taken`, `same_language_twice`.
 */
export function changeSavedReply(
  db: Database,
  who: Principal,
  id: SavedReplyId,
  changes: Partial<SavedReplyInput>,
  now: Date,
): Promise<SavedReplyRow> {
  return db.transaction(async (tx) => {
    const before = await load(tx, who, id);
    if (before.isShared) mustShare(who);
    const isShared = changes.isShared ?? before.isShared;
    const words: SavedReplyWords = {
      title: changes.title ?? before.title,
      shortcut: changes.shortcut === undefined ? before.shortcut : changes.shortcut,
      variants: changes.variants ?? before.variants,
      isShared,
      ownerId: isShared === before.isShared ? before.ownerId : ownerOf(who, isShared),
    };
    refuseTwice(words);
    if (!(await updateSavedReply(tx, who.workspaceId, id, words, now))) throw shortcutTaken(words.shortcut);
    if (before.isShared && !isShared) await takeFromMacros(tx, who.workspaceId, id, words.ownerId);
    const after = await load(tx, who, id);
    if (before.isShared || after.isShared)
      await addAudit(
        tx,
        who,
        { act: 'saved_reply.changed', target: id, detail: { before: shown(before), after: shown(after) } },
        now,
      );
    return after;
  });
}

/** Macros that began with it go on without words. Throws `no_such_reply`, `may_not_share`. */
export function removeSavedReply(db: Database, who: Principal, id: SavedReplyId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await load(tx, who, id);
    if (before.isShared) mustShare(who);
    await deleteSavedReply(tx, who.workspaceId, id);
    if (before.isShared)
      await addAudit(tx, who, { act: 'saved_reply.removed', target: id, detail: { before: shown(before) } }, now);
  });
}

async function load(tx: Tx, who: Principal, id: SavedReplyId): Promise<SavedReplyRow> {
  const row = await lockSavedReply(tx, who.workspaceId, who.agentId, id);
  if (!row) throw noSuchReply();
  return row;
}

/** What is shared belongs to nobody. Throws `may_not_share`. */
export function ownerOf(who: Principal, isShared: boolean): AgentId | null {
  if (isShared) {
    mustShare(who);
    return null;
  }
  if (!who.agentId)
    throw new CareError('forbidden', 'needs_a_person', 'What is not shared belongs to a person. Make it a shared one.');
  return who.agentId;
}

export function mustShare({ acts }: { readonly acts: readonly Act[] }): void {
  if (!acts.includes('replies.share'))
    throw new CareError('forbidden', 'may_not_share', 'What all agents use is changed by a team lead or an admin.', {
      act: 'replies.share',
    });
}

function refuseTwice({ variants }: Pick<SavedReplyInput, 'variants'>): void {
  const languages = variants.map(({ language }) => language?.toLowerCase() ?? '');
  if (new Set(languages).size < languages.length)
    throw new CareError('invalid', 'same_language_twice', 'There are two texts for the same language. Keep one.', {
      field: 'variants',
    });
}

export const noSuchReply = () =>
  new CareError('not_found', 'no_such_reply', 'This saved reply is not there (any more).');

const shortcutTaken = (shortcut: string | null) =>
  new CareError('conflict', 'shortcut_taken', `Another saved reply has the shortcut /${shortcut ?? ''} already.`, {
    field: 'shortcut',
  });

const shown = ({ title, shortcut, isShared, variants }: SavedReplyRow) => ({
  title,
  shortcut,
  isShared,
  variants: variants.map(({ language, text }) => ({ language, text })),
});

import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import {
  type DraftKind,
  type DraftPlace,
  type DraftRow,
  type DraftWords,
  readDrafts,
  writeDraft,
} from '../storage/composing/drafts.ts';
import { hasConversation } from '../storage/composing/place.ts';
import type { Database, Reader, Tx } from '../storage/database.ts';
import { tellAgent } from '../storage/personal.ts';
import { requirePerson } from './require-person.ts';
import { spendDraft } from './spend-draft.ts';
import type { Who } from './who.ts';

/**
 * Keeps what somebody is writing for all of their devices. Saved on an older version than the newest it is refused, with the
 * newest, so that no device writes over what another one kept. Throws `draft_moved`, `no_such_conversation`, `agents_only`.
 */
export function saveDraft(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly words: DraftWords; readonly onVersion: number },
  show: (draft: DraftRow) => unknown,
  now: Date,
): Promise<DraftRow> {
  return db.transaction(async (tx) => {
    const place = { ...requirePerson(who), conversationId: input.conversationId };
    await mustBeThere(tx, who.workspaceId, input.conversationId);
    const version = await writeDraft(tx, place, input.words, input.onVersion, now);
    const draft = await readOne(tx, place, input.words.kind);
    if (version === null || !draft)
      throw new CareError('conflict', 'draft_moved', 'You went on writing this on another device.', {
        draft: draft && show(draft),
      });
    const { conversationId, agentId } = place;
    const { kind: of, text, attachments } = input.words;
    const isEmpty = text === '' && attachments.length === 0;
    if (version !== input.onVersion)
      await tellAgent(tx, who.workspaceId, agentId, { kind: 'draft', conversationId, of, version, isEmpty });
    return draft;
  });
}

/** Nothing is being written there any more. Twice is once. */
export function dropDraft(
  db: Database,
  who: Who,
  { conversationId, kind }: { readonly conversationId: ConversationId; readonly kind: DraftKind },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const { workspaceId, agentId } = requirePerson(who);
    await mustBeThere(tx, workspaceId, conversationId);
    await spendDraft(tx, { workspaceId, agentId }, conversationId, kind, now);
  });
}

/** Throws `no_such_conversation`. */
export async function mustBeThere(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<void> {
  if (!(await hasConversation(db, workspaceId, id))) throw noSuch('conversation');
}

const readOne = async (tx: Tx, place: DraftPlace, kind: DraftKind) =>
  (await readDrafts(tx, place)).find((draft) => draft.kind === kind) ?? null;

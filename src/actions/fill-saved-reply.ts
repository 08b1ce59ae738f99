import { noSuch } from '../core/access/no-such.ts';
import { chooseVariant } from '../core/composing/choose-variant.ts';
import { fillReply } from '../core/composing/fill-reply.ts';
import { sameWordsKey } from '../core/composing/same-words.ts';
import { knownVariables } from '../core/composing/variables.ts';
import type { ConversationId, SavedReplyId } from '../core/ids.ts';
import { readComposingPlace, saidBefore } from '../storage/composing/place.ts';
import { readSavedReply } from '../storage/composing/saved-replies.ts';
import type { Reader } from '../storage/database.ts';
import { listFields } from '../storage/work/fields.ts';
import { noSuchReply } from './keep-saved-reply.ts';
import type { Who } from './who.ts';

export interface FilledWords {
  readonly text: string;
  readonly language: string | null;
  readonly missing: readonly string[];
  /** The same words twice to one person is a fault: whoever sends them should know. */
  readonly saidBefore: boolean;
}

/** A saved reply as it would be said to the person of this conversation. Throws `no_such_reply`, `no_such_conversation`. */
export async function fillSavedReply(
  db: Reader,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly replyId: SavedReplyId },
): Promise<FilledWords> {
  const reply = await readSavedReply(db, who.workspaceId, who.agentId, input.replyId);
  if (!reply) throw noSuchReply();
  const at = await readComposingPlace(db, who.workspaceId, input.conversationId, who.agentId);
  if (!at) throw noSuch('conversation');
  const variant = chooseVariant(reply.variants, at.language);
  const fields = (await listFields(db, who.workspaceId)).filter((field) => !field.isArchived);
  const { text, missing } = fillReply(variant?.text ?? '', knownVariables(at, fields));
  const wasSaid = await saidBefore(db, who.workspaceId, at.contactId, sameWordsKey(text));
  return { text, missing, language: variant?.language ?? null, saidBefore: wasSaid };
}

import type { ConversationId } from '../core/ids.ts';
import { type DraftKind, type DraftWords, emptyDraft, giveBackDraft } from '../storage/composing/drafts.ts';
import type { Tx } from '../storage/database.ts';
import { tellAgent } from '../storage/personal.ts';
import type { Who } from './who.ts';

/** What was sent, noted or thrown away is no draft any more, on any device: otherwise it would be there to be sent again. */
export async function spendDraft(
  tx: Tx,
  { workspaceId, agentId }: Who,
  conversationId: ConversationId,
  kind: DraftKind,
  now: Date,
): Promise<void> {
  if (!agentId) return;
  const version = await emptyDraft(tx, { workspaceId, agentId, conversationId }, kind, now);
  if (version !== null)
    await tellAgent(tx, workspaceId, agentId, { kind: 'draft', conversationId, of: kind, version, isEmpty: true });
}

/** Words that were taken back are with whoever wrote them, on all of their devices. */
export async function returnDraft(
  tx: Tx,
  { workspaceId, agentId }: Who,
  conversationId: ConversationId,
  words: DraftWords,
  now: Date,
): Promise<void> {
  if (!agentId) return;
  const version = await giveBackDraft(tx, { workspaceId, agentId, conversationId }, words, now);
  const told = { kind: 'draft', conversationId, of: words.kind, version, isEmpty: false } as const;
  await tellAgent(tx, workspaceId, agentId, told);
}

import type { ReactionEvent } from '../../core/channel/event.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { type FiledReaction, reactionKey, fileReactions as store } from '../../storage/filing/reactions.ts';
import type { Filed } from './file-messages.ts';
import type { Placed } from './parse-entries.ts';

/** Files a batch's reactions at once: of several about the same thing the newest counts. */
export async function fileReactions(
  tx: Tx,
  workspaceId: WorkspaceId,
  reactions: readonly Placed<ReactionEvent>[],
): Promise<Filed> {
  const newest = new Map<string, FiledReaction>();
  for (const placed of reactions) {
    const reaction = toReaction(placed);
    const before = newest.get(reactionKey(reaction));
    if (!before || before.at <= reaction.at) newest.set(reactionKey(reaction), reaction);
  }
  const { changed, conversations } = await store(tx, workspaceId, [...newest.values()]);
  const told = new Set<string>();
  return {
    verdicts: reactions.map((placed) => {
      const reaction = toReaction(placed);
      const event = `${reactionKey(reaction)} ${reaction.isRemoved} ${reaction.at.getTime()}`;
      const isNew = changed.has(reactionKey(reaction)) && !told.has(event);
      told.add(event);
      return {
        entryId: placed.entry.id,
        position: placed.position,
        state: isNew ? 'filed' : 'duplicate',
        kind: 'reaction',
        became: isNew ? 'reaction' : 'known already',
      };
    }),
    changes: conversations.map((conversationId) => ({ kind: 'reaction', conversationId })),
  };
}

function toReaction({ event, inbox }: Placed<ReactionEvent>): FiledReaction {
  const by = event.by.kind === 'contact' ? event.by.person.id : event.by.kind === 'business' ? 'business' : 'unknown';
  return {
    inboxId: inbox.id,
    target: event.target,
    by,
    reaction: event.reaction,
    isRemoved: event.isRemoved,
    at: event.at,
  };
}

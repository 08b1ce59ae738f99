import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { deleteLink, insertLink } from '../storage/work/links.ts';
import { readTitles } from '../storage/work/titles.ts';
import { loadConversation } from './load-conversation.ts';
import { requireRight } from './require-right.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

interface Pair {
  readonly one: ConversationId;
  readonly other: ConversationId;
}

/** Says that two matters have to do with each other; both tell it. Done twice it is done once. Throws `linked_with_itself`, `merged`. */
export function linkConversations(db: Database, who: Who, input: Pair, now: Date): Promise<void> {
  if (input.one === input.other)
    throw new CareError('invalid', 'linked_with_itself', 'A conversation cannot be linked with itself.');
  return db.transaction(async (tx) => {
    await hold(tx, who, input);
    if (!(await insertLink(tx, who.workspaceId, { ...input, by: who.agentId }, now))) return;
    await tell(tx, who, input, 'linked', now);
  });
}

export function unlinkConversations(db: Database, who: Who, input: Pair, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    await hold(tx, who, input);
    if (!(await deleteLink(tx, who.workspaceId, input.one, input.other))) return;
    await tell(tx, who, input, 'unlinked', now);
  });
}

async function hold(tx: Tx, who: Who, { one, other }: Pair): Promise<void> {
  await requireRight(tx, who, 'conversation', [one, other], 'answer');
  for (const id of [one, other].toSorted()) await loadConversation(tx, who.workspaceId, id);
}

async function tell(tx: Tx, who: Who, { one, other }: Pair, kind: string, now: Date): Promise<void> {
  const titleOf = await readTitles(tx, who.workspaceId, [one, other]);
  const event = (conversationId: ConversationId, about: ConversationId) => ({
    ...toldBy(who, now),
    conversationId,
    kind,
    detail: { with: titleOf(about) },
  });
  await addTimelineEvents(tx, who.workspaceId, [event(one, other), event(other, one)]);
  const changes = [one, other].map((conversationId) => ({ kind: 'link', conversationId }));
  await recordChanges(tx, who.workspaceId, changes, now);
}

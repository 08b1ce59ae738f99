import { CareError } from '../../core/errors.ts';
import type { ConversationId, SavedReplyId, WorkspaceId } from '../../core/ids.ts';
import { type ChannelLookup, waysOf } from '../../core/reply/ways.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import { type Because, REPLY_EVERY_MS } from '../../core/rules/rule.ts';
import type { Tx } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { lastWasAMachine, markAutomatic } from '../../storage/rules/replies.ts';
import { claimReply } from '../../storage/rules/runs.ts';
import { withSavepoint } from '../../storage/savepoint.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { readWayFacts } from '../../storage/ways.ts';
import { fillSavedReply } from '../fill-saved-reply.ts';
import { takeReply } from '../send-reply.ts';
import type { Who } from '../who.ts';
import { ruleMoment } from './rule-moment.ts';

interface Wanted {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  readonly place: RuledPlace;
  readonly rule: Because;
  readonly replyId: string;
}

/**
 * Answers with a saved reply, on the way on which the person last wrote. It settles nothing: only people do. What stands
 * against it is told in the timeline, and nothing is sent.
 */
export async function replyByRule(tx: Tx, channels: ChannelLookup, wanted: Wanted, now: Date): Promise<void> {
  const { workspaceId, conversationId, rule } = wanted;
  const tell = (kind: string, detail: { readonly [key: string]: string }) =>
    addTimelineEvents(tx, workspaceId, [ruleMoment(conversationId, rule, kind, detail, now)]);
  try {
    await withSavepoint(tx, () => answer(tx, channels, wanted, now));
    await tell('rule_replied', {});
  } catch (error) {
    if (!(error instanceof CareError)) throw error;
    await tell('rule_could_not', { act: 'reply', why: error.message });
  }
}

async function answer(tx: Tx, channels: ChannelLookup, wanted: Wanted, now: Date): Promise<void> {
  const { workspaceId, conversationId, place, rule, replyId } = wanted;
  const who: Who = { workspaceId, agentId: null, rule: { id: rule.id, name: rule.name } };
  if (await lastWasAMachine(tx, workspaceId, conversationId))
    throw no('from_a_machine', 'The last message came from a machine: the two would write to each other for ever.');
  const { text, missing } = await fillSavedReply(tx, who, { conversationId, replyId: replyId as SavedReplyId });
  if (missing.length > 0) throw no('gaps', `The saved reply has gaps here: ${missing.join(', ')}.`);
  const ways = waysOf(await readWayFacts(tx, workspaceId, conversationId), channels, now);
  const way = ways.find(({ kind, isElsewhere }) => kind === 'reply' && !isElsewhere);
  if (!way) throw no('no_such_way', 'This cannot be answered from here.');
  if (!(await claimReply(tx, workspaceId, place.contactId, REPLY_EVERY_MS, now)))
    throw no('answered_lately', 'A rule answered this person within the last 24 hours.');
  const id = newId<string>();
  const reply = { conversationId, id, way: way.key, text, attachments: [], readAtSeq: place.changedSeq };
  await takeReply(tx, channels, who, { ...reply, sendAnyway: true, thenMark: 'nothing' }, now);
  await markAutomatic(tx, workspaceId, id);
}

const no = (code: string, why: string) => new CareError('conflict', code, why);

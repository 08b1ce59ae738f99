import { noSuch } from '../core/access/no-such.ts';
import type { ActCapability } from '../core/channel/capabilities.ts';
import { CareError } from '../core/errors.ts';
import type { MessageId, OutgoingId } from '../core/ids.ts';
import { misfitOf } from '../core/outgoing/fit.ts';
import { orderKeyOf } from '../core/outgoing/order-key.ts';
import { actNeededFor } from '../core/outgoing/permission.ts';
import type { StoredAct, StoredTarget } from '../core/outgoing/stored.ts';
import type { ChannelLookup, ChannelRules } from '../core/reply/ways.ts';
import { addAudit } from '../storage/audit.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { insertOutgoing, type OutgoingRow, readOutgoing } from '../storage/outbox/rows.ts';
import { type ActTarget, readTarget, readUndo } from '../storage/outbox/targets.ts';
import { storableText } from '../storage/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadConversation } from './load-conversation.ts';
import { requireRightOn } from './require-right.ts';
import { toldBy } from './told-by.ts';
import type { Principal } from './who.ts';

export type MessageAct = 'like' | 'unlike' | 'repost' | 'unrepost' | 'quote' | 'hide' | 'unhide' | 'edit' | 'delete';

export interface ActInput {
  readonly messageId: MessageId;
  readonly id: string;
  readonly kind: MessageAct;
  readonly reason?: string | undefined;
  /** The new words, for `edit`, and ours beside theirs, for `quote`. */
  readonly text?: string | undefined;
}

/** What takes somebody's words away or changes them is kept for those who look into it later. */
const AUDITED: Partial<Record<MessageAct, string>> = {
  hide: 'message.hide',
  unhide: 'message.unhide',
  edit: 'message.edit',
  delete: 'message.delete',
};

/**
 * Asks the network to do something with one message. Throws `not_allowed`, `no_such_message`, `not_on_network`,
 * `not_possible`, `reason_missing`, `id_taken`, and the misfits of an edited text.
 */
export function actOnMessage(
  db: Database,
  channels: ChannelLookup,
  who: Principal,
  input: ActInput,
  now: Date,
): Promise<OutgoingRow> {
  requireActs(who, input.kind);
  return db.transaction(async (tx) => {
    const { row, changes } = await takeAct(tx, channels, who, input, now);
    await recordChanges(tx, who.workspaceId, changes, now);
    return row;
  });
}

/** The same inside a larger act. The caller records the changes; none: it was taken before, or concerns no conversation. */
export async function takeAct(
  tx: Tx,
  channels: ChannelLookup,
  who: Principal,
  input: ActInput,
  now: Date,
): Promise<{ readonly row: OutgoingRow; readonly changes: readonly Change[] }> {
  requireActs(who, input.kind);
  const id = input.id as OutgoingId;
  const earlier = await readOutgoing(tx, who.workspaceId, id);
  if (earlier) return { row: sameAct(earlier, input), changes: [] };
  const subject = await readTarget(tx, who.workspaceId, input.messageId);
  if (!subject) throw noSuch('message');
  requireRightOn(who, subject.inboxId, 'act');
  // Held so that acts on one talk are numbered in the order in which they are given.
  if (subject.conversationId) await loadConversation(tx, who.workspaceId, subject.conversationId);
  const target = onNetwork(subject);
  const rules = channels(subject.channel);
  const reason = input.reason?.trim() ? storableText(input.reason.trim()) : null;
  refuseUnfit(rules, subject, input, reason);

  const isNew = await insertOutgoing(
    tx,
    who.workspaceId,
    {
      id,
      inboxId: subject.inboxId,
      orderKey: orderKeyOf({ ...subject, threadId: subject.threadId ?? subject.messageId }),
      act: await freezeAct(tx, who, subject, target, input),
      conversationId: subject.conversationId,
      messageId: null,
      targetMessageId: subject.messageId,
      agentId: who.agentId,
      reason,
      isMarking: false,
    },
    now,
  );
  if (!isNew) throw idTaken();
  const changes = await noteAct(tx, who, subject, input, reason, now);
  const made = await readOutgoing(tx, who.workspaceId, id);
  if (!made) throw new Error('The act that was just queued is not there.');
  return { row: made, changes };
}

function requireActs({ acts }: Principal, kind: MessageAct): void {
  if (!acts.includes(actNeededFor(kind)))
    throw new CareError('forbidden', 'not_allowed', `Your role or token may not ${kind} messages.`);
}

const idTaken = () =>
  new CareError('conflict', 'id_taken', 'This id belongs to something else already. Try again with a new one.');

function sameAct(earlier: OutgoingRow, input: ActInput): OutgoingRow {
  if (earlier.targetMessageId !== input.messageId || earlier.kind !== input.kind) throw idTaken();
  return earlier;
}

function onNetwork(subject: ActTarget): StoredTarget {
  if (subject.direction === 'note')
    throw new CareError('invalid', 'not_possible', 'A note is for colleagues only; the network does not know it.');
  if (subject.isDeleted) throw new CareError('conflict', 'not_on_network', 'This message was deleted.');
  if (!subject.target)
    throw new CareError('conflict', 'not_on_network', 'This message has not reached the network (yet).');
  return subject.target;
}

function refuseUnfit(
  rules: ChannelRules | undefined,
  subject: ActTarget,
  input: ActInput,
  reason: string | null,
): void {
  const capability = rules?.capabilities.acts[input.kind];
  if (!rules || !capability || !isOn(capability, subject))
    throw new CareError(
      'invalid',
      'not_possible',
      `${rules?.name ?? 'This network'} does not let anybody ${input.kind} this message.`,
    );
  if (capability.needsReason && !reason)
    throw new CareError('invalid', 'reason_missing', 'Say why; the reason is kept in the log.', { field: 'reason' });
  refuseNotAllowed(rules, subject, input.kind);
  if (input.kind !== 'edit' && input.kind !== 'quote') return;
  const limits = { text: capability.text ?? rules.capabilities.text, attachments: { max: 0, maxBytes: 0, types: [] } };
  const misfit = misfitOf({ text: input.text ?? '', files: [] }, limits);
  if (misfit) throw new CareError('invalid', misfit.code, misfit.message, misfit.details);
}

/** The account may do it in general, but not with this one. */
function refuseNotAllowed({ allows }: ChannelRules, { target, reach, thread, settings }: ActTarget, kind: MessageAct) {
  if (!allows || !target) return;
  const known = { id: target.id, remote: target.remote, sentAt: new Date(target.sentAt) };
  const allowance = allows({ kind, target: known, thread: { reach, remote: thread }, settings });
  if (!allowance.isAllowed)
    throw new CareError('invalid', 'not_possible', allowance.why, { elsewhere: allowance.elsewhere ?? null });
}

function isOn({ on }: ActCapability, { direction }: ActTarget): boolean {
  return on === 'both' || (direction === 'inbound' ? on === 'theirs' : on === 'ours');
}

async function freezeAct(
  tx: Tx,
  who: Principal,
  subject: ActTarget,
  target: StoredTarget,
  { kind, text = '' }: ActInput,
): Promise<StoredAct> {
  if (kind === 'edit' || kind === 'quote') return { kind, target, content: { text, attachments: [] } };
  if (kind === 'unlike' || kind === 'unrepost') {
    const done = kind === 'unlike' ? 'like' : 'repost';
    return { kind, target, undo: await readUndo(tx, who.workspaceId, subject.messageId, done) };
  }
  return { kind, target };
}

async function noteAct(
  tx: Tx,
  who: Principal,
  { messageId, conversationId }: ActTarget,
  { kind }: ActInput,
  reason: string | null,
  now: Date,
): Promise<readonly Change[]> {
  const act = AUDITED[kind];
  if (act)
    await addAudit(tx, who, { act, target: messageId, detail: { conversationId, ...(reason ? { reason } : {}) } }, now);
  if (!conversationId) return [];
  await addTimelineEvents(tx, who.workspaceId, [
    {
      conversationId,
      ...toldBy(who, now),
      kind: `asked_to_${kind}`,
      detail: { messageId, ...(reason ? { reason } : {}) },
    },
  ]);
  return [{ kind: 'act', conversationId }];
}

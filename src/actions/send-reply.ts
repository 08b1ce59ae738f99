import { visibleInboxes } from '../core/access/inbox-rights.ts';
import type { ChosenTemplate } from '../core/channel/outgoing.ts';
import { CareError } from '../core/errors.ts';
import { previewOf } from '../core/filing/preview.ts';
import type { ConversationId, MediaId, MessageId, OutgoingId } from '../core/ids.ts';
import { misfitOf } from '../core/outgoing/fit.ts';
import { orderKeyOf } from '../core/outgoing/order-key.ts';
import type { StoredFile } from '../core/outgoing/stored.ts';
import { type ChannelLookup, type Way, waysOf } from '../core/reply/ways.ts';
import { foldForSearch } from '../core/text/fold.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { takeOverLane } from '../storage/filing/lanes.ts';
import { hasNewsSince, noteOutbound, saidSince } from '../storage/outbox/conversation.ts';
import { attachUploads, insertOwnMessage, readUploads } from '../storage/outbox/messages.ts';
import { insertOutgoing, type OutgoingRow, readOutgoing } from '../storage/outbox/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { readWayFacts } from '../storage/ways.ts';
import { freezeReply } from './freeze-reply.ts';
import { loadConversation } from './load-conversation.ts';
import { requireRightOn } from './require-right.ts';
import { decideAttention } from './set-attention.ts';
import { spendDraft } from './spend-draft.ts';
import { toldBy } from './told-by.ts';
import { waitOf } from './wait-to-send.ts';
import type { Who } from './who.ts';

export interface ReplyInput {
  readonly conversationId: ConversationId;
  /** Made in the browser before sending: a second try with it changes nothing. */
  readonly id: string;
  /** The key of a way. */
  readonly way: string;
  readonly text: string;
  readonly subject?: string | undefined;
  readonly attachments: readonly string[];
  /** What a picture shows, by its id. */
  readonly alts?: Readonly<Record<string, string>> | undefined;
  /** What the writer had seen. */
  readonly readAtSeq: number;
  /** A colleague answered meanwhile, and this is still wanted. */
  readonly sendAnyway: boolean;
  readonly thenMark: 'answered' | 'nothing';
  /** Later, at this time. */
  readonly sendAt?: string | undefined;
  /** An approved message, and how it reads with its values: it may go out when the way is closed, too. */
  readonly template?: ChosenTemplate | undefined;
  /** Answers to tap. */
  readonly choices?: readonly string[] | undefined;
  /** It can be taken back for so long. */
  readonly holdSeconds?: number | undefined;
}

/**
 * Takes an answer for sending: its message and its job are one transaction, or neither is there.
 * Throws `no_such_conversation`, `no_such_way`, `way_closed`, `human_only`, `no_such_file`, `too_long` and the other
 * misfits, `answered_meanwhile` (with what was said), `id_taken`, `in_the_past`, `too_far_off`, `closed_by_then`.
 */
export function sendReply(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  input: ReplyInput,
  now: Date,
): Promise<OutgoingRow> {
  return db.transaction(async (tx) => {
    const { row, changes } = await takeReply(tx, channels, who, input, now);
    await recordChanges(tx, who.workspaceId, changes, now);
    return row;
  });
}

/** The same inside a larger act, e.g. a macro. The caller records the changes; none: it was taken before. */
export async function takeReply(
  tx: Tx,
  channels: ChannelLookup,
  who: Who,
  input: ReplyInput,
  now: Date,
): Promise<{ readonly row: OutgoingRow; readonly changes: readonly Change[] }> {
  const id = input.id as OutgoingId;
  const conversation = await loadConversation(tx, who.workspaceId, input.conversationId);
  const earlier = await readOutgoing(tx, who.workspaceId, id);
  if (earlier) return { row: sameAnswer(earlier, input.conversationId), changes: [] };

  const facts = await readWayFacts(tx, who.workspaceId, input.conversationId);
  const way = openWay(
    waysOf(facts, channels, now).find(({ key }) => key === input.way),
    who,
    input.template !== undefined,
  );
  refuseChoices(way, input.choices ?? []);
  // The way may lead through another inbox than the one the conversation came in by.
  requireRightOn(who, way.inboxId, 'answer');
  const wait = waitOf(input, who, way.closesAt, conversation, now);
  const files = await fittingFiles(tx, who, way, input);
  if (!input.sendAnyway) await refuseIfAnswered(tx, who, input);

  // What comes back there belongs to this talk from now on, unless somebody still waits in the other.
  if (way.isElsewhere) await takeOverLane(tx, who.workspaceId, way.threadId, input.conversationId);
  const { act, parentExternalId } = await freezeReply(
    tx,
    who,
    { way, conversationId: input.conversationId, ...said(input), files },
    facts.threads,
  );
  const isNew = await insertOwnMessage(
    tx,
    who.workspaceId,
    {
      id: id as string as MessageId,
      inboxId: way.inboxId,
      threadId: way.threadId,
      conversationId: input.conversationId,
      agentId: who.agentId,
      parentExternalId,
      reach: way.reach,
      text: input.text,
      subject: input.subject ?? null,
      search: foldForSearch([input.subject, input.text].filter(Boolean).join('\n')),
      files,
      choices: input.choices ?? [],
    },
    now,
  );
  if (!isNew) throw idTaken();
  await attachUploads(tx, who.workspaceId, id as string as MessageId, files);

  // What arrived after the page was read was not read: an answer to what came before does not settle it.
  const keepsWaiting =
    conversation.changed_seq > input.readAtSeq &&
    (await hasNewsSince(tx, who.workspaceId, input.conversationId, input.readAtSeq));
  const isMarking = input.thenMark === 'answered' && who.agentId !== null && !keepsWaiting;
  const orderKey = orderKeyOf({
    threadId: way.threadId,
    reach: placeReach(way, facts.threads),
    conversationId: input.conversationId,
  });
  const isQueued = await insertOutgoing(
    tx,
    who.workspaceId,
    {
      id,
      inboxId: way.inboxId,
      orderKey,
      act,
      conversationId: input.conversationId,
      messageId: id as string as MessageId,
      targetMessageId: way.inReplyTo,
      agentId: who.agentId,
      reason: null,
      isMarking,
      wait,
    },
    now,
  );
  if (!isQueued) throw idTaken();
  const preview = previewOf({ text: input.text, attachments: shownFiles(files) });
  // What waits for a time of its own responds to nobody until it leaves.
  const writtenBy = wait?.isScheduled ? null : who.agentId;
  await noteOutbound(tx, who.workspaceId, input.conversationId, { preview, writtenBy }, now);
  const sendAt = wait?.isScheduled ? wait.until.toISOString() : null;
  await addTimelineEvents(tx, who.workspaceId, [
    {
      conversationId: input.conversationId,
      ...toldBy(who, now),
      kind: sendAt ? 'reply_scheduled' : 'replied',
      detail: {
        messageId: input.id,
        way: way.kind,
        channel: way.channel,
        reach: way.reach,
        keepsWaiting,
        ...(sendAt ? { until: sendAt } : {}),
      },
    },
  ]);
  if (isMarking) await decideAttention(tx, who, { conversationId: input.conversationId, attention: 'answered' }, now);
  await spendDraft(tx, who, input.conversationId, 'reply', now);
  const changes = [
    { kind: 'reply', conversationId: input.conversationId },
    ...(isMarking ? [{ kind: 'attention', conversationId: input.conversationId }] : []),
  ];
  return { row: await readMade(tx, who, id), changes };
}

const said = ({ text, subject, template, choices = [] }: ReplyInput) => ({
  text,
  ...(subject ? { subject } : {}),
  ...(template ? { template } : {}),
  ...(choices.length > 0 ? { choices } : {}),
});
const shownFiles = (files: readonly StoredFile[]) =>
  files.map(({ name, mimeType }) => ({
    kind: mimeType.startsWith('image/') ? ('image' as const) : ('file' as const),
    source: { kind: 'none' as const },
    name,
  }));
const idTaken = () =>
  new CareError('conflict', 'id_taken', 'This id belongs to something else already. Send it again with a new one.');

/** A private reply is sent from a public place, and stands in its order. */
const placeReach = (way: Way, threads: readonly { readonly id: string; readonly reach: Way['reach'] }[]) =>
  threads.find(({ id }) => id === way.threadId)?.reach ?? way.reach;

function sameAnswer(earlier: OutgoingRow, conversationId: ConversationId): OutgoingRow {
  if (earlier.conversationId !== conversationId || earlier.messageId === null) throw idTaken();
  return earlier;
}

/** Throws `no_choices`, `too_many_choices`, `choice_too_long`. */
function refuseChoices({ choices: limit, channel }: Way, choices: readonly string[]): void {
  if (choices.length === 0) return;
  if (!limit) throw new CareError('invalid', 'no_choices', `Answers to tap cannot be offered on ${channel}.`);
  if (choices.length > limit.max)
    throw new CareError('invalid', 'too_many_choices', `At most ${limit.max} answers can be offered.`);
  const long = choices.find((one) => one.length > limit.maxLength);
  if (long)
    throw new CareError('invalid', 'choice_too_long', `“${long}” is longer than ${limit.maxLength} characters.`);
}

function openWay(way: Way | undefined, who: Who, isApproved: boolean): Way {
  if (!way)
    throw new CareError(
      'not_found',
      'no_such_way',
      'This conversation cannot be answered there (any more). Reload it.',
    );
  if (isApproved && !way.takesTemplates)
    throw new CareError('invalid', 'no_templates', 'There are no approved messages on this way of answering.');
  if (!way.isOpen && !isApproved)
    throw new CareError('conflict', 'way_closed', way.closedBecause ?? 'It cannot be answered there any more.', {
      closesAt: way.closesAt?.toISOString() ?? null,
    });
  if (way.isHumanOnly && !who.agentId)
    throw new CareError(
      'forbidden',
      'human_only',
      'So long after the last message of the person only an agent may answer here, not a machine.',
    );
  return way;
}

async function fittingFiles(tx: Tx, who: Who, way: Way, input: ReplyInput): Promise<readonly StoredFile[]> {
  const wanted = new Set(input.attachments);
  const files = await readUploads(tx, who.workspaceId, [...wanted] as MediaId[]);
  if (files.length < wanted.size)
    throw new CareError('not_found', 'no_such_file', 'A file is not there (any more). Attach it again.');
  const misfit = misfitOf({ text: input.text, files }, { text: way.limit, attachments: way.attachments });
  if (misfit) throw new CareError('invalid', misfit.code, misfit.message, misfit.details);
  return files.map((file) => withAlt(file, input.alts?.[file.mediaId]));
}

const withAlt = (file: StoredFile, alt: string | undefined): StoredFile =>
  alt && file.mimeType.startsWith('image/') ? { ...file, alt } : file;

async function refuseIfAnswered(tx: Tx, who: Who, { conversationId, readAtSeq }: ReplyInput): Promise<void> {
  const visible = visibleInboxes(who.inboxes ?? null);
  const messages = await saidSince(tx, who.workspaceId, conversationId, readAtSeq, who.agentId, visible);
  if (messages.length === 0) return;
  const by = messages.at(-1)?.agentName ?? 'Somebody';
  throw new CareError('conflict', 'answered_meanwhile', `${by} answered while you were writing. Send yours too?`, {
    messages: messages.map(({ sentAt, ...message }) => ({ ...message, sentAt: sentAt.toISOString() })),
  });
}

async function readMade(tx: Tx, who: Who, id: OutgoingId): Promise<OutgoingRow> {
  const row = await readOutgoing(tx, who.workspaceId, id);
  if (!row) throw new Error('The act that was just queued is not there.');
  return row;
}

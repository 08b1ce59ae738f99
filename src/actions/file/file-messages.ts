import type { MessageEvent } from '../../core/channel/event.ts';
import { sumUp } from '../../core/filing/delta.ts';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { MOST_LETTERS, MOST_MESSAGES } from '../../core/rules/place.ts';
import { gistOf, NO_GIST } from '../../core/triage/gist.ts';
import { type Change, type ReservedChange, reserveChanges } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { holdConversations, insertConversations, updateConversations } from '../../storage/filing/conversations.ts';
import type { Heard, Voice } from '../../storage/filing/hours.ts';
import { wantMedia } from '../../storage/filing/media.ts';
import { findMessages, gatherEarlier, insertMessages } from '../../storage/filing/messages.ts';
import { takeEarly } from '../../storage/filing/mirror.ts';
import { externalKey } from '../../storage/filing/threads.ts';
import { inPieces } from '../../storage/in-pieces.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import { notifyAssignees } from '../../storage/notifications/add.ts';
import { adoptEcho, awaitedEchoes } from '../../storage/outbox/adopt-echo.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { together } from '../../storage/together.ts';
import { applyTaken } from './apply-early-changes.ts';
import { assignLanes } from './assign-lanes.ts';
import { decideFiled } from './decide-filed.ts';
import { type Described, describeMessage } from './describe-message.ts';
import { type Digest, filePersonKeys } from './file-keys.ts';
import type { Placed } from './parse-entries.ts';
import { keyOf, type Located, locateMessages } from './place-messages.ts';
import type { Verdict } from './verdict.ts';

export interface Filed {
  readonly verdicts: readonly Verdict[];
  readonly changes: readonly Change[];
}
export interface FiledMessages extends Filed {
  /** Written with their numbers, still to be told. */
  readonly reserved: readonly ReservedChange[];
  readonly hasOurs: boolean;
  readonly heard: readonly Heard[];
  readonly voices: readonly Voice[];
}

/**
 * Files the messages of a batch with a fixed number of set-based statements, however many they are.
 * What a unique key knows already becomes `duplicate` and touches nothing.
 */
export async function fileMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly Placed<MessageEvent>[],
  now: Date,
  digest?: Digest,
): Promise<FiledMessages> {
  if (messages.length === 0) return { verdicts: [], changes: [], reserved: [], hasOurs: false, heard: [], voices: [] };
  const keys = messages.flatMap(({ inbox, event, saidBy }) => [
    ...[event.id, event.parent, ...(event.belongsWith ?? [])]
      .filter((id) => id !== undefined)
      .map((id) => ({ inbox_id: inbox.id, external_id: id })),
    ...(saidBy ? [{ inbox_id: saidBy.id, external_id: event.id }] : []),
  ]);
  const events = messages.map(({ event }) => event);
  const [known, isAwaited] = await together(
    findMessages(tx, workspaceId, keys),
    awaitedEchoes(tx, workspaceId, events),
  );
  const verdicts: Verdict[] = [];
  const changes: Change[] = [];
  const fresh: Placed<MessageEvent>[] = [];
  const seen = new Set<string>();
  const echoed: { readonly inboxId: string; readonly externalId: string }[] = [];
  for (const message of messages) {
    const before = known.get(keyOf(message)) ?? saidAs(message, known);
    if (before || seen.has(keyOf(message)))
      verdicts.push(duplicate(message, before?.id, before?.conversationId ?? null));
    else {
      seen.add(keyOf(message));
      const own = isAwaited(message.event) ? await adoptEcho(tx, workspaceId, message.inbox.id, message.event) : null;
      if (own) {
        verdicts.push({ ...duplicate(message, own.messageId, own.conversationId), became: 'echo of our own answer' });
        changes.push({ kind: 'delivery', conversationId: own.conversationId });
        echoed.push({ inboxId: message.inbox.id, externalId: message.event.id });
      } else fresh.push(message);
    }
  }

  const located = await locateMessages(tx, workspaceId, fresh, known, now);
  const { conversationOf, opened, resolvedBefore } = await assignLanes(tx, workspaceId, located, known, now);
  const described: (Described & { readonly message: Located })[] = [];
  const insertedOf = await inPieces(located, (piece) => {
    const ones = piece.map((message) => ({
      message,
      ...describeMessage(message, conversationOf.get(keyOf(message)) ?? null),
    }));
    described.push(...ones);
    return insertMessages(
      tx,
      workspaceId,
      ones.map(({ row }) => row),
    );
  });
  const inserted = new Set(insertedOf.flatMap((ids) => [...ids]));
  const filed = described.filter(({ row }) => inserted.has(row.id));

  // None of these waits for another; on one connection they happen in this order.
  const [reserved, overtook] = await together(
    storeConversations(tx, workspaceId, filed, opened, now),
    takeEarly(tx, workspaceId, [
      ...filed.map(({ row: { inboxId, externalId } }) => ({ inboxId, externalId })),
      ...echoed,
    ]),
    wantMedia(
      tx,
      workspaceId,
      filed.flatMap(({ media }) => media),
      now,
    ),
    filePersonKeys(tx, workspaceId, filed, digest),
    addTimelineEvents(tx, workspaceId, beginnings(filed, new Set(opened.map(({ id }) => id)), resolvedBefore)),
  );
  const early = await applyTaken(tx, workspaceId, overtook, now);

  for (const { message, row } of described)
    verdicts.push(
      inserted.has(row.id) ? accepted(message, row.id, row.conversationId) : duplicate(message, undefined, null),
    );
  changes.push(...early);
  const hasOurs = filed.some(({ row }) => row.direction === 'outbound');
  return { verdicts, changes, reserved, hasOurs, heard: filed.flatMap(heardIn), voices: filed.flatMap(voiceIn) };
}

/** What an answer of ours by another account is already, under the name of that account's inbox. */
function saidAs({ saidBy, event }: Placed<MessageEvent>, known: Awaited<ReturnType<typeof findMessages>>) {
  const before = saidBy && known.get(externalKey(saidBy.id, event.id));
  // Filed from that account's own list it hangs in a thread of its own; here it belongs to this one too.
  return before?.conversationId ? before : undefined;
}

/** A webhook may still be on its way for so long, in milliseconds. */
const ON_ITS_WAY_MS = 10 * 60_000;

/** What customers said now, for the rhythm of the inbox. History says nothing about today. */
function heardIn({
  message: { inbox, entry, event, isReconciled },
  row,
}: Described & { readonly message: Located }): readonly Heard[] {
  // Nobody told us of what was overheard: it says nothing about whether the account is told.
  if (row.direction !== 'inbound' || row.isHistory || event.isOverheard) return [];
  const at = Math.min(row.sentAt.getTime(), entry.receivedAt.getTime());
  const isLate = entry.receivedAt.getTime() - at > ON_ITS_WAY_MS;
  return [{ inboxId: inbox.id, at: new Date(at), isRecovered: isReconciled === true && isLate }];
}

/**
 * What customers said to us in public, for how many speak and how: the past, too, or all would seem loud to an account
 * that was just connected. What is overheard counts on its board.
 */
function voiceIn({ message, row }: Described & { readonly message: Located }): readonly Voice[] {
  const { inbox, event, understood } = message;
  if (row.direction !== 'inbound' || row.reach === 'owned_private' || event.isOverheard) return [];
  return [{ boardId: SAID_TO_US, channel: inbox.channel, at: row.sentAt, mood: understood?.sentiment.label ?? null }];
}

/** Writes each conversation once, already stamped with the number under which browsers will be told of it. */
async function storeConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  filed: readonly (Described & { readonly message: Located })[],
  opened: Awaited<ReturnType<typeof assignLanes>>['opened'],
  now: Date,
): Promise<readonly ReservedChange[]> {
  const deltas = [...Map.groupBy(filed, ({ row }) => row.conversationId)].flatMap(([id, ones]) =>
    id === null ? [] : [{ id, delta: sumUp(ones.map(({ step }) => step)) }],
  );
  if (deltas.length === 0) return [];
  const isNew = new Map(opened.map((conversation) => [conversation.id, conversation]));
  // Before the workspace's row, in the order in which people's acts take them: else the two would wait for each other.
  const held = await holdConversations(
    tx,
    workspaceId,
    deltas.map(({ id }) => id).filter((id) => !isNew.has(id)),
  );
  await notifyAssignees(tx, workspaceId, askedIn(filed, held), now);
  const fresh = deltas.flatMap(({ id, delta }) => {
    const conversation = isNew.get(id);
    return conversation ? [{ ...conversation, delta, gist: gistOf(NO_GIST, delta.said) }] : [];
  });
  const older = deltas.flatMap(({ id, delta }) => {
    if (isNew.has(id)) return [];
    const before = held.get(id)?.gist ?? null;
    return [{ id, delta, gist: gistOf(before ?? NO_GIST, delta.said), waits: before !== null }];
  });
  const decided = await decideFiled(tx, workspaceId, fresh, older, saidBy(filed), now);
  const first = await reserveChanges(tx, workspaceId, deltas.length);
  const seqOf = new Map(deltas.map(({ id }, index) => [id, first + index]));
  const changedSeq = (id: ConversationId) => seqOf.get(id) ?? first;
  // Of one that was made just now, all is in this batch and has its conversation.
  const made = new Set(filed.flatMap(({ message: { thread } }) => (thread.isNew ? thread.id : [])));
  const privately = fresh
    .filter(({ reach, threadId }) => reach === 'owned_private' && !made.has(threadId))
    .map(({ threadId, id }) => ({ threadId, conversationId: id }));
  const inserted = inPieces(fresh, (piece) =>
    insertConversations(
      tx,
      workspaceId,
      piece.map((one) => ({ ...one, changedSeq: changedSeq(one.id), decided: decided.get(one.id) ?? null })),
      now,
    ),
  );
  const updated = updateConversations(
    tx,
    workspaceId,
    older.map(({ id, delta, gist }) => ({
      ...delta,
      id,
      gist,
      changedSeq: changedSeq(id),
      decided: decided.get(id) ?? null,
    })),
    now,
  );
  await together(inserted, updated, gatherEarlier(tx, workspaceId, privately));
  return [...seqOf].map(([conversationId, seq]) => ({ kind: 'message', conversationId, seq }));
}

/** What a batch says in each conversation, as rules look at it; sorted only where it is asked for. */
function saidBy(filed: readonly Described[]): (id: ConversationId) => readonly string[] {
  let rows: ReadonlyMap<ConversationId | null, readonly Described['row'][]> | null = null;
  return (id) => {
    rows ??= Map.groupBy(
      filed.map(({ row }) => row),
      ({ conversationId }) => conversationId,
    );
    const own = rows.get(id) ?? [];
    const newest = own.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime()).slice(0, MOST_MESSAGES);
    return newest.map(({ search }) => search.slice(0, MOST_LETTERS));
  };
}

/** What customers last said in conversations that belong to somebody. History calls nobody. */
function askedIn(filed: readonly Described[], held: Awaited<ReturnType<typeof holdConversations>>) {
  const last = new Map<ConversationId, string>();
  for (const { row, step } of filed)
    if (row.conversationId && step.asks && held.get(row.conversationId)?.isAssigned)
      last.set(row.conversationId, row.text);
  return [...last].map(([conversationId, text]) => ({ conversationId, text }));
}

function beginnings(
  filed: readonly Described[],
  opened: ReadonlySet<ConversationId>,
  resolvedBefore: ReadonlySet<ConversationId>,
) {
  const first = new Map<ConversationId, Described>();
  for (const one of filed) {
    const id = one.row.conversationId;
    if (id && one.row.direction === 'inbound' && !first.has(id)) first.set(id, one);
  }
  return [...first].flatMap(([conversationId, { row, step }]) => {
    const kind = opened.has(conversationId)
      ? 'opened'
      : resolvedBefore.has(conversationId) && step.asks
        ? 'reopened'
        : null;
    return kind
      ? [
          {
            conversationId,
            at: row.sentAt,
            actorKind: 'contact' as const,
            actorId: null,
            kind,
            detail: { isHistory: row.isHistory },
          },
        ]
      : [];
  });
}

function accepted(message: Located, messageId: MessageId, conversationId: ConversationId | null): Verdict {
  return {
    entryId: message.entry.id,
    position: message.position,
    state: 'filed',
    kind: 'message',
    became: conversationId ? 'message' : 'message in a thread, without a conversation',
    messageId,
    conversationId,
  };
}

function duplicate(
  message: Placed<MessageEvent>,
  messageId: MessageId | undefined,
  conversationId: ConversationId | null,
): Verdict {
  return {
    entryId: message.entry.id,
    position: message.position,
    state: 'duplicate',
    kind: 'message',
    became: 'known already',
    messageId,
    conversationId,
  };
}

import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, Json, UndoId } from '../core/ids.ts';
import type { Columns } from '../core/work/act.ts';
import { WAITS_FOR_NOBODY } from '../core/work/merge.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { holdForMoving, moveThese, outboxOf } from '../storage/work/moving.ts';
import { type Chosen, countSaid, insertLike, moveEmptiedLanes, readChosen } from '../storage/work/splits.ts';
import { firstAsked, readTalk } from '../storage/work/talk.ts';
import { readTitles } from '../storage/work/titles.ts';
import { beginUndoable, keepUndo } from './keep-undo.ts';
import { kept, NOTHING } from './merge-conversations.ts';
import { requireRight } from './require-right.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

export interface SplitInput {
  readonly id: string;
  readonly from: ConversationId;
  /** Of the new one; made by whoever acts. */
  readonly conversationId: string;
  readonly messages: readonly string[];
}

/**
 * These messages become a conversation of their own. Whatever of them waits goes on waiting there, and the rest goes on
 * waiting where it was: splitting answers nothing. A lane follows when all that was said in it went.
 * Throws `no_such_message`, `nothing_said`, `nothing_left`, `no_such_conversation`, `merged`, `id_taken`.
 */
export function splitConversation(
  db: Database,
  who: Who,
  input: SplitInput,
  now: Date,
): Promise<{ readonly undoId: string }> {
  const { workspaceId } = who;
  const { from } = input;
  const id = input.id as UndoId;
  const made = input.conversationId as ConversationId;
  const messages = [...new Set(input.messages)];
  return db.transaction(async (tx) => {
    const asked: Json = { from, conversationId: made, messages };
    const earlier = await beginUndoable(tx, who, { id, kind: 'split', conversationId: from, asked }, now);
    if (earlier !== undefined) return earlier as { undoId: string };
    await requireRight(tx, who, 'conversation', [from], 'answer');
    await holdForMoving(tx, workspaceId, [from]);
    const row = (await lockColumns(tx, workspaceId, [from])).get(from);
    if (!row) throw noSuch('conversation');
    if (row.merged_into_id)
      throw new CareError('conflict', 'merged', 'This became part of another conversation. Split that one.');
    const root = await checkChosen(tx, who, from, messages);

    const outbox = await outboxOf(tx, workspaceId, messages);
    const isNew = await insertLike(tx, workspaceId, from, {
      id: made,
      inbox_id: root.inboxId,
      thread_id: root.threadId ?? row.thread_id ?? null,
      channel: root.channel,
      reach: root.reach,
      contact_id: root.contactId ?? row.contact_id ?? null,
      identity_id: root.identityId ?? row.identity_id ?? null,
      subject: root.subject ?? row.subject ?? null,
      fields: {},
      promised_for: null,
      promise: null,
      promise_chased_at: null,
      first_response_at: null,
      first_response_by: null,
      opened_at: null,
      opened_by: null,
      created_at: now.toISOString(),
    });
    if (!isNew) throw new CareError('conflict', 'id_taken', 'This id belongs to another conversation. Use a new one.');
    const moved = await moveThese(tx, workspaceId, from, made, { ...NOTHING, messages, outbox });
    const lanes = await moveEmptiedLanes(tx, workspaceId, from, made);
    const after = await patchColumns(tx, workspaceId, [
      { id: from, patch: { ...(await readTalk(tx, workspaceId, from)), ...(await remains(tx, who, from, made, row)) } },
      { id: made, patch: { ...(await readTalk(tx, workspaceId, made)), ...(await begins(tx, who, made, row)) } },
    ]);
    await tell(tx, who, input, now);
    const steps = [
      {
        conversationId: from,
        place: 0,
        before: kept(row),
        after: kept(after.get(from) ?? {}),
        moved: { ...moved, lanes },
      },
      { conversationId: made, place: 0, before: {}, after: kept(after.get(made) ?? {}), moved: null },
    ];
    const answer = await keepUndo(tx, who, id, steps, { undoId: id });
    const changes = [from, made].map((conversationId) => ({ kind: 'split', conversationId }));
    await recordChanges(tx, workspaceId, changes, now);
    return answer;
  });
}

/** @returns what the new one begins with: the first thing a customer said in it, or else we */
async function checkChosen(tx: Tx, who: Who, from: ConversationId, messages: readonly string[]): Promise<Chosen> {
  const { workspaceId } = who;
  const chosen = await readChosen(tx, workspaceId, from, messages);
  // What became part of it may have been said in an inbox that is not theirs to work in.
  await requireRight(tx, who, 'message', messages, 'answer');
  if (chosen.length < messages.length)
    throw new CareError(
      'not_found',
      'no_such_message',
      'Not all of these messages are in this conversation (any more).',
    );
  const said = chosen.filter(({ direction }) => direction !== 'note');
  const root = said.find(({ direction }) => direction === 'inbound') ?? said[0];
  if (!root)
    throw new CareError('invalid', 'nothing_said', 'Choose at least one message: notes alone make no conversation.');
  if ((await countSaid(tx, workspaceId, from)) <= said.length)
    throw new CareError('conflict', 'nothing_left', 'That is all of it. Leave at least one message where it is.');
  return root;
}

/** The new one waits if a question that waited went with it; else it stands as the whole stood. */
async function begins(tx: Tx, { workspaceId }: Who, made: ConversationId, row: Columns): Promise<Columns> {
  if (row.attention !== 'needs_answer') return {};
  const asked = await firstAsked(tx, workspaceId, { conversationId: made }, { from: row.waiting_since as string });
  if (asked) return { waiting_since: asked };
  return WAITS_FOR_NOBODY;
}

/** The old one stops waiting only when every question that waited went away with the new one. */
async function remains(
  tx: Tx,
  { workspaceId }: Who,
  from: ConversationId,
  made: ConversationId,
  row: Columns,
): Promise<Columns> {
  if (row.attention !== 'needs_answer') return {};
  const since = row.waiting_since as string;
  const stays = await firstAsked(tx, workspaceId, { conversationId: from }, { from: since });
  if (stays) return { waiting_since: stays };
  if (!(await firstAsked(tx, workspaceId, { conversationId: made }, { from: since }))) return {};
  return WAITS_FOR_NOBODY;
}

async function tell(tx: Tx, who: Who, input: SplitInput, now: Date): Promise<void> {
  const made = input.conversationId as ConversationId;
  const titleOf = await readTitles(tx, who.workspaceId, [input.from, made]);
  const actor = toldBy(who, now);
  const messages = new Set(input.messages).size;
  await addTimelineEvents(tx, who.workspaceId, [
    {
      ...actor,
      conversationId: input.from,
      kind: 'split',
      detail: { undoId: input.id, into: titleOf(made), messages },
    },
    { ...actor, conversationId: made, kind: 'split_from', detail: { undoId: input.id, from: titleOf(input.from) } },
  ]);
}

import type { MessageEvent } from '../../core/channel/event.ts';
import { continuesOld } from '../../core/filing/lane.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../../storage/database.ts';
import type { NewConversation } from '../../storage/filing/conversations.ts';
import { type CurrentConversation, findLanes, type Lane, laneKey, openLanes } from '../../storage/filing/lanes.ts';
import type { KnownMessage } from '../../storage/filing/messages.ts';
import { externalKey } from '../../storage/filing/threads.ts';
import { newId } from '../../storage/new-id.ts';
import { keyOf, type Located } from './place-messages.ts';

export interface Assigned {
  /** By external key of the message; null: it stands in its thread and opens nothing. */
  readonly conversationOf: ReadonlyMap<string, ConversationId | null>;
  readonly opened: readonly NewConversation[];
  /** Conversations that were resolved and are talked in again. */
  readonly resolvedBefore: ReadonlySet<ConversationId>;
}

/** Gives each message its conversation: the lane's current one, or a new one that the lanes' key grants to one filer only. */
export async function assignLanes(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly Located[],
  known: ReadonlyMap<string, KnownMessage>,
  now: Date,
): Promise<Assigned> {
  const lanes = new Map(
    messages.flatMap((message) => (message.lane ? [[laneKey(laneFor(message)), laneFor(message)] as const] : [])),
  );
  const made = new Set(messages.filter(isLaneNew).map((message) => laneKey(laneFor(message))));
  const current = await findLanes(
    tx,
    workspaceId,
    [...lanes].filter(([key]) => !made.has(key)).map(([, lane]) => lane),
  );
  const wanted = wantedConversations(messages, current, now);
  const granted = await openLanes(
    tx,
    workspaceId,
    [...wanted].map(([key, { conversation, lane, replaces }]) => ({
      ...lane,
      key,
      conversationId: conversation.id,
      replaces,
    })),
  );
  const opened = [...wanted]
    .filter(([key, { conversation }]) => granted.get(key) === conversation.id)
    .map(([, { conversation }]) => conversation);

  const conversationOf = new Map<string, ConversationId | null>();
  for (const message of messages) {
    const lane = message.lane ? laneKey(laneFor(message)) : null;
    const ofLane = lane ? (granted.get(lane) ?? current.get(lane)?.id ?? null) : null;
    const parent = message.event.parent ? externalKey(message.inbox.id, message.event.parent) : null;
    const ofParent = parent ? (conversationOf.get(parent) ?? known.get(parent)?.conversationId ?? null) : null;
    conversationOf.set(keyOf(message), message.lane ? ofLane : ofParent);
  }
  const resolvedBefore = new Set(
    [...current.values()].filter(({ resolution }) => resolution !== 'open').map(({ id }) => id),
  );
  return { conversationOf, opened, resolvedBefore };
}

/** Its thread, or the person that it belongs to, was made a moment ago: it has no conversation yet. */
const isLaneNew = ({ thread, lane, identity }: Located): boolean =>
  thread.isNew || (identity?.isNew === true && lane === identity.id);

function laneFor(message: Located): Lane {
  return { threadId: message.thread.id, lane: message.lane ?? '' };
}

function wantedConversations(
  messages: readonly Located[],
  current: ReadonlyMap<string, CurrentConversation>,
  now: Date,
) {
  const wanted = new Map<
    string,
    { readonly conversation: NewConversation; readonly lane: Lane; readonly replaces: ConversationId | null }
  >();
  for (const message of messages) {
    // Only a person opens a conversation; our own words wait in the thread until one does.
    if (!message.whose || !message.lane) continue;
    const lane = laneFor(message);
    const key = laneKey(lane);
    const old = current.get(key);
    if (wanted.has(key) || (old && (continuesOld(old, now) || isMachine(message.event)))) continue;
    wanted.set(key, {
      lane,
      replaces: old?.id ?? null,
      conversation: {
        id: newId(),
        inboxId: message.inbox.id,
        threadId: message.thread.id,
        channel: message.inbox.channel,
        reach: message.thread.reach,
        contactId: message.whose.contactId,
        identityId: message.whose.id,
        subject: message.event.content.subject ?? message.event.thread.title ?? null,
        newcomer: message.whose.isNew ? message.whose : null,
      },
    });
  }
  return wanted;
}

const isMachine = (event: MessageEvent): boolean => event.automatic !== undefined;

import type { MessageEvent, Person } from '../../core/channel/event.ts';
import { laneOf } from '../../core/filing/lane.ts';
import type { ExternalIdentityId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../../storage/database.ts';
import {
  fileIdentities,
  findIdentities,
  type KnownIdentity,
  type PersonOnChannel,
  personKey,
} from '../../storage/filing/identities.ts';
import type { KnownMessage } from '../../storage/filing/messages.ts';
import { externalKey, fileThreads, findThreads, type KnownThread, threadKey } from '../../storage/filing/threads.ts';
import { together } from '../../storage/together.ts';
import type { Placed } from './parse-entries.ts';

/** A message that knows its thread, its author and its lane. */
export interface Located extends Placed<MessageEvent> {
  readonly thread: KnownThread;
  /** Null for our own words. */
  readonly identity: KnownIdentity | null;
  /** Whose matter it is: the author's, but for a machine's word about somebody, such as a mail that came back. */
  readonly whose: KnownIdentity | null;
  /** Null where our own words start no talk: below a public post the answered message decides. */
  readonly lane: string | null;
}

export const keyOf = ({ inbox, event }: Placed<MessageEvent>): string => externalKey(inbox.id, event.id);

/** Finds or makes authors and threads for messages that are new. `known`: messages of ours by external key. */
export async function locateMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly Placed<MessageEvent>[],
  known: ReadonlyMap<string, KnownMessage>,
  now: Date,
): Promise<readonly Located[]> {
  const people = messages.flatMap((message) =>
    [authorOf(message), counterpartOf(message)].filter((person) => person !== null),
  );
  const joined = joinThreads(messages, known);
  const wanted = messages.filter((message) => joined.get(keyOf(message)) === undefined);
  const [knownPeople, knownThreads] = await together(
    findIdentities(tx, workspaceId, people),
    findThreads(tx, workspaceId, distinctThreads(wanted)),
  );
  const identities = await fileIdentities(tx, workspaceId, people, now, knownPeople);
  const identityOf = (person: PersonOnChannel | null) =>
    person ? (identities.get(personKey(person.channel, person.scope, person.id)) ?? null) : null;
  const threads = await fileThreads(
    tx,
    workspaceId,
    wanted.map((message) => ({
      inboxId: message.inbox.id,
      thread: message.event.thread,
      counterpartId: identityOf(counterpartOf(message))?.id ?? null,
    })),
    now,
    knownThreads,
  );

  const located: Located[] = [];
  const threadByMessage = new Map<string, KnownThread>();
  for (const message of messages) {
    const join = joined.get(keyOf(message));
    const { kind, reach } = message.event.thread;
    const thread: KnownThread | undefined =
      join === undefined
        ? threads.get(externalKey(message.inbox.id, message.event.thread.id))
        : 'threadId' in join
          ? { id: join.threadId, kind, reach, isNew: false }
          : threadByMessage.get(join.message);
    if (!thread) throw new Error(`No thread could be made for message ${message.event.id}.`);
    threadByMessage.set(keyOf(message), thread);
    const identity = identityOf(authorOf(message));
    const lane = identity ? laneOf(thread, identity.id) : thread.reach === 'owned_private' ? thread.id : null;
    const about = message.event.automatic !== undefined ? identityOf(counterpartOf(message)) : null;
    // A call that we made is nobody's word, and a try that counts all the same.
    const called = message.event.content.call ? identityOf(counterpartOf(message)) : null;
    located.push({ ...message, thread, identity, whose: identity ? (about ?? identity) : called, lane });
  }
  return located;
}

function distinctThreads(messages: readonly Placed<MessageEvent>[]) {
  const keys = messages.map(({ inbox, event }) => threadKey({ inboxId: inbox.id, thread: event.thread }));
  return [...new Map(keys.map((key) => [externalKey(key.inbox_id, key.external_id), key])).values()];
}

/** A mail that answers a known one, or one before it in this batch, hangs in that one's thread. */
function joinThreads(messages: readonly Placed<MessageEvent>[], known: ReadonlyMap<string, KnownMessage>) {
  const joins = new Map<string, { readonly threadId: ThreadId } | { readonly message: string }>();
  const seen = new Set<string>();
  for (const message of messages) {
    for (const relative of message.event.belongsWith ?? []) {
      const key = externalKey(message.inbox.id, relative);
      const threadId = known.get(key)?.threadId;
      if (threadId) joins.set(keyOf(message), { threadId });
      else if (seen.has(key)) joins.set(keyOf(message), { message: key });
      else continue;
      break;
    }
    seen.add(keyOf(message));
  }
  return joins;
}

function authorOf({ event, inbox }: Placed<MessageEvent>): PersonOnChannel | null {
  if (event.author.kind === 'business') return null;
  const person: Person = event.author.kind === 'contact' ? event.author.person : nobody(event);
  return { ...person, channel: inbox.channel };
}

/** A message whose author the network keeps from us is still somebody's question. */
function nobody(event: MessageEvent): Person {
  return { id: `unknown:${event.id}` as ExternalIdentityId, scope: event.account };
}

function counterpartOf({ event, inbox }: Placed<MessageEvent>): PersonOnChannel | null {
  const person =
    event.thread.counterpart ??
    (event.thread.reach === 'owned_private' && event.author.kind === 'contact' ? event.author.person : undefined);
  return person ? { ...person, channel: inbox.channel } : null;
}

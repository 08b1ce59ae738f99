import type { MessageEvent } from '../../core/channel/event.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Heard } from '../../core/listening/hear.ts';
import type { Tx } from '../../storage/database.ts';
import {
  blockedKey,
  findBlocked,
  findInChannel,
  type KnownHit,
  lockHits,
  postKey,
  type SaidAlready,
} from '../../storage/listening/filing.ts';
import { isOverheard } from './hear-entry.ts';
import type { HitMemory } from './hit-memory.ts';
import type { Placed } from './parse-entries.ts';
import type { Verdict } from './verdict.ts';

type Message = Placed<MessageEvent>;

/** One post that was overheard, found once or several times in this batch. */
export interface Post {
  readonly message: Message;
  readonly heard: readonly Heard[];
  /** Null: it was not known. */
  readonly hit: KnownHit | null;
  /** What it is: filed with this batch (by its entry), or known; null: it goes to the board only. */
  readonly is: Message | SaidAlready | null;
}
export interface Sorted {
  /** Filed as every message is: what was said to us, and what a rule makes a conversation of. */
  readonly toFile: readonly Message[];
  readonly verdicts: readonly Verdict[];
  readonly posts: readonly Post[];
  /** Said to us, and overheard before: the hit is taken up by the message. */
  readonly met: readonly { readonly hit: KnownHit; readonly message: Message }[];
  /** Said to several accounts of ours at once: the second is the first one's message. */
  readonly echoes: readonly { readonly message: Message; readonly of: Message }[];
}

/** What is older than this is nobody's urgent work, however loud: it goes to the board. */
const FRESH_MS = 24 * 3_600_000;

export const keyOfPost = ({ inbox, event }: Message) => ({ channel: inbox.channel, key: event.worldId ?? event.id });
const textOf = (message: Message) => postKey(keyOfPost(message));
export const placeOf = ({ entry, position }: Message): string => `${entry.id} ${position}`;

/**
 * Decides what becomes of each post that was overheard, and lets one that was said to us and overheard be one: before
 * anything is filed, so that all of a batch is filed at once. Holds the hits that it is about.
 */
export async function sortOverheard(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly Message[],
  memory: HitMemory,
  now: Date,
): Promise<Sorted> {
  const overheard = messages.filter(isOverheard);
  const nothing: Sorted = { toFile: messages, verdicts: [], posts: [], met: [], echoes: [] };
  const inPublic = messages.filter((one): boolean => !isOverheard(one) && isPublicWord(one));
  const networks = await networksOf(tx, workspaceId, overheard, inPublic, memory);
  const toUs = inPublic.filter(({ inbox }) => networks.has(inbox.channel));
  if (overheard.length === 0 && toUs.length === 0) return nothing;

  const hits = await lockHits(tx, workspaceId, distinct([...overheard, ...toUs]).map(keyOfPost));
  if (overheard.length === 0 && hits.size === 0) return nothing;
  const known = await findInChannel(tx, workspaceId, distinct(overheard).map(lookedFor));
  const blocked = await findBlocked(tx, workspaceId, overheard.flatMap(personOf));

  const verdicts: Verdict[] = [];
  const said = meetHits(toUs, hits, verdicts);
  const posts: Post[] = [];
  for (const [key, found] of Map.groupBy(overheard, textOf)) {
    const wanted = found.filter((message) => {
      const why = refusalOf(message, blocked);
      if (why) verdicts.push(verdictOf(message, 'ignored', why));
      return !why;
    });
    const heard = union(wanted.flatMap((message) => message.overheard?.heard ?? []));
    const hit = hits.get(key) ?? null;
    const message = bestOf(wanted);
    if (!message) continue;
    const already = said.first.get(key) ?? known.get(key) ?? alreadyOf(hit);
    if (heard.length === 0) {
      const isKnown = hit !== null || already !== null;
      for (const one of wanted)
        verdicts.push(
          isKnown
            ? twice(one, hit, already)
            : verdictOf(one, 'ignored', one.overheard?.passed || 'no listening rule is on'),
        );
      continue;
    }
    const isWork = already === null && makesWork(message, heard, hit, now);
    posts.push({ message, heard, hit, is: already ?? (isWork ? message : null) });
    for (const one of wanted)
      if (one !== message || already !== null || (hit && !isWork)) verdicts.push(twice(one, hit, already));
      else if (!isWork) verdicts.push(verdictOf(one, 'filed', boardWords(message, heard, now)));
  }
  const filing = new Set(posts.flatMap(({ message, is }) => (is === message ? [placeOf(message)] : [])));
  return {
    toFile: messages.flatMap((one) => {
      if (!isOverheard(one)) return said.left.has(placeOf(one)) ? [] : [one];
      return filing.has(placeOf(one)) ? [asLive(one)] : [];
    }),
    verdicts,
    posts,
    met: said.met,
    echoes: said.echoes,
  };
}

/** Networks on which something was overheard: in this batch or before. */
async function networksOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  overheard: readonly Message[],
  inPublic: readonly Message[],
  memory: HitMemory,
): Promise<ReadonlySet<string>> {
  const channelsOf = (messages: readonly Message[]) => new Set(messages.map(({ inbox }) => inbox.channel));
  const now = channelsOf(overheard);
  const asked = channelsOf(inPublic).difference(now);
  return asked.size === 0 ? now : now.union(await memory.overheardIn(tx, workspaceId, asked));
}

/** What was said to us and was overheard before, here or by another account of ours. */
function meetHits(toUs: readonly Message[], hits: ReadonlyMap<string, KnownHit>, verdicts: Verdict[]) {
  const first = new Map<string, Message>();
  const left = new Set<string>();
  const met: { hit: KnownHit; message: Message }[] = [];
  const echoes: { message: Message; of: Message }[] = [];
  for (const message of toUs) {
    const key = textOf(message);
    const before = first.get(key);
    const hit = hits.get(key);
    if (hit?.messageId && hit.messageInboxId !== message.inbox.id) {
      left.add(placeOf(message));
      verdicts.push(twice(message, hit, alreadyOf(hit)));
    } else if (hit && before && before.inbox.id !== message.inbox.id) {
      left.add(placeOf(message));
      echoes.push({ message, of: before });
    } else if (!before) {
      first.set(key, message);
      if (hit && !hit.messageId) met.push({ hit, message });
    }
  }
  return { first, left, met, echoes };
}

const isPublicWord = ({ event }: Message): boolean =>
  event.author.kind !== 'business' && event.thread.reach !== 'owned_private';

const lookedFor = (message: Message) => ({
  ...keyOfPost(message),
  inboxId: message.inbox.id,
  localId: message.event.id,
  isWorldwide: message.event.worldId !== undefined,
});

const distinct = (messages: readonly Message[]): readonly Message[] => [
  ...new Map(messages.map((message) => [`${textOf(message)}\n${message.inbox.id}`, message])).values(),
];

const personOf = ({ inbox, event }: Message) =>
  event.author.kind === 'contact'
    ? [{ channel: inbox.channel, scope: event.author.person.scope, id: event.author.person.id }]
    : [];

function refusalOf(message: Message, blocked: ReadonlySet<string>): string | null {
  if (message.event.author.kind === 'business') return 'said by an account of ours';
  return personOf(message).some((person) => blocked.has(blockedKey(person))) ? 'its author is blocked' : null;
}

const union = (heard: readonly Heard[]): readonly Heard[] =>
  [...new Map(heard.toReversed().map((one) => [one.ruleId, one])).values()].toReversed();

const wantsWork = (heard: readonly Heard[]): boolean => heard.some(({ becomes }) => becomes === 'conversation');

/** The one whose account's rules make work of it, else one that any rule heard. */
const bestOf = (found: readonly Message[]): Message | undefined =>
  found.find(({ overheard }) => wantsWork(overheard?.heard ?? [])) ??
  found.find(({ overheard }) => (overheard?.heard.length ?? 0) > 0) ??
  found[0];

const isFresh = ({ event }: Message, now: Date): boolean => now.getTime() - event.sentAt.getTime() < FRESH_MS;

/** A hit that waits becomes work when a rule hears it that did not before; what people judged stays judged. */
function makesWork(message: Message, heard: readonly Heard[], hit: KnownHit | null, now: Date): boolean {
  if (!wantsWork(heard) || !isFresh(message, now)) return false;
  if (!hit) return true;
  const before = new Set(hit.because.map(({ ruleId }) => ruleId));
  return (
    hit.state === 'waiting' && heard.some(({ ruleId, becomes }) => becomes === 'conversation' && !before.has(ruleId))
  );
}

const alreadyOf = (hit: KnownHit | null): SaidAlready | null =>
  hit?.messageId ? { id: hit.messageId, conversationId: hit.conversationId } : null;

/** Found in the past or not: what becomes work waits from now on. */
function asLive(message: Message): Message {
  const { isHistory: _, ...event } = message.event;
  return { ...message, event };
}

const boardWords = (message: Message, heard: readonly Heard[], now: Date): string =>
  wantsWork(heard) && !isFresh(message, now)
    ? 'a hit on a board: said more than 24 hours ago, so no conversation by itself'
    : 'a hit on a board';

const twice = (message: Message, hit: KnownHit | null, already: Message | SaidAlready | null): Verdict => ({
  ...verdictOf(message, 'duplicate', hit && !already ? 'on a board already' : 'known already'),
  ...(already && 'id' in already ? { messageId: already.id, conversationId: already.conversationId } : {}),
});

function verdictOf(message: Message, state: Verdict['state'], became: string): Verdict {
  return { entryId: message.entry.id, position: message.position, state, kind: 'message', became };
}

import { pulledEntry } from '../shared/pulled-entry.ts';
import { isGone, troubleOf } from './outcome.ts';
import { topOf } from './place.ts';
import { type Reading, readThread, takeComment } from './read-threads.ts';
import { Comment, listIn, Thread } from './shapes.ts';

/** Nobody is told of answers to old threads, of edits or deletions: what is known is looked at again, 50 for a unit. */
const AT_ONCE = 50;
const NEWEST = 25;
const COUNT_AGAIN = -1;

export interface Turn {
  at: number;
}

/** Answers to threads that are not among the newest any more; edits and deletions of their first comments. */
export async function lookAtThreads(reading: Reading, turn: Turn): Promise<void> {
  const asked = inTurn([...reading.memory.threads.keys()].toReversed(), turn);
  const found = await listById(reading, 'commentThreads', 'snippet,replies', asked);
  for (const raw of found.items) await readThread(reading, raw, null);
  const there = new Set(found.items.map((raw) => Thread.safeParse(raw).data?.id));
  for (const id of found.closed) {
    there.add(id);
    reading.memory.threads.delete(id);
  }
  await tellGone(
    reading,
    asked.filter((id) => !there.has(id)),
  );
}

/** Edits and deletions of answers. */
export async function lookAtReplies(reading: Reading, turn: Turn): Promise<void> {
  const replies = [...reading.memory.comments.keys()].toReversed().filter((id) => id.includes('.'));
  const asked = inTurn(replies, turn);
  const gone = await missing(reading, asked, (raw) => takeComment(reading, raw, null));
  tell(reading, gone);
}

function inTurn(ids: readonly string[], turn: Turn): string[] {
  const others = ids.slice(NEWEST);
  if (turn.at >= others.length) turn.at = 0;
  const asked = [...ids.slice(0, NEWEST), ...others.slice(turn.at, turn.at + AT_ONCE - NEWEST)];
  turn.at += AT_ONCE - NEWEST;
  return asked;
}

/** A thread can be closed to us for other reasons than that its first comment is gone. */
async function tellGone(reading: Reading, threads: readonly string[]): Promise<void> {
  const gone = await missing(reading, threads, () => {});
  for (const id of gone) reading.memory.threads.delete(id);
  const below = [...reading.memory.comments.keys()].filter((id) => gone.some((top) => id.startsWith(`${top}.`)));
  tell(reading, [...gone, ...below]);
}

async function missing(reading: Reading, ids: readonly string[], found: (raw: unknown) => void): Promise<string[]> {
  if (ids.length === 0) return [];
  const { items, closed } = await listById(reading, 'comments', 'snippet', ids);
  for (const raw of items) found(raw);
  const there = new Set(items.map((raw) => Comment.safeParse(raw).data?.id));
  for (const id of closed) {
    there.add(id);
    reading.memory.comments.delete(id);
  }
  return ids.filter((id) => !there.has(id));
}

function tell({ memory, entries, now, rejected }: Reading, gone: readonly string[]): void {
  for (const id of gone) {
    const known = memory.comments.get(id);
    memory.comments.delete(id);
    // another answer in its place leaves the count of the thread as it was
    if (memory.threads.has(topOf(id))) memory.threads.set(topOf(id), COUNT_AGAIN);
    // what was hidden may be refused to us as well; that it is deleted is certain only of what everybody saw
    if (known?.isShown && !rejected.has(id))
      entries.push(pulledEntry({ deleted: { id, at: now().toISOString() } }, false));
  }
}

interface Found {
  readonly items: readonly unknown[];
  /** There, and refused to us: looked at no more, or they would keep the others from being seen. */
  readonly closed: readonly string[];
}

/** What is gone or closed is left out of the answer, or makes the whole request fail: then it is looked for by halves. */
async function listById(reading: Reading, path: string, part: string, ids: readonly string[]): Promise<Found> {
  if (ids.length === 0) return { items: [], closed: [] };
  const query = { part, id: ids, textFormat: 'plainText' };
  const answer = await reading.youtube({ method: 'GET', path, query });
  if (answer.kind === 'ok') return { items: listIn(answer.body).items, closed: [] };
  const trouble = troubleOf(answer, reading.now());
  const isClosed = answer.status === 403 && trouble.kind === 'unavailable';
  if (!isGone(answer) && !isClosed) throw trouble;
  if (ids.length === 1) return { items: [], closed: isClosed ? ids : [] };
  const half = Math.ceil(ids.length / 2);
  const first = await listById(reading, path, part, ids.slice(0, half));
  const second = await listById(reading, path, part, ids.slice(half));
  return { items: [...first.items, ...second.items], closed: [...first.closed, ...second.closed] };
}

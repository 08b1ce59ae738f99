import { pulledEntry } from '../shared/pulled-entry.ts';
import { isGone, troubleOf } from './outcome.ts';
import { type Reading, readThread, takeComment } from './read-threads.ts';
import { Comment, listIn, Thread } from './shapes.ts';

/** Nobody is told of answers to old threads, of edits or deletions: what is known is looked at again, 50 for a unit. */
const AT_ONCE = 50;
const NEWEST = 25;

export interface Turn {
  at: number;
}

/** Answers to threads that are not among the newest any more; edits and deletions of their first comments. */
export async function lookAtThreads(reading: Reading, turn: Turn): Promise<void> {
  const asked = inTurn([...reading.memory.threads.keys()].toReversed(), turn);
  const found = await listById(reading, 'commentThreads', 'snippet,replies', asked);
  for (const raw of found.items) await readThread(reading, raw, null);
  const there = new Set(found.items.map((raw) => Thread.safeParse(raw).data?.id));
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
  const { items } = await listById(reading, 'comments', 'snippet', ids);
  for (const raw of items) found(raw);
  const there = new Set(items.map((raw) => Comment.safeParse(raw).data?.id));
  return ids.filter((id) => !there.has(id));
}

function tell({ memory, entries, now, rejected }: Reading, gone: readonly string[]): void {
  for (const id of gone) {
    const known = memory.comments.get(id);
    memory.comments.delete(id);
    // what was hidden may be refused to us as well; that it is deleted is certain only of what everybody saw
    if (known?.isShown && !rejected.has(id))
      entries.push(pulledEntry({ deleted: { id, at: now().toISOString() } }, false));
  }
}

/** What is gone is left out of the answer, or makes the whole request fail: then it is looked for by halves. */
async function listById(
  reading: Reading,
  path: string,
  part: string,
  ids: readonly string[],
): Promise<{ readonly items: readonly unknown[] }> {
  if (ids.length === 0) return { items: [] };
  const query = { part, id: ids, textFormat: 'plainText' };
  const answer = await reading.youtube({ method: 'GET', path, query });
  if (answer.kind === 'ok') return listIn(answer.body);
  if (!isGone(answer)) throw troubleOf(answer, reading.now());
  if (ids.length === 1) return { items: [] };
  const half = Math.ceil(ids.length / 2);
  const { items } = await listById(reading, path, part, ids.slice(0, half));
  return { items: [...items, ...(await listById(reading, path, part, ids.slice(half))).items] };
}

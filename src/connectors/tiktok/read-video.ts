import { createHash } from 'node:crypto';
import type { RestFailure } from '../shared/rest.ts';
import { troubleOf } from '../shared/rest.ts';
import { type Calls, WORDS } from './calls.ts';
import { type Listed, listComments } from './list.ts';
import { Comment } from './shapes.ts';

/** Of one video at one look: 10 pages of 30. */
const PAGES = 10;
const REMEMBERED = 400;

/** Of each comment that was read, how many answers it had. */
export type Seen = Readonly<Record<string, number>>;
export interface Fresh {
  readonly raw: unknown;
  /** Null where it cannot be read. */
  readonly at: Date | null;
}
export interface ReadVideo {
  /** In the order in which they were written. */
  readonly fresh: readonly Fresh[];
  readonly seen: Seen;
  /** Older comments than this were not reached, though they may be new; null: all were. */
  readonly unreadBefore: Date | null;
}

export const listed = (answer: Listed | RestFailure): Listed => {
  if ('kind' in answer) throw troubleOf(answer, WORDS);
  return answer;
};

/** Everything below one video that was not seen: comments, and the answers to those that have more of them now. */
export async function readVideo(
  calls: Calls,
  video: string,
  known: Seen | undefined,
  { floor, isDue }: { readonly floor: number; readonly isDue: boolean },
): Promise<ReadVideo> {
  const seen: Record<string, number> = {};
  const fresh: Fresh[] = [];
  const take = (raw: unknown): Comment | undefined => {
    const comment = Comment.safeParse(raw).data;
    if (!comment) {
      const key = `?${createHash('sha256').update(JSON.stringify(raw)).digest('base64url').slice(0, 12)}`;
      if (known?.[key] === undefined) fresh.push({ raw, at: null });
      seen[key] = 0;
      return undefined;
    }
    const { comment_id: id, replies = 0, create_time: at } = comment;
    const isNew = known?.[id] === undefined && !Object.hasOwn(seen, id);
    if (isNew && at.getTime() >= floor) fresh.push({ raw, at });
    seen[id] = replies;
    return comment;
  };

  let cursor: string | undefined;
  let unreadBefore: Date | null = null;
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = listed(await listComments(calls, { video, ...(cursor === undefined ? {} : { cursor }) }));
    const oldest = { at: Number.POSITIVE_INFINITY, isKnown: false };
    for (const raw of items) {
      const comment = take(raw);
      if (!comment) continue;
      const { comment_id: id, replies = 0, create_time } = comment;
      oldest.at = Math.min(oldest.at, create_time.getTime());
      oldest.isKnown ||= known?.[id] !== undefined;
      if (replies === 0 || (known?.[id] === replies && !(isDue && page === 0))) continue;
      for (const answer of await answersTo(calls, comment)) take(answer);
    }
    if (next === undefined) break;
    cursor = next;
    const isLast = page === PAGES - 1;
    if (isLast && !oldest.isKnown && Number.isFinite(oldest.at) && oldest.at > floor)
      unreadBefore = new Date(oldest.at);
  }
  const remembered = Object.entries({ ...seen, ...known, ...seen }).slice(0, REMEMBERED);
  return { fresh: fresh.toReversed(), seen: Object.fromEntries(remembered), unreadBefore };
}

async function answersTo(calls: Calls, { comment_id: id, video_id: video }: Comment): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const place = { video, comment: id, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = listed(await listComments(calls, place));
    // an answer names what it answers only in some lists
    for (const raw of items) all.push(typeof raw === 'object' ? { parent_comment_id: id, ...withoutNull(raw) } : raw);
    if (next === undefined) break;
    cursor = next;
  }
  return all;
}

const withoutNull = (raw: object | null) =>
  Object.fromEntries(Object.entries(raw ?? {}).filter(([, value]) => value !== null));

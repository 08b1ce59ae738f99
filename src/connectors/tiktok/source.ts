import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import { type RestFailure, troubleOf } from '../shared/rest.ts';
import { type Calls, WORDS } from './calls.ts';
import type { TikTokCredentials } from './credentials.ts';
import { type Listed, listComments, listVideos } from './list.ts';
import { Comment, Video } from './shapes.ts';

const EVERY_MS = 2 * 60_000;
const HISTORY_MS = 30 * 86_400_000;
const VIDEOS = 20;
/** Of one video at one look: 10 pages of 30. */
const PAGES = 10;
const REMEMBERED = 400;

/** A count stays the same when as many were deleted as were written, so now and then the lists are read all the same. */
const ALL_THE_SAME_MS = 3_600_000;

/** Of each video: how many comments it said to have, and of each comment that was read how many answers. */
const Mark = z.object({
  videos: z.record(
    z.string(),
    z.object({ comments: z.number(), readAt: z.number().default(0), seen: z.record(z.string(), z.number()) }),
  ),
});
type Known = z.infer<typeof Mark>['videos'][string];

export function createSource(
  callsOf: (credentials: TikTokCredentials) => Calls,
  now: () => Date,
): PulledSource<TikTokCredentials> {
  return {
    streams: () => [{ name: 'comments', everyMs: EVERY_MS }],
    async open(credentials, account) {
      if (account !== credentials.businessId)
        throw new Trouble('misconfigured', 'These credentials open another account than that of this inbox.');
      const calls = callsOf(credentials);
      return {
        async pull(stream, cursor) {
          if (stream !== 'comments') throw new Trouble('misconfigured', `TikTok has no stream called ${stream}.`);
          return pullComments(calls, cursor, now());
        },
        async close() {},
      };
    },
  };
}

const listed = (answer: Listed | RestFailure): Listed => {
  if ('kind' in answer) throw troubleOf(answer, WORDS);
  return answer;
};

/** The list of videos says where something was added; only those are read. */
async function pullComments(calls: Calls, cursor: Cursor | null, now: Date): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data ?? null;
  const isHistory = mark === null;
  const floor = now.getTime() - HISTORY_MS;
  const entries: Pulled['entries'][number][] = [];
  const videos: Record<string, Known> = {};
  for (const raw of listed(await listVideos(calls, VIDEOS)).items) {
    const video = Video.safeParse(raw).data;
    if (!video) {
      if (isHistory) entries.push(pulledEntry({ video: raw }, true));
      continue;
    }
    const known = mark?.videos[video.item_id];
    const comments = video.comments ?? 0;
    const isDue = !known || now.getTime() - known.readAt >= ALL_THE_SAME_MS;
    const isSame = known?.comments === comments && video.comments !== undefined;
    if (known && isSame && !isDue) {
      videos[video.item_id] = known;
      continue;
    }
    if (!isSame) entries.push(pulledEntry({ video: raw }, isHistory));
    const read = await readVideo(calls, video.item_id, known, { floor, isDue });
    entries.push(...read.fresh.map((comment) => pulledEntry({ comment, video: raw }, isHistory)));
    videos[video.item_id] = { comments, readAt: isDue ? now.getTime() : known.readAt, seen: read.seen };
  }
  return { entries, cursor: { videos }, more: false };
}

/** Everything below one video that was not seen: comments, and the answers to those that have more of them now. */
async function readVideo(
  calls: Calls,
  video: string,
  known: Known | undefined,
  { floor, isDue }: { readonly floor: number; readonly isDue: boolean },
) {
  const seen: Record<string, number> = {};
  const fresh: unknown[] = [];
  const take = (raw: unknown): Comment | undefined => {
    const comment = Comment.safeParse(raw).data;
    if (!comment) {
      const key = `?${createHash('sha256').update(JSON.stringify(raw)).digest('base64url').slice(0, 12)}`;
      if (known?.seen[key] === undefined) fresh.push(raw);
      seen[key] = 0;
      return undefined;
    }
    const { comment_id: id, replies = 0, create_time } = comment;
    const isNew = known?.seen[id] === undefined && !Object.hasOwn(seen, id);
    if (isNew && create_time.getTime() >= floor) fresh.push(raw);
    seen[id] = replies;
    return comment;
  };

  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = listed(await listComments(calls, { video, ...(cursor === undefined ? {} : { cursor }) }));
    for (const raw of items) {
      const comment = take(raw);
      const replies = comment?.replies ?? 0;
      if (!comment || replies === 0) continue;
      const isSame = known?.seen[comment.comment_id] === replies;
      if (isSame && !(isDue && page === 0)) continue;
      for (const answer of await answersTo(calls, comment)) take(answer);
    }
    if (next === undefined) break;
    cursor = next;
  }
  const remembered = Object.entries({ ...seen, ...known?.seen, ...seen }).slice(0, REMEMBERED);
  // a story is filed in the order in which it was told
  return { fresh: fresh.toReversed(), seen: Object.fromEntries(remembered) };
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

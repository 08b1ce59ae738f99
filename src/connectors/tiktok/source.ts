import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import type { Calls } from './calls.ts';
import type { TikTokCredentials } from './credentials.ts';
import { listVideos } from './list.ts';
import { listed, type ReadVideo, readVideo } from './read-video.ts';
import { Video } from './shapes.ts';

const SECOND_MS = 1_000;
const EVERY_MS = 2 * 60_000;
const HISTORY_MS = 30 * 86_400_000;
const VIDEOS = 20;
/** A count stays the same when as many were deleted as were written, so now and then the lists are read all the same. */
const ALL_THE_SAME_MS = 3_600_000;

/** Of each video: how many comments it said to have, and of each comment that was read how many answers. */
const Mark = z.object({
  /** When the account was first read, milliseconds: what was written before is the past, whenever it is met. */
  since: z.number().default(0),
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

/**
 * The list of videos says where something was added; only those are read. What one video refuses (its comments were
 * switched off) does not keep the others from being read, and what was read before a trouble is kept.
 */
async function pullComments(calls: Calls, cursor: Cursor | null, now: Date): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data ?? null;
  const isFirst = mark === null;
  const since = mark?.since ?? Math.floor(now.getTime() / SECOND_MS) * SECOND_MS;
  const floor = now.getTime() - HISTORY_MS;
  const entries: Pulled['entries'][number][] = [];
  const videos: Record<string, Known> = {};
  const unread: { readonly from: number; readonly to: number }[] = [];
  const troubles: Trouble[] = [];
  let reads = 0;
  for (const raw of listed(await listVideos(calls, VIDEOS)).items) {
    const video = Video.safeParse(raw).data;
    if (!video) {
      if (isFirst) entries.push(pulledEntry({ video: raw }, true));
      continue;
    }
    const known = mark?.videos[video.item_id];
    if (known) videos[video.item_id] = known;
    const comments = video.comments ?? 0;
    const isDue = !known || now.getTime() - known.readAt >= ALL_THE_SAME_MS;
    const isSame = known?.comments === comments && video.comments !== undefined;
    if ((known && isSame && !isDue) || troubles.some(isOfAll)) continue;
    const read = await readOrTrouble(() => readVideo(calls, video.item_id, known?.seen, { floor, isDue }));
    if (read instanceof Trouble) {
      troubles.push(read);
      continue;
    }
    reads += 1;
    if (!isSame) entries.push(pulledEntry({ video: raw }, isFirst));
    for (const { raw: comment, at } of read.fresh)
      entries.push(pulledEntry({ comment, video: raw }, isFirst || (at !== null && at.getTime() < since)));
    const readAt = isDue ? now.getTime() : known.readAt;
    videos[video.item_id] = { comments, readAt, seen: read.seen };
    if (!isFirst && read.unreadBefore)
      unread.push({ from: Math.max(known?.readAt ?? since, floor), to: read.unreadBefore.getTime() });
  }
  const [trouble] = troubles.toSorted((one, other) => Number(isOfAll(other)) - Number(isOfAll(one)));
  if (trouble && (reads === 0 || trouble.kind === 'needs_login')) throw trouble;
  return { entries, cursor: { since, videos }, more: false, ...gapOf(unread) };
}

/** Of the account or the network, and not of one video. */
const isOfAll = ({ kind }: Trouble) => kind !== 'misconfigured';

async function readOrTrouble(read: () => Promise<ReadVideo>): Promise<ReadVideo | Trouble> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

function gapOf(unread: readonly { readonly from: number; readonly to: number }[]): Pick<Pulled, 'gap'> {
  const from = Math.min(...unread.map((one) => one.from));
  const to = Math.max(...unread.map((one) => one.to));
  const why = 'Of one video TikTok was asked for the newest 300 comments, and more were written since the last look.';
  return from < to ? { gap: { from: new Date(from), to: new Date(to), why } } : {};
}

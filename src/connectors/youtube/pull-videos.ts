import { Trouble } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import type { YouTubeCall } from './api.ts';
import { isGone, troubleOf } from './outcome.ts';
import { threadsOf } from './pull-newest.ts';
import { field, type Reading, readThread } from './read-threads.ts';
import { listIn, Video } from './shapes.ts';

/** How many videos whose comments became more are gone through in one look. */
const GONE_THROUGH = 5;

/** The newest 50 videos with their counts; and the newest threads of those whose comments became more. */
export async function pullVideos(reading: Reading, uploads: string): Promise<void> {
  const { memory, entries } = reading;
  const ids = (
    await list(reading, 'playlistItems', { part: 'contentDetails', playlistId: uploads, maxResults: 50 })
  ).flatMap((raw) => {
    const id = field(field(raw, 'contentDetails'), 'videoId');
    return typeof id === 'string' ? [id] : [];
  });
  if (ids.length === 0) return;
  const grown: string[] = [];
  const found = await list(reading, 'videos', { part: 'snippet,statistics', id: ids });
  // oldest first, so that the newest are the last to be forgotten
  for (const raw of found.toReversed()) {
    const video = Video.safeParse(raw).data;
    if (!video) continue;
    const { likeCount = 0, commentCount = 0 } = video.statistics ?? {};
    const state = `${likeCount}/${commentCount}/${video.snippet.title ?? ''}`;
    const before = memory.videos.get(video.id);
    memory.videos.delete(video.id);
    memory.videos.set(video.id, state);
    if (before === state) continue;
    entries.push(pulledEntry({ video: raw }, false));
    if (before !== undefined && commentCount > Number(before.split('/')[1])) grown.push(video.id);
  }
  for (const videoId of grown.toReversed().slice(0, GONE_THROUGH)) {
    for (const raw of await newestOf(reading, videoId))
      if (isWorthIt(reading, raw)) await readThread(reading, raw, 'published');
  }
}

async function newestOf(reading: Reading, videoId: string): Promise<readonly unknown[]> {
  try {
    return (await threadsOf(reading, { videoId }, 'published')).items.toReversed();
  } catch (error) {
    if (error instanceof Trouble && error.kind === 'unavailable') return []; // its comments were closed meanwhile
    throw error;
  }
}

/** What is known, and what somebody wrote in since we read this channel. */
function isWorthIt({ memory }: Reading, raw: unknown): boolean {
  if (memory.threads.has(String(field(raw, 'id')))) return true;
  const replies = field(field(raw, 'replies'), 'comments');
  const all = [field(field(raw, 'snippet'), 'topLevelComment'), ...(Array.isArray(replies) ? replies : [])];
  return all.some(
    (comment) => Date.parse(String(field(field(comment, 'snippet'), 'publishedAt'))) >= memory.since.getTime(),
  );
}

async function list({ youtube, now }: Reading, path: string, query: YouTubeCall['query']): Promise<readonly unknown[]> {
  const answer = await youtube({ method: 'GET', path, query });
  if (answer.kind === 'ok') return listIn(answer.body).items;
  if (isGone(answer) || answer.reason === 'playlistNotFound') return []; // a channel without a video has no list of them
  throw troubleOf(answer, now());
}

import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import type { YouTube } from './api.ts';
import { type OpenMemory, UNREAD } from './memory.ts';
import { troubleOf } from './outcome.ts';
import { Comment, listIn, type Moderation, Moderation as States, Thread } from './shapes.ts';

/** 1,000 answers below one comment. */
const REPLY_PAGES = 10;

export interface Reading {
  readonly youtube: YouTube;
  readonly memory: OpenMemory;
  readonly entries: PulledEntry[];
  readonly now: () => Date;
  readonly rejected: ReadonlySet<string>;
}
/** Where the list says that its comments stand; null: it does not say. */
export type Listed = Moderation | null;

/** Takes down what is new about a thread and its answers, asking for those that did not come along. */
export async function readThread(reading: Reading, raw: unknown, listed: Listed): Promise<void> {
  const thread = Thread.safeParse(raw).data;
  if (!thread) return takeOdd(reading, raw, listed);
  const { memory } = reading;
  const { topLevelComment: top, totalReplyCount = 0 } = thread.snippet;
  const rawTop = field(field(raw, 'snippet'), 'topLevelComment');
  const videoId = top.snippet.videoId ?? thread.snippet.videoId;
  const inlined = thread.replies?.comments ?? [];
  // a list of what is held shows whole threads: where one says that it is held, the others are not
  const isSaid = [rawTop, ...inlined].some((comment) => stateIn(comment) !== undefined);
  const state = listed !== 'published' && (isSaid || thread.snippet.isPublic) ? null : listed;
  takeComment(reading, rawTop, state, videoId);

  const hasChanged = memory.threads.get(thread.id) !== totalReplyCount;
  const isMore = hasChanged && totalReplyCount > inlined.length;
  const replies = (isMore ? await repliesOf(reading, thread.id) : null) ?? inlined;
  for (const reply of replies) takeComment(reading, reply, state, videoId);
  if (hasChanged) memory.threads.delete(thread.id);
  memory.threads.set(thread.id, totalReplyCount);
}

export function takeComment(reading: Reading, raw: unknown, listed: Listed, videoId?: string): void {
  const { memory, entries } = reading;
  const comment = Comment.safeParse(raw).data;
  if (!comment) {
    takeOdd(reading, raw, listed);
    return;
  }
  const own = stateIn(raw);
  const state = own ?? (listed === 'published' || !memory.comments.has(comment.id) ? (listed ?? undefined) : undefined);
  for (const change of memory.note(comment, state)) {
    const isShown = memory.comments.get(comment.id)?.isShown ?? true;
    const moderation = isShown ? 'published' : (state ?? 'heldForReview');
    const isHistory = change === 'new' && comment.snippet.publishedAt < memory.since;
    const place = videoId === undefined ? {} : { videoId };
    entries.push(pulledEntry({ comment: raw, change, moderation, ...place }, isHistory));
  }
}

const stateIn = (raw: unknown): Moderation | undefined =>
  States.safeParse(field(field(raw, 'snippet'), 'moderationStatus')).data;

/** What cannot be read is shown once, and said why. */
function takeOdd({ memory, entries }: Reading, raw: unknown, listed: Listed): void {
  const id = field(raw, 'id');
  if (typeof id !== 'string' || id.length > 300 || memory.comments.has(id)) return;
  memory.comments.set(id, { editedAt: UNREAD, isShown: true });
  entries.push(pulledEntry({ comment: raw, change: 'new', moderation: listed ?? 'published' }, false));
}

async function repliesOf({ youtube, now }: Reading, parentId: string): Promise<unknown[] | null> {
  const found: unknown[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < REPLY_PAGES; page += 1) {
    const query = { part: 'snippet', parentId, maxResults: 100, textFormat: 'plainText', pageToken };
    const answer = await youtube({ method: 'GET', path: 'comments', query });
    if (answer.kind === 'failed') {
      // one thread that cannot be opened must not keep the others from being read
      if (answer.status >= 400 && answer.status < 500 && troubleOf(answer, now()).kind === 'unavailable') return null;
      throw troubleOf(answer, now());
    }
    const list = listIn(answer.body);
    found.push(...list.items);
    pageToken = list.nextPageToken;
    if (pageToken === undefined) break;
  }
  // the network gives them newest first; they are told in the order in which they were said
  return found.toReversed();
}

export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
}

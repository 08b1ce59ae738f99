import { Trouble } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { type WalkPage, walk } from '../shared/walk.ts';
import { troubleOf } from './outcome.ts';
import { type Reading, readThread } from './read-threads.ts';
import { listIn, type Moderation, Thread } from './shapes.ts';

interface Time {
  readonly now: Date;
  readonly historyMs: number;
}

class PageGone extends Error {}

/** The threads of all videos of the channel, newest first. @returns whether there is more to be read at once */
export async function pullNewest(reading: Reading, account: ExternalAccountId, time: Time): Promise<boolean> {
  const { memory } = reading;
  const onPages: unknown[] = [];
  const page = async (pageToken: string | undefined): Promise<WalkPage> => {
    const { items, nextPageToken } = await threadsOf(
      reading,
      { allThreadsRelatedToChannelId: account },
      'published',
      pageToken,
    );
    onPages.push(...items);
    return {
      items: items.flatMap((raw) => {
        const thread = Thread.safeParse(raw).data;
        return thread ? [{ uri: thread.id, at: thread.snippet.topLevelComment.snippet.publishedAt, raw }] : [];
      }),
      next: nextPageToken,
    };
  };
  try {
    const walked = await walk(memory.mark, page, time);
    const fresh = new Set(walked.fresh.map(({ raw }) => raw));
    // threads of before our time are left alone; known ones may have new answers
    const isOurs = (raw: unknown) => {
      const thread = Thread.safeParse(raw).data;
      return !thread || fresh.has(raw) || memory.threads.has(thread.id);
    };
    for (const raw of onPages.toReversed()) if (isOurs(raw)) await readThread(reading, raw, 'published');
    memory.mark = walked.mark;
    return walked.more;
  } catch (error) {
    if (!(error instanceof PageGone) || !memory.mark?.deeper) throw error;
    // a page's token does not live for ever: from the top again, down to where this walk was to go
    memory.mark = { ...memory.mark, newest: memory.mark.deeper.floor, deeper: null };
    return true;
  }
}

/** What waits for the owner's word. A thread is listed when any comment in it waits. */
export async function pullHeld(reading: Reading, account: ExternalAccountId): Promise<void> {
  for (const moderation of ['heldForReview', 'likelySpam'] as const) {
    const { items } = await threadsOf(reading, { allThreadsRelatedToChannelId: account }, moderation);
    for (const raw of items.toReversed()) await readThread(reading, raw, moderation);
  }
}

export async function threadsOf(
  { youtube, now }: Reading,
  filter: Readonly<Record<string, string>>,
  moderationStatus: Moderation,
  pageToken?: string,
) {
  const query = {
    part: 'snippet,replies',
    ...filter,
    order: 'time',
    maxResults: 100,
    textFormat: 'plainText',
    moderationStatus,
    pageToken,
  };
  const answer = await youtube({ method: 'GET', path: 'commentThreads', query });
  if (answer.kind === 'ok') return listIn(answer.body);
  if (pageToken !== undefined && answer.reason === 'invalidPageToken') throw new PageGone(answer.message);
  throw answer.reason === 'channelNotFound'
    ? new Trouble('misconfigured', 'The channel of this inbox is not to be found on YouTube.')
    : troubleOf(answer, now());
}

import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { type ApiParts, openYouTube } from './api.ts';
import { ownChannel } from './channel.ts';
import { lookAtReplies, lookAtThreads, type Turn } from './look-again.ts';
import { emptyMemory, Memory, openMemory } from './memory.ts';
import { troubleOf } from './outcome.ts';
import { pullHeld, pullNewest } from './pull-newest.ts';
import { pullVideos } from './pull-videos.ts';
import type { Reading } from './read-threads.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The spending that is kept is rounded up to this, so that a quiet channel's cursor stays as it is. */
const SPENT_STEP = 50;

/** The inbox's own settings; each has a default. */
const Settings = z.object({
  /** Seconds between two looks at the newest comments. */
  commentsEvery: z.number().min(10).max(86_400).catch(120),
  /** How many days of the past are fetched on connecting. */
  historyDays: z.number().min(0).max(365).catch(14),
});
const settingsOf = (settings: Json) =>
  Settings.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

interface Look {
  readonly everyMs: number;
  readonly look: (reading: Reading) => Promise<void>;
}

/** One stream: everything is paid from one quota, and what is known is known to all looks. */
const STREAM = 'comments';

export function createSource(parts: ApiParts): PulledSource<Parameters<typeof openYouTube>[1]> {
  const { now, spending, rejected } = parts;
  return {
    streams: (settings) => [{ name: STREAM, everyMs: settingsOf(settings).commentsEvery * 1_000 }],
    async open(credentials, account, settings) {
      const youtube = openYouTube(parts, credentials);
      const { commentsEvery, historyDays } = settingsOf(settings);
      const { clientId: project, dailyUnits } = credentials;
      const own = await ownChannel(youtube);
      if (own.kind === 'failed') throw troubleOf(own, now());
      if (own.kind === 'none' || own.channel.id !== account) {
        const whose = own.kind === 'none' ? 'no channel' : `the channel "${own.channel.snippet.title}"`;
        throw new Trouble('misconfigured', `These credentials open ${whose}, which is not the account of this inbox.`);
      }
      const uploads = own.channel.contentDetails?.relatedPlaylists?.uploads;
      const turns: Record<'threads' | 'replies', Turn> = { threads: { at: 0 }, replies: { at: 0 } };
      /** Each look costs a unit or two, and comes round at its own time. */
      const looks: readonly Look[] = [
        { everyMs: 5 * MINUTE_MS, look: (reading) => lookAtThreads(reading, turns.threads) },
        { everyMs: 10 * MINUTE_MS, look: (reading) => pullHeld(reading, account) },
        { everyMs: 15 * MINUTE_MS, look: (reading) => lookAtReplies(reading, turns.replies) },
        { everyMs: 30 * MINUTE_MS, look: async (reading) => (uploads ? pullVideos(reading, uploads) : undefined) },
      ];
      const doneAt = new Map<object, number>();
      let lastAt = Number.NEGATIVE_INFINITY;

      async function pull(cursor: Cursor | null): Promise<Pulled> {
        const at = now();
        const kept = Memory.safeParse(cursor).data ?? emptyMemory(at);
        if (kept.spent) spending.atLeast(project, kept.spent.day, kept.spent.used);
        const slowness = spending.slowness(project, dailyUnits);
        const isDue = at.getTime() - lastAt >= commentsEvery * 1_000 * slowness;
        const isUnderWay = kept.mark?.deeper != null;
        const quota = () => spending.quota(project, dailyUnits);
        if (slowness > 1 && !isDue && !isUnderWay) return { entries: [], cursor, more: false, quota: quota() };
        lastAt = at.getTime();

        const memory = openMemory(kept);
        const reading: Reading = { youtube, memory, entries: [], now, rejected };
        const more = await pullNewest(reading, account, { now: at, historyMs: historyDays * DAY_MS });
        if (!more) await lookAround(reading, at, slowness);
        const { day, used } = spending.today(project);
        const spent = { day, used: Math.ceil(used / SPENT_STEP) * SPENT_STEP };
        return { entries: reading.entries, cursor: { ...memory.close(), spent }, more, quota: quota() };
      }

      async function lookAround(reading: Reading, at: Date, slowness: number): Promise<void> {
        for (const one of looks) {
          if (at.getTime() - (doneAt.get(one) ?? Number.NEGATIVE_INFINITY) < one.everyMs * slowness) continue;
          doneAt.set(one, at.getTime());
          try {
            await one.look(reading);
          } catch (error) {
            // what was read before is kept; the next look at the newest comments says what is wrong, if it lasts
            if (!(error instanceof Trouble)) throw error;
            if (error.kind !== 'unavailable') return;
          }
        }
      }

      return {
        async pull(stream, cursor) {
          if (stream !== STREAM) throw new Trouble('misconfigured', `YouTube has no stream called ${stream}.`);
          return pull(cursor);
        },
        async close() {},
      };
    },
  };
}

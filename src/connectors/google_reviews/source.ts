import { z } from 'zod';
import { type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { troubleOf } from '../shared/rest.ts';
import { type ReviewList, walkReviews } from '../shared/reviews/walk.ts';
import { type Calls, WORDS } from './calls.ts';
import type { GoogleReviewsCredentials } from './credentials.ts';
import { isChanged, readReview } from './review.ts';

const DAY_MS = 86_400_000;
const TIMES = { historyMs: 90 * DAY_MS, windowMs: 30 * DAY_MS };
const EVERY_S = 5 * 60;
/** The inbox's own settings: seconds between two looks. */
const Settings = z
  .object({ reviewsEvery: z.number().min(5).max(86_400).catch(EVERY_S) })
  .catch({ reviewsEvery: EVERY_S });

const Page = z.object({
  reviews: z.array(z.unknown()).default([]),
  nextPageToken: z.string().min(1).optional().catch(undefined),
});

export function createSource(
  callsOf: (credentials: GoogleReviewsCredentials) => Calls,
  made: Map<string, string>,
  now: () => Date,
): PulledSource<GoogleReviewsCredentials> {
  return {
    streams: (settings) => [{ name: 'reviews', everyMs: Settings.parse(settings).reviewsEvery * 1_000 }],
    async open(credentials, account) {
      if (account !== credentials.locationId)
        throw new Trouble('misconfigured', 'These credentials open another location than that of this inbox.');
      const list = listOf(callsOf(credentials), credentials.locationId, made);
      return {
        async pull(stream, cursor) {
          if (stream !== 'reviews') throw new Trouble('misconfigured', `Google has no stream called ${stream}.`);
          return walkReviews(cursor, list, { ...TIMES, now: now() });
        },
        async close() {},
      };
    },
  };
}

function listOf(calls: Calls, locationId: string, made: Map<string, string>): ReviewList {
  return {
    made,
    isPerhapsEdited: isChanged,
    async page(token) {
      const query = new URLSearchParams({ pageSize: '50', orderBy: 'updateTime desc' });
      if (token) query.set('pageToken', token);
      const answer = await calls.reviews('GET', `?${query}`);
      if (answer.kind === 'failed') throw troubleOf(answer, WORDS);
      const page = Page.safeParse(answer.json).data;
      if (!page) throw new Trouble('unavailable', 'Google answered with something that is no list of reviews.');
      const items = page.reviews.map((raw) => {
        const review = readReview(raw, locationId);
        return { raw, review: typeof review === 'string' ? null : review };
      });
      return { items, next: page.nextPageToken };
    },
    async isGone(id) {
      const answer = await calls.reviews('GET', `/${encodeURIComponent(id)}`);
      return answer.kind === 'failed' && answer.status === 404;
    },
  };
}

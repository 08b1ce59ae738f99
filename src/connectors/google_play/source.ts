import { z } from 'zod';
import { type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { troubleOf } from '../shared/rest.ts';
import { type ReviewList, walkReviews } from '../shared/reviews/walk.ts';
import type { GooglePlayCredentials } from './credentials.ts';
import { type Call, WORDS } from './desk.ts';
import { readReview } from './review.ts';

/** "Reviews created or modified within the last week": Google, Play Developer API, "Reply to reviews"; read 2026-11. */
const VISIBLE_MS = 7 * 86_400_000;
const TIMES = { historyMs: VISIBLE_MS, windowMs: VISIBLE_MS, visibleMs: VISIBLE_MS };
/** 4 lists an hour of 200 reads. */
const EVERY_MS = 15 * 60_000;

const Page = z.object({
  reviews: z.array(z.unknown()).default([]),
  tokenPagination: z
    .object({ nextPageToken: z.string().min(1).optional() })
    .optional()
    .catch(undefined),
});

export function createSource(
  callOf: (credentials: GooglePlayCredentials) => Call,
  made: Map<string, string>,
  now: () => Date,
): PulledSource<GooglePlayCredentials> {
  return {
    streams: () => [{ name: 'reviews', everyMs: EVERY_MS }],
    async open(credentials, account) {
      if (account !== credentials.packageName)
        throw new Trouble('misconfigured', 'These credentials open another app than that of this inbox.');
      const list = listOf(callOf(credentials), made);
      return {
        async pull(stream, cursor) {
          if (stream !== 'reviews') throw new Trouble('misconfigured', `Google Play has no stream called ${stream}.`);
          return walkReviews(cursor, list, { ...TIMES, now: now() });
        },
        async close() {},
      };
    },
  };
}

function listOf(call: Call, made: Map<string, string>): ReviewList {
  return {
    made,
    // Play keeps the time of the last change only.
    isPerhapsEdited: () => true,
    async page(token) {
      const query = new URLSearchParams({ maxResults: '100' });
      if (token) query.set('token', token);
      const answer = await call('GET', `?${query}`);
      if (answer.kind === 'failed') throw troubleOf(answer, WORDS);
      const page = Page.safeParse(answer.json).data;
      if (!page) throw new Trouble('unavailable', 'Google Play answered with something that is no list of reviews.');
      const items = page.reviews.map((raw) => {
        const review = readReview(raw);
        return { raw, review: typeof review === 'string' ? null : review };
      });
      return { items, next: page.tokenPagination?.nextPageToken };
    },
  };
}

import { z } from 'zod';
import { type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { troubleOf } from '../shared/rest.ts';
import { type ReviewList, walkReviews } from '../shared/reviews/walk.ts';
import { type Call, WORDS } from './calls.ts';
import type { AppStoreCredentials } from './credentials.ts';
import { readReview, responseTo } from './review.ts';

const DAY_MS = 86_400_000;
const TIMES = { historyMs: 90 * DAY_MS, windowMs: 30 * DAY_MS };
const EVERY_MS = 5 * 60_000;

const Page = z.object({
  data: z.array(z.unknown()),
  included: z.array(z.unknown()).default([]),
  links: z.object({ next: z.string().optional() }).optional().catch(undefined),
});

export function createSource(
  callOf: (credentials: AppStoreCredentials) => Call,
  made: Map<string, string>,
  now: () => Date,
): PulledSource<AppStoreCredentials> {
  return {
    streams: () => [{ name: 'reviews', everyMs: EVERY_MS }],
    async open(credentials, account) {
      if (account !== credentials.appId)
        throw new Trouble('misconfigured', 'These credentials open another app than that of this inbox.');
      const list = listOf(callOf(credentials), credentials.appId, made);
      return {
        async pull(stream, cursor) {
          if (stream !== 'reviews') throw new Trouble('misconfigured', `The App Store has no stream called ${stream}.`);
          return walkReviews(cursor, list, { ...TIMES, now: now() });
        },
        async close() {},
      };
    },
  };
}

function listOf(call: Call, appId: string, made: Map<string, string>): ReviewList {
  return {
    made,
    // Apple keeps one time, and does not say whether a change moves it.
    isPerhapsEdited: () => true,
    async page(token) {
      const query = token ?? '?sort=-createdDate&limit=200&include=response';
      const answer = await call('GET', `/apps/${appId}/customerReviews${query}`);
      if (answer.kind === 'failed') throw troubleOf(answer, WORDS);
      const page = Page.safeParse(answer.json).data;
      if (!page) throw new Trouble('unavailable', 'The App Store answered with something that is no list of reviews.');
      const items = page.data.map((data) => {
        const raw = { data, response: responseTo(data, page.included) };
        const review = readReview(raw);
        return { raw, review: typeof review === 'string' ? null : review };
      });
      return { items, next: queryOf(page.links?.next) };
    },
    async isGone(id) {
      const answer = await call('GET', `/customerReviews/${encodeURIComponent(id)}`);
      return answer.kind === 'failed' && answer.status === 404;
    },
  };
}

/** The address of the next page is the network's word: what is after its `?` is taken, and never where it leads. */
function queryOf(next: string | undefined): string | undefined {
  return next !== undefined && URL.canParse(next) ? new URL(next).search || undefined : undefined;
}

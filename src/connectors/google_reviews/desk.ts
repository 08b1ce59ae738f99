import { z } from 'zod';
import type { ReviewDesk } from '../shared/reviews/send.ts';
import { moment } from '../shared/shapes.ts';
import { type Calls, WORDS } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { answerId, readReview } from './review.ts';

const Written = z.object({ updateTime: moment });

export function deskOf(calls: Calls, locationId: string, made: Map<string, string>): ReviewDesk {
  const path = (review: string) => `/${encodeURIComponent(review)}`;
  return {
    words: WORDS,
    capabilities,
    made,
    async read(id) {
      const answer = await calls.reviews('GET', path(id));
      if (answer.kind === 'failed') return answer;
      const review = readReview(answer.json, locationId);
      if (typeof review !== 'string') return { kind: 'ok', answer: review.answer };
      return {
        kind: 'failed',
        status: 503,
        code: '',
        message: `Google answered with ${review}.`,
        isPerhapsDone: false,
      };
    },
    async write(id, comment) {
      const answer = await calls.reviews('PUT', `${path(id)}/reply`, { comment });
      if (answer.kind === 'failed') return answer;
      const written = Written.safeParse(answer.json).data;
      if (written) return { kind: 'ok', id: answerId(id, written.updateTime) };
      return {
        kind: 'failed',
        status: 502,
        code: '',
        message: 'Google answered, but not with our answer.',
        isPerhapsDone: true,
      };
    },
    async remove(id) {
      const answer = await calls.reviews('DELETE', `${path(id)}/reply`);
      return answer.kind === 'failed' ? answer : { kind: 'ok' };
    },
  };
}

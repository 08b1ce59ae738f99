import { z } from 'zod';
import type { RestFailure } from '../shared/rest.ts';
import type { Answer } from '../shared/reviews/review.ts';
import type { ReviewDesk } from '../shared/reviews/send.ts';
import { type Call, WORDS } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { Made, readReview, responseTo } from './review.ts';

const One = z.object({ data: z.unknown(), included: z.array(z.unknown()).default([]) });

export function deskOf(call: Call, made: Map<string, string>): ReviewDesk {
  async function read(id: string): Promise<{ readonly kind: 'ok'; readonly answer: Answer | null } | RestFailure> {
    const answer = await call('GET', `/customerReviews/${encodeURIComponent(id)}?include=response`);
    if (answer.kind === 'failed') return answer;
    const one = One.safeParse(answer.json).data;
    const review = readReview(one && { data: one.data, response: responseTo(one.data, one.included) });
    if (typeof review !== 'string') return { kind: 'ok', answer: review.answer };
    return odd(503, `The App Store answered with ${review}.`, false);
  }
  return {
    words: WORDS,
    capabilities,
    made,
    read,
    async write(id, responseBody) {
      const review = { data: { type: 'customerReviews', id } };
      const data = { type: 'customerReviewResponses', attributes: { responseBody }, relationships: { review } };
      const answer = await call('POST', '/customerReviewResponses', { data });
      if (answer.kind === 'failed') return answer;
      const response = Made.safeParse(answer.json).data;
      if (response) return { kind: 'ok', id: response.data.id };
      return odd(502, 'The App Store answered, but not with our answer.', true);
    },
    /** By the response's own name, which changes may have changed. */
    async remove(id) {
      const there = await read(id);
      if (there.kind === 'failed') return { ...there, isPerhapsDone: false };
      if (!there.answer) return { kind: 'ok' };
      const answer = await call('DELETE', `/customerReviewResponses/${encodeURIComponent(there.answer.id)}`);
      return answer.kind === 'failed' ? answer : { kind: 'ok' };
    },
  };
}

const odd = (status: number, message: string, isPerhapsDone: boolean): RestFailure => ({
  kind: 'failed',
  status,
  code: '',
  message,
  isPerhapsDone,
});

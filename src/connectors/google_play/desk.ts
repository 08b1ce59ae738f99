import type { HttpCall } from '../shared/http.ts';
import type { RestAnswer, RestWords } from '../shared/rest.ts';
import type { ReviewDesk } from '../shared/reviews/send.ts';
import { capabilities } from './capabilities.ts';
import { answerOf, Replied, readReview } from './review.ts';

export const WORDS: RestWords = {
  name: 'Google Play',
  login: 'Make a new key of the service account and paste it in its settings.',
};

/** To the reviews of one app. */
export type Call = (method: HttpCall['method'], path: string, body?: HttpCall['body']) => Promise<RestAnswer>;

export function deskOf(call: Call, made: Map<string, string>): ReviewDesk {
  const failure = { kind: 'failed', code: '' } as const;
  return {
    words: WORDS,
    capabilities,
    made,
    async read(id) {
      const answer = await call('GET', `/${encodeURIComponent(id)}`);
      if (answer.kind === 'failed') return answer;
      const review = readReview(answer.json);
      if (typeof review !== 'string') return { kind: 'ok', answer: review.answer };
      return { ...failure, status: 503, message: `Google Play answered with ${review}.`, isPerhapsDone: false };
    },
    async write(id, replyText) {
      const answer = await call('POST', `/${encodeURIComponent(id)}:reply`, { replyText });
      if (answer.kind === 'failed') return answer;
      const replied = Replied.safeParse(answer.json).data?.result;
      if (replied) return { kind: 'ok', id: answerOf(id, replyText, replied.lastEdited).id };
      const message = 'Google Play answered, but not with our answer.';
      return { ...failure, status: 502, message, isPerhapsDone: true };
    },
  };
}

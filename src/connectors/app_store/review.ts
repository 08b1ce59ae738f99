import { z } from 'zod';
import type { Answer, Review } from '../shared/reviews/review.ts';
import { isStorable, lenient, moment, text, whyNot } from '../shared/shapes.ts';

const id = z.string().min(1).max(400).refine(isStorable);
const Response = z.object({
  id,
  attributes: z.object({ responseBody: text, lastModifiedDate: lenient(moment), state: lenient(z.string()) }),
});
const CustomerReview = z.object({
  id,
  attributes: z.object({
    rating: lenient(z.number().int().min(1).max(5)),
    title: lenient(text),
    body: lenient(text),
    reviewerNickname: lenient(text),
    createdDate: moment,
    territory: lenient(text),
  }),
});
/** A review and its response, side by side; Apple gives them in two lists of one answer. */
const Raw = z.object({ data: CustomerReview, response: lenient(Response.nullable()) });

/** @returns why not, in words, when it cannot be read */
export function readReview(raw: unknown): Review | string {
  const result = Raw.safeParse(raw);
  if (!result.success) return `a review that is not complete: ${whyNot(result.error)}`;
  const { data, response } = result.data;
  const { rating, title, body, reviewerNickname, createdDate, territory } = data.attributes;
  return {
    id: data.id,
    text: body ?? '',
    stars: rating ?? null,
    ...(title ? { title } : {}),
    ...(territory ? { about: territory } : {}),
    ...(reviewerNickname ? { authorName: reviewerNickname } : {}),
    saidAt: createdDate,
    changedAt: createdDate,
    answer: response ? answerOf(response, createdDate) : null,
  };
}

function answerOf({ id, attributes }: z.infer<typeof Response>, createdDate: Date): Answer {
  return { id, text: attributes.responseBody, at: attributes.lastModifiedDate ?? createdDate };
}

/** `{"data":{…}}` of a response that was made. */
export const Made = z.object({ data: z.object({ id }) });

const Included = z.object({
  type: z.literal('customerReviewResponses'),
  id,
  relationships: lenient(z.object({ review: z.object({ data: z.object({ id }) }) })),
});
const Related = z.object({ relationships: z.object({ response: z.object({ data: z.object({ id }) }) }) });

/** The response to a review among everything that came along. It is named by the review, or names it. */
export function responseTo(data: unknown, included: readonly unknown[]): unknown {
  const named = Related.safeParse(data).data?.relationships.response.data.id;
  const review = z.object({ id }).safeParse(data).data?.id;
  return (
    included.find((one) => {
      const response = Included.safeParse(one).data;
      return response && (response.id === named || response.relationships?.review.data.id === review);
    }) ?? null
  );
}

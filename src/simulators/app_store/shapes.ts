import type { Written } from '../reviews/reviews.ts';

/** `2026-11-20T01:15:02-08:00`: Apple writes the time of California. */
export function appleTime(at: Date): string {
  const shifted = new Date(at.getTime() - 8 * 3_600_000);
  return shifted.toISOString().replace(/\.\d+Z$/, '-08:00');
}

export function shownReview({ id, by, stars, text, saidAt, answer }: Written) {
  return {
    type: 'customerReviews',
    id,
    attributes: {
      rating: stars,
      title: 'About the app',
      body: text,
      reviewerNickname: by.name,
      createdDate: appleTime(saidAt),
      territory: 'SWE',
    },
    relationships: { response: { data: answer ? { type: 'customerReviewResponses', id: answer.id } : null } },
  };
}

export function shownAnswer({ id, answer }: Written) {
  return {
    type: 'customerReviewResponses',
    id: answer?.id,
    attributes: {
      responseBody: answer?.text,
      lastModifiedDate: answer ? appleTime(answer.at) : undefined,
      state: 'PENDING_PUBLISH',
    },
    relationships: { review: { data: { type: 'customerReviews', id } } },
  };
}

/** Null when anything is missing or unknown. */
export function createdAnswer(json: unknown): { readonly review: string; readonly text: string } | null {
  const data = field(json, 'data');
  const text = field(field(data, 'attributes'), 'responseBody');
  const review = field(field(field(data, 'relationships'), 'review'), 'data');
  const id = field(review, 'id');
  const isTyped = field(data, 'type') === 'customerReviewResponses' && field(review, 'type') === 'customerReviews';
  return isTyped && typeof text === 'string' && typeof id === 'string' ? { review: id, text } : null;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

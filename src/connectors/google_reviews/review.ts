import { z } from 'zod';
import type { Attachment } from '../../core/channel/content.ts';
import type { Answer, Review } from '../shared/reviews/review.ts';
import { isStorable, lenient, moment, text, webUrl, whyNot } from '../shared/shapes.ts';

const STARS: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };
/** Google writes both times of a new review at nearly the same moment. */
const SAME_MS = 2_000;

const Reply = z.object({
  comment: text,
  updateTime: moment,
  reviewReplyState: lenient(z.string()),
  policyViolation: lenient(text),
});
/** `accounts.locations.reviews`. Source: Google, Business Profile API v4, REST reference; read 2026-11-22. */
const Raw = z.object({
  name: lenient(z.string()),
  reviewId: z.string().min(1).max(400).refine(isStorable),
  reviewer: lenient(
    z.object({ displayName: lenient(text), profilePhotoUrl: lenient(webUrl), isAnonymous: lenient(z.boolean()) }),
  ),
  starRating: lenient(z.string()),
  comment: lenient(text),
  createTime: moment,
  updateTime: lenient(moment),
  reviewReply: lenient(Reply),
  reviewMediaItems: lenient(z.array(z.unknown())),
  reviewReplyUrl: lenient(webUrl),
});
const Media = z.object({ thumbnailUrl: lenient(webUrl), videoUrl: lenient(webUrl) });

/** @returns why not, in words, when it is no review of this location */
export function readReview(raw: unknown, locationId: string): Review | string {
  const result = Raw.safeParse(raw);
  if (!result.success) return `a review that is not complete: ${whyNot(result.error)}`;
  const { name, reviewId, reviewer, starRating, comment, createTime, updateTime, reviewReply } = result.data;
  const location = /\/locations\/(\d+)\//.exec(name ?? '')?.[1];
  if (location !== undefined && location !== locationId) return 'a review of another location';
  return {
    id: reviewId,
    text: comment ?? '',
    stars: starsOf(starRating),
    ...(reviewer?.displayName && !reviewer.isAnonymous ? { authorName: reviewer.displayName } : {}),
    ...(reviewer?.profilePhotoUrl && !reviewer.isAnonymous ? { avatarUrl: reviewer.profilePhotoUrl } : {}),
    attachments: (result.data.reviewMediaItems ?? []).flatMap(attachmentsOf),
    saidAt: createTime,
    changedAt: updateTime ?? createTime,
    ...(result.data.reviewReplyUrl ? { permalink: result.data.reviewReplyUrl } : {}),
    answer: reviewReply ? answerOf(reviewId, reviewReply) : null,
  };
}

/** Google looks at answers as well, and keeps back those that break its rules. */
function answerOf(review: string, reply: z.infer<typeof Reply>): Answer {
  const { comment, updateTime, reviewReplyState: state = '', policyViolation: why } = reply;
  const problem = `Google does not show this answer${why ? `: ${why}` : ', because it breaks its rules.'}`;
  return {
    id: answerId(review, updateTime),
    text: comment,
    at: updateTime,
    ...(/REJECTED/.test(state) ? { problem } : {}),
  };
}

/** Google gives answers no name of their own. The time tells one from another that was deleted before. */
export const answerId = (review: string, at: Date) => `${review}/reply@${at.getTime()}`;

export const isChanged = ({ saidAt, changedAt }: Review) => changedAt.getTime() - saidAt.getTime() > SAME_MS;

const starsOf = (rating = '') => (Object.hasOwn(STARS, rating) ? (STARS[rating] ?? null) : null);

function attachmentsOf(raw: unknown): Attachment[] {
  const media = Media.safeParse(raw).data;
  if (media?.videoUrl) return [{ kind: 'video', source: { kind: 'url', url: media.videoUrl } }];
  if (media?.thumbnailUrl) return [{ kind: 'image', source: { kind: 'url', url: media.thumbnailUrl } }];
  return [];
}

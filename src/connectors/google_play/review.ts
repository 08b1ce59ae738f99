import { z } from 'zod';
import type { Answer, Review } from '../shared/reviews/review.ts';
import { isStorable, lenient, seconds, text, whyNot } from '../shared/shapes.ts';

/** `{"seconds":"1795166102","nanos":0}` */
const moment = z
  .object({ seconds: z.union([z.string().regex(/^\d{1,12}$/), z.number()]).transform(Number) })
  .transform((value) => value.seconds)
  .pipe(seconds);

const UserComment = z.object({
  text,
  lastModified: moment,
  starRating: lenient(z.number().int().min(1).max(5)),
  appVersionName: lenient(text),
  androidOsVersion: lenient(z.number()),
  device: lenient(text),
  deviceMetadata: lenient(z.object({ productName: lenient(text) })),
});
const DeveloperComment = z.object({ text, lastModified: moment });
/** `reviews` of the Play Developer API v3; read 2026-11. */
const Raw = z.object({
  reviewId: z.string().min(1).max(400).refine(isStorable),
  authorName: lenient(text),
  comments: z.array(z.object({ userComment: lenient(z.unknown()), developerComment: lenient(DeveloperComment) })),
});
/** `result` of a reply. */
export const Replied = z.object({ result: z.object({ replyText: lenient(text), lastEdited: moment }) });

/** @returns why not, in words, when it cannot be read */
export function readReview(raw: unknown): Review | string {
  const result = Raw.safeParse(raw);
  if (!result.success) return `a review that is not complete: ${whyNot(result.error)}`;
  const { reviewId, authorName, comments } = result.data;
  const said = UserComment.safeParse(comments.find(({ userComment }) => userComment !== undefined)?.userComment);
  if (!said.success) return `a review without the words of the person: ${whyNot(said.error)}`;
  const ours = comments.find(({ developerComment }) => developerComment)?.developerComment;
  const { starRating, lastModified } = said.data;
  return {
    id: reviewId,
    ...wordsOf(said.data.text),
    stars: starRating ?? null,
    ...(authorName ? { authorName } : {}),
    ...aboutOf(said.data),
    saidAt: lastModified,
    changedAt: lastModified,
    answer: ours ? answerOf(reviewId, ours.text, ours.lastModified) : null,
  };
}

/** Play gives answers no name of their own. The time tells one from another that was deleted before. */
export const answerOf = (review: string, words: string, at: Date): Answer => ({
  id: `${review}/reply@${at.getTime()}`,
  text: words,
  at,
});

/** Title and words come as one, with a tab between them; mostly there is no title. */
function wordsOf(whole: string): { readonly title?: string; readonly text: string } {
  const tab = whole.indexOf('\t');
  if (tab < 0) return { text: whole };
  const title = whole.slice(0, tab).trim();
  return { ...(title ? { title } : {}), text: whole.slice(tab + 1) };
}

function aboutOf({ appVersionName, deviceMetadata, device, androidOsVersion }: z.infer<typeof UserComment>) {
  const parts = [
    appVersionName && `Version ${appVersionName}`,
    deviceMetadata?.productName ?? device,
    androidOsVersion !== undefined && `Android API ${androidOsVersion}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length > 0 ? { about: parts.join(', ') } : {};
}

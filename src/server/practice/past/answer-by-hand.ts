import { BRAND } from '../../../simulators/personas/brand.ts';
import type { Networks } from '../networks.ts';
import type { PastMatter, Step } from './matters.ts';

interface Answer {
  /** What it answers. */
  readonly to: string;
  readonly thread: string;
  readonly step: Step;
}

/** The company answers in each network's own app. @returns the name under which the desk will hear of it */
export async function answerByHand(
  { meta, email, bluesky, instagram, whatsapp, x, google }: Networks,
  { channel, customer, place }: PastMatter,
  { to, thread, step: { text, at } }: Answer,
): Promise<string> {
  switch (channel) {
    case 'facebook':
      return meta.commentAsPage(BRAND.pageId, to, text, at);
    case 'messenger':
      return meta.answerInPageInbox(BRAND.pageId, customer, text, at);
    case 'email':
      return email.answer(BRAND.address, customer, to, text, at);
    case 'bluesky':
      return place === 'direct-bluesky'
        ? bluesky.answerDirect(thread, text, at).id
        : bluesky.publish(text, { inReplyTo: to, at }).id;
    case 'instagram':
      return place === 'direct'
        ? instagram.answerInApp(BRAND.instagramId, customer, text, at)
        : instagram.commentAsAccount(thread, text, to, at);
    case 'whatsapp':
      return whatsapp.typeInApp(BRAND.phoneId, customer, text, at);
    case 'x':
      return place === 'direct' ? x.answerDirect(customer, text, at).id : x.publish(text, { inReplyTo: to, at }).id;
    case 'google_reviews': {
      const review = google.reviews.find(to);
      if (!review) throw new Error(`There is no review ${to}`);
      google.reviews.answer(review, text, at);
      // Google gives answers no name; the desk makes one of the review and the time.
      return `${to}/reply@${at.getTime()}`;
    }
    default:
      throw new Error(`Nobody answers by hand on ${channel}`);
  }
}

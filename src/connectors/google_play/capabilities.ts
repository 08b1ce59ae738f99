import type { Capabilities } from '../../core/channel/capabilities.ts';

const ONLY_ANSWERS = 'Google Play lets a developer answer a review, and do nothing else with it.';

export const capabilities: Capabilities = {
  // "Maximum length of 350 characters": Google, Play Developer API, "Reply to reviews"; read 2026-11.
  text: { max: 350, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: { reply: { on: 'theirs' }, edit: { on: 'ours' } },
  lacks: {
    private_reply: 'Google Play gives no private line to who wrote a review.',
    publish: 'There is nothing to publish on Google Play but the app.',
    quote: ONLY_ANSWERS,
    like: ONLY_ANSWERS,
    unlike: ONLY_ANSWERS,
    repost: ONLY_ANSWERS,
    unrepost: ONLY_ANSWERS,
    hide: 'Only Google takes a review away; report it in the Play Console.',
    unhide: 'Only Google takes a review away; report it in the Play Console.',
    delete: 'Google Play has no call that deletes an answer. Change its words, or delete it in the Play Console.',
  },
  hears: {
    comments: 'A review has no comments; it has one answer, ours.',
    mentions: 'Google Play has no mentions.',
    direct: 'Google Play has no private messages.',
    reviews: { partly: 'Reviews with words. Google Play does not list those that are stars alone.' },
    keywords: 'Reviews of other apps are not searched.',
    reactions: 'Google Play does not say who found a review helpful.',
    edits: true,
    deletions: 'Google Play does not say that a review was deleted.',
    history: { partly: 'Google Play lists the last 7 days only.' },
    missed: { partly: 'What was written or changed more than 7 days before the next look is not to be had any more.' },
  },
  anonymous:
    'Google Play gives the name that stands over a review and no id of the person, so each review is somebody new.',
  receives: [],
  tells: { delivered: false, read: false },
  // An answer costs one of 200 reads an hour; the lists want some of them too (same source).
  rate: { count: 120, perMs: 3_600_000 },
};

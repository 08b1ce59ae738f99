import type { Capabilities } from '../../core/channel/capabilities.ts';

const ONLY_ANSWERS = 'The App Store lets a developer answer a review, and do nothing else with it.';

export const capabilities: Capabilities = {
  // Apple, App Store Connect API, customer review responses: 5,970 characters; read 2026-11.
  text: { max: 5_970, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: { reply: { on: 'theirs' }, edit: { on: 'ours' }, delete: { on: 'ours' } },
  lacks: {
    private_reply: 'The App Store gives no private line to who wrote a review.',
    publish: 'There is nothing to publish in the App Store but the app.',
    quote: ONLY_ANSWERS,
    like: ONLY_ANSWERS,
    unlike: ONLY_ANSWERS,
    repost: ONLY_ANSWERS,
    unrepost: ONLY_ANSWERS,
    hide: 'Only Apple takes a review away; report it in App Store Connect.',
    unhide: 'Only Apple takes a review away; report it in App Store Connect.',
  },
  hears: {
    comments: 'A review has no comments; it has one answer, ours.',
    mentions: 'The App Store has no mentions.',
    direct: 'The App Store has no private messages.',
    reviews: true,
    keywords: 'Reviews of other apps are not searched.',
    reactions: 'Apple does not say who found a review helpful.',
    edits: {
      partly: 'Of the last 30 days. Apple does not say that a review was changed, so the newest ones are compared.',
    },
    deletions: true,
    history: true,
    missed: true,
  },
  anonymous:
    'Apple gives the nickname that stands over a review and no id of the person, so each review is somebody new.',
  receives: [],
  tells: { delivered: false, read: false },
  // Ours: an answer costs two of 3,600 calls an hour (Apple, "Identifying rate limits"; read 2026-11).
  rate: { count: 60, perMs: 60_000 },
};

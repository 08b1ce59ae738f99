import type { Capabilities } from '../../core/channel/capabilities.ts';

const NO_REACTIONS = 'Google lets a business answer a review, and do nothing else with it.';

export const capabilities: Capabilities = {
  // "The maximum length is 4096 bytes": Google, Business Profile API v4, ReviewReply; read 2026-11-22.
  text: { max: 4_096, unit: 'utf8-bytes' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: { reply: { on: 'theirs' }, edit: { on: 'ours' }, delete: { on: 'ours' } },
  lacks: {
    private_reply: 'Google gives no private line to who wrote a review.',
    publish: 'Posts on the profile are not made from here.',
    quote: NO_REACTIONS,
    like: NO_REACTIONS,
    unlike: NO_REACTIONS,
    repost: NO_REACTIONS,
    unrepost: NO_REACTIONS,
    hide: 'Only Google takes a review away; report it in the Business Profile.',
    unhide: 'Only Google takes a review away; report it in the Business Profile.',
  },
  hears: {
    comments: 'A review has no comments; it has one answer, ours.',
    mentions: 'Google has no mentions of a business.',
    direct: 'Google closed Business Messages in 2024.',
    reviews: true,
    keywords: 'Reviews of other places are not searched.',
    reactions: 'Google does not say who found a review helpful.',
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  anonymous: 'Google gives the name that stands over a review and no id of the person, so each review is somebody new.',
  receives: ['image', 'video'],
  tells: { delivered: false, read: false },
  // Ours: an answer costs two calls, and Google counts 300 a minute for a project.
  rate: { count: 60, perMs: 60_000 },
};

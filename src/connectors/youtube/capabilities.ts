import type { Capabilities } from '../../core/channel/capabilities.ts';

/** Characters. Source: observed on youtube.com and long repeated; Google's documentation states none. Read 2026-11. */
export const COMMENT_MAX = 10_000;
/** Source: "Quota calculator", developers.google.com/youtube/v3; read 2026-11. */
export const UNITS = { list: 1, write: 50 } as const;
export const USUAL_QUOTA = 10_000;

const NO_LIKE = 'YouTube has no call that likes a comment; it can be done on youtube.com.';
const NO_REPOST = 'Comments on YouTube cannot be shared as posts.';

export const capabilities: Capabilities = {
  text: { max: COMMENT_MAX, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: {
    reply: { on: 'both' },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
  },
  lacks: {
    private_reply: 'YouTube has no private messages.',
    publish: 'What a channel posts on YouTube is a video; videos are uploaded in YouTube Studio.',
    quote: NO_REPOST,
    repost: NO_REPOST,
    unrepost: NO_REPOST,
    like: NO_LIKE,
    unlike: NO_LIKE,
  },
  hears: {
    comments: true,
    mentions: 'YouTube tells nobody where a channel is mentioned below the videos of others.',
    direct: 'YouTube has no private messages.',
    reviews: 'YouTube has no reviews.',
    keywords: 'The search of YouTube finds videos, never comments, and only 100 times a day.',
    reactions: 'YouTube counts the likes of a comment and does not say who gave them.',
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  receives: [],
  tells: { delivered: false, read: false },
  // 10,000 units a day, a comment costs 50 (Google, "Quota calculator", read 2026-11): 200 writes and not one list
  rate: { count: 200, perMs: 86_400_000 },
};

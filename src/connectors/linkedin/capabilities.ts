import type { Capabilities } from '../../core/channel/capabilities.ts';

const NO_REPOST = 'Not done: a Page that shares the post of a customer does so on LinkedIn itself.';

export const capabilities: Capabilities = {
  // 1,250 characters: seen on linkedin.com, LinkedIn states none for its API; read 2026-11.
  text: { max: 1_250, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: { reply: { on: 'both' }, edit: { on: 'ours' }, delete: { on: 'ours' }, like: { on: 'theirs' } },
  lacks: {
    private_reply: 'LinkedIn has no messages of Pages for programs.',
    publish: 'Posts of the Page are not made from here.',
    quote: NO_REPOST,
    repost: NO_REPOST,
    unrepost: NO_REPOST,
    unlike: 'How a Page takes its like back is not certain enough to be done; do it on LinkedIn.',
    hide: 'LinkedIn has no call that hides a comment; do it on LinkedIn.',
    unhide: 'LinkedIn has no call that hides a comment; do it on LinkedIn.',
  },
  hears: {
    comments: true,
    mentions: {
      partly: 'Posts that mention the Page. LinkedIn does not tell of comments that mention it on the posts of others.',
    },
    direct: 'LinkedIn has no messages of Pages for programs.',
    reviews: 'LinkedIn has no reviews of a Page.',
    keywords: 'LinkedIn has no search of posts for programs.',
    reactions: 'LinkedIn tells of likes without saying surely who liked what.',
    edits: true,
    deletions: true,
    history: true,
    missed: {
      partly:
        'Comments and posts of the last 60 days. What was changed or deleted while no webhook came stays as it was.',
    },
  },
  receives: [],
  tells: { delivered: false, read: false },
  // Development tier: about 100 calls a day for each member (seen in the developer portal; read 2026-11).
  rate: { count: 20, perMs: 60_000 },
};

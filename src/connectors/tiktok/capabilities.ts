import type { Capabilities } from '../../core/channel/capabilities.ts';

const NO_REPOST = 'TikTok lets a business answer comments on its own videos, and not show what others made.';

export const capabilities: Capabilities = {
  // TikTok, API for Business, "Create a reply to a comment": 150 characters; read 2026-11.
  text: { max: 150, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: {
    reply: { on: 'both' },
    delete: { on: 'ours' },
    like: { on: 'theirs', reaction: '❤️' },
    unlike: { on: 'theirs', reaction: '❤️' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
  },
  lacks: {
    private_reply: 'A comment opens no private line on TikTok: the person must write first.',
    publish: 'Videos are not published from here.',
    quote: NO_REPOST,
    repost: NO_REPOST,
    unrepost: NO_REPOST,
    edit: 'Comments on TikTok cannot be changed; delete it and write anew.',
  },
  hears: {
    comments: true,
    mentions: 'Mentions are a product of their own that TikTok approves apart; not done.',
    direct:
      'Not done: TikTok approves the Business Messaging API apart, and not for accounts in the EEA, the UK and Switzerland; in the US it is limited.',
    reviews: 'TikTok has no reviews of a business.',
    keywords: 'TikTok has no search of comments for businesses.',
    reactions: 'TikTok tells how many like a comment, and not who.',
    edits: 'Comments on TikTok cannot be changed.',
    deletions: true,
    history: { partly: 'The newest comments of the 20 newest videos, at most 30 days old.' },
    missed: { partly: 'Comments of the 20 newest videos. A deletion that no webhook told of stays unknown.' },
  },
  receives: [],
  tells: { delivered: false, read: false },
  // Ours: TikTok states its limits only in the developer portal, for each app.
  rate: { count: 30, perMs: 60_000 },
};

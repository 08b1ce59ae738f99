import type { Capabilities } from '../../core/channel/capabilities.ts';

/** Lexicon `app.bsky.feed.post`, read 2026-11-22. */
export const POST_TEXT = { max: 300, unit: 'graphemes', also: { max: 3_000, unit: 'utf8-bytes' } } as const;
/** Lexicon `chat.bsky.convo.defs#messageInput`, read 2026-11-22. */
export const CHAT_TEXT = { max: 1_000, unit: 'graphemes', also: { max: 10_000, unit: 'utf8-bytes' } } as const;

/** `app.bsky.embed.images` said 1,000,000 bytes for years and 2,000,000 since 2026; older servers refuse more than the first. */
export const IMAGES = {
  max: 4,
  maxBytes: 1_000_000,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  alt: true,
} as const;

/** The network's like has one form, a heart; its events are filed as this. */
export const LIKE = '❤️';

/** The search itself looks back without end; a new word is not asked for longer ago. */
export const LISTEN_REACH_MS = 7 * 86_400_000;

export const capabilities: Capabilities = {
  text: POST_TEXT,
  attachments: IMAGES,
  direct: { text: CHAT_TEXT, attachments: { max: 0, maxBytes: 0, types: [] } },
  answersAnyones: true,
  acts: {
    reply: { on: 'both' },
    publish: { on: 'inbox' },
    quote: { on: 'both' },
    like: { on: 'both', reaction: LIKE },
    unlike: { on: 'both', reaction: LIKE },
    repost: { on: 'both' },
    unrepost: { on: 'both' },
    delete: { on: 'ours' },
  },
  lacks: {
    private_reply: 'Bluesky has no private answer to a public post; write to the person directly.',
    hide: 'On Bluesky an answer is hidden for a whole thread by its first post, which Earshot does not change.',
    unhide: 'On Bluesky an answer is hidden for a whole thread by its first post, which Earshot does not change.',
    edit: 'Posts on Bluesky cannot be edited; delete it and write anew.',
  },
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'Bluesky has no reviews.',
    keywords: true,
    reactions: true,
    edits: 'Posts on Bluesky cannot be edited.',
    deletions: true,
    history: true,
    missed: true,
  },
  listening: {
    how: 'Every word is asked for on its own, in everybody’s posts. A rule for one language finds only posts whose author’s app claims that language. Of a new word the last 500 posts of 7 days are read.',
    searchesMost: 50,
    reachMs: LISTEN_REACH_MS,
    source: 'Lexicon app.bsky.feed.searchPosts; docs.bsky.app, Rate limits: 3,000 calls in 5 minutes; read 2026-11.',
  },
  receives: ['image', 'video', 'gif', 'link', 'unsupported'],
  tells: { delivered: false, read: false },
  // 5,000 points an hour for an account, a new record costs 3 (docs.bsky.app, "Rate limits", read 2026-11-22)
  rate: { count: 1_600, perMs: 3_600_000 },
};

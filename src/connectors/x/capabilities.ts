import type { Capabilities } from '../../core/channel/capabilities.ts';
import { USD_PER_FOUND } from './spending.ts';

/** Source: X docs, "Counting characters", as of 2026-08. Premium accounts may write more; what they may is not told. */
export const POST_TEXT = { max: 280, unit: 'weighted' } as const;
/** As it has been for years; not read again in the documentation of 2026. */
export const DIRECT_TEXT = { max: 10_000, unit: 'utf16' } as const;

/** X's own bounds are 5, 15 and 512 MB (as they have been for years); a film is held in memory here. */
export const MAX_PICTURE = 5_000_000;
export const MAX_GIF = 15_000_000;
export const MAX_VIDEO = 100_000_000;
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4'] as const;
export const FILES = { max: 4, maxBytes: MAX_VIDEO, types: TYPES, withText: true, alt: true } as const;
export const DIRECT_FILES = { max: 1, maxBytes: MAX_VIDEO, types: TYPES, withText: true } as const;

/** The network's like has one form; it is filed as this. */
export const LIKE = '❤️';

export const capabilities: Capabilities = {
  text: POST_TEXT,
  attachments: FILES,
  direct: { text: DIRECT_TEXT, attachments: DIRECT_FILES },
  privateReply: {
    withinMs: null,
    source: 'X sets no time; the person must take direct messages from the account. As of 2026-08.',
    channel: 'x',
  },
  answersAnyones: true,
  acts: {
    reply: { on: 'both' },
    private_reply: { on: 'theirs', text: DIRECT_TEXT, attachments: DIRECT_FILES },
    publish: { on: 'inbox' },
    quote: { on: 'both' },
    like: { on: 'both', reaction: LIKE },
    unlike: { on: 'both', reaction: LIKE },
    repost: { on: 'both' },
    unrepost: { on: 'both' },
    hide: { on: 'theirs' },
    unhide: { on: 'theirs' },
    delete: { on: 'ours' },
  },
  lacks: { edit: 'X lets a post be edited in its own app only; delete it and write anew.' },
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'X has no reviews.',
    keywords: true,
    reactions: 'Who likes a post would have to be asked post by post, and X charges for every name.',
    edits: true,
    deletions: {
      partly:
        'Of the account’s own posts, where X sends events by webhook. Asking for every post again costs as much as reading it.',
    },
    history: true,
    missed: true,
  },
  listening: {
    how: 'All public posts, by the stream of the app within seconds, else within minutes. Left out are reposts, our own posts, and posts that mention us, which come as mentions anyway. A new search looks one day back. On pay per use every post that is found costs, within the ceiling of the day.',
    searchesMost: 20,
    reachMs: 86_400_000,
    isNarrowed: true,
    usdPerPost: USD_PER_FOUND,
    source:
      'X docs, "Search" and "Pay per use", as of 2026-08: the last 7 days, 300 searches in 15 minutes; a post 0.005 and its author 0.010 US dollars, each once a day.',
  },
  receives: ['image', 'video', 'gif', 'link', 'unsupported'],
  tells: {
    delivered: false,
    read: { partly: 'Direct messages, where X sends events of the Account Activity or X Activity API by webhook.' },
  },
  // 100 posts in 15 minutes for an account. Source: X docs, "Rate limits", as of 2026-08.
  rate: { count: 100, perMs: 15 * 60_000 },
};

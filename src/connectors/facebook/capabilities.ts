import type { Capabilities } from '../../core/channel/capabilities.ts';

const DAY_MS = 86_400_000;
/** UTF-16 units. Source: observed on facebook.com and long repeated; Meta states none. Read 2026-11. */
const COMMENT_MAX = 8_000;
const POST_MAX = 63_206;
/** "Fewer than 2,000 characters". Source: Meta, Messenger Platform "Send API"; read 2026-11. */
const MESSAGE_MAX = 1_999;

export const capabilities: Capabilities = {
  text: { max: COMMENT_MAX, unit: 'utf16' },
  // Source: Meta, "Photos" (a file under 10 MB, better under 4 MB for comments); read 2026-11.
  attachments: { max: 1, maxBytes: 10_000_000, types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] },
  privateReply: {
    withinMs: 7 * DAY_MS,
    channel: 'messenger',
    source: 'Meta, Messenger Platform "Private replies": one message within 7 days of the comment; read 2026-11.',
  },
  acts: {
    reply: { on: 'theirs' },
    private_reply: { on: 'theirs', text: { max: MESSAGE_MAX, unit: 'utf16' } },
    publish: { on: 'inbox', text: { max: POST_MAX, unit: 'utf16' } },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
    like: { on: 'both' },
    unlike: { on: 'both' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
  },
  lacks: {
    quote: 'Facebook has no call by which a Page shares a post of somebody else.',
    repost: 'Facebook has no call by which a Page shares a post of somebody else.',
    unrepost: 'There are no reposts to take back.',
  },
  hears: {
    comments: true,
    mentions: true,
    direct: 'Private messages to the Page come in by its Messenger inbox.',
    reviews: true,
    keywords: 'Meta closed the search of public posts in 2015; only mentions of the Page are told.',
    reactions: true,
    edits: true,
    deletions: true,
    history: true,
    missed: {
      partly:
        'Posts, comments, reviews and posts that tag the Page are fetched afterwards; comments on advertisements and below reviews, mentions in comments elsewhere and reactions stand on no list that is read.',
    },
  },
  receives: ['image', 'video', 'gif', 'sticker', 'link'],
  tells: { delivered: false, read: false },
  rate: { count: 20, perMs: 1_000 },
};

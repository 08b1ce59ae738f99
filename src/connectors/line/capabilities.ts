import type { Capabilities } from '../../core/channel/capabilities.ts';

/** One call takes five messages: words and four pictures. Source: LINE, "Send push message"; read 2026-11. */
export const MOST_PICTURES = 4;

export const capabilities: Capabilities = {
  text: { max: 5_000, unit: 'utf16' },
  // A picture goes out with a preview of at most 1 MB, and as nothing here makes previews, it is its own.
  // Source: LINE, "Image message"; read 2026-11.
  attachments: {
    max: MOST_PICTURES,
    maxBytes: 1_000_000,
    types: ['image/jpeg', 'image/png'],
    byAddress: true,
  },
  acts: { reply: { on: 'theirs' } },
  lacks: {
    private_reply: 'A talk on LINE is private already.',
    publish: 'What is sent to all friends costs by the head, and is left to the LINE Official Account Manager.',
    quote: 'LINE has no public posts that an account could show.',
    like: 'LINE has no call by which an account reacts to a message.',
    unlike: 'LINE has no call by which an account reacts to a message.',
    repost: 'LINE has no public posts that an account could share.',
    unrepost: 'LINE has no public posts that an account could share.',
    hide: 'LINE has nothing that others could read.',
    unhide: 'LINE has nothing that others could read.',
    edit: 'LINE has no call by which an account changes a message that was sent.',
    delete: 'LINE has no call by which an account takes back a message that was sent.',
  },
  hears: {
    comments: 'LINE tells an account nothing of what is said on LINE VOOM.',
    mentions: { partly: 'A mention in a group is heard as a message of that group; elsewhere LINE tells nothing.' },
    direct: true,
    reviews: 'LINE has no reviews.',
    keywords: 'Messages are private: there is nothing to search.',
    reactions: 'LINE does not tell an account of reactions.',
    edits: true,
    deletions: true,
    history: 'LINE keeps no list of messages that an account could read.',
    missed:
      'LINE keeps no list of messages: with "Webhook redelivery" switched on it tries again for a while, then they are lost.',
  },
  receives: ['image', 'video', 'audio', 'file', 'sticker', 'location', 'unsupported'],
  // Source: LINE, "Quick reply" and "Message action"; read 2026-11.
  choices: { max: 13, maxLength: 20 },
  tells: { delivered: false, read: false },
  // LINE takes 2,000 pushes a second for each channel; this is ours.
  rate: { count: 50, perMs: 1_000 },
};

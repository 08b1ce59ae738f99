import type { Capabilities } from '../../core/channel/capabilities.ts';

const noPublic = 'A chat on a website is private: nobody else reads it.';
const noReactions = 'The chat window has no reactions.';

export const capabilities: Capabilities = {
  text: { max: 5_000, unit: 'utf16' },
  attachments: { max: 5, maxBytes: 10_000_000, types: ['*/*'], withText: true, alt: true },
  acts: { reply: { on: 'theirs' }, edit: { on: 'ours' }, delete: { on: 'ours' } },
  lacks: {
    private_reply: noPublic,
    publish: noPublic,
    quote: noPublic,
    like: noReactions,
    unlike: noReactions,
    repost: noPublic,
    unrepost: noPublic,
    hide: noPublic,
    unhide: noPublic,
  },
  hears: {
    comments: noPublic,
    mentions: noPublic,
    direct: true,
    reviews: noPublic,
    keywords: noPublic,
    reactions: noReactions,
    edits: 'Visitors cannot change what they wrote.',
    deletions: 'Visitors cannot take back what they wrote.',
    history: 'It begins with the day on which it is put on the website.',
    missed: 'Nothing can be missed: a visitor is told “sent” only after it stands in the ledger.',
  },
  receives: ['image', 'video', 'audio', 'file'],
  tells: { delivered: true, read: true },
  // Nobody limits us: what is accepted lies in our own database.
  rate: { count: 200, perMs: 1_000 },
};

import type { Capabilities } from '../../core/channel/capabilities.ts';

/** The whole request stays below what a small bridge takes: files travel inside it as base64. */
const MAX_FILE_BYTES = 5_000_000;

const onlyReplies = (what: string) => `Earshot passes on answers to a source of your own, and no ${what}.`;

export const capabilities: Capabilities = {
  text: { max: 10_000, unit: 'utf16' },
  attachments: { max: 5, maxBytes: MAX_FILE_BYTES, types: ['*/*'], withText: true, alt: true },
  acts: { reply: { on: 'theirs' } },
  lacks: {
    private_reply: 'A source of your own has private lines only.',
    publish: onlyReplies('posts'),
    quote: onlyReplies('posts'),
    like: onlyReplies('reactions'),
    unlike: onlyReplies('reactions'),
    repost: onlyReplies('posts'),
    unrepost: onlyReplies('posts'),
    hide: onlyReplies('hiding'),
    unhide: onlyReplies('hiding'),
    edit: onlyReplies('later changes of them'),
    delete: onlyReplies('taking back of them'),
  },
  hears: {
    comments: 'Everything of a source of your own comes in as private lines.',
    mentions: 'Everything of a source of your own comes in as private lines.',
    direct: true,
    reviews: 'Everything of a source of your own comes in as private lines.',
    keywords: 'There is nothing to search: the source sends what it has.',
    reactions: 'The format has no reactions.',
    edits: true,
    deletions: true,
    history: true,
    missed: 'The source must send again what it was not told "ok" for; Earshot has nowhere to ask.',
  },
  receives: ['image', 'video', 'audio', 'file'],
  tells: { delivered: true, read: true },
  rate: { count: 20, perMs: 1_000 },
};

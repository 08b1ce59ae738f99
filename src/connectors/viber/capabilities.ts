import type { Capabilities } from '../../core/channel/capabilities.ts';

/** Viber's own bounds. Source: Viber REST Bot API, "Send message"; read 2026-11. */
export const VIDEO_BYTES = 26_000_000;
/** iPhones show at most 1 MB as a picture: anything bigger goes out as a file. */
export const PICTURE_BYTES = 1_000_000;
export const FILE_BYTES = 50_000_000;

export const capabilities: Capabilities = {
  text: { max: 7_000, unit: 'utf16' },
  // Words beside a picture are cut at a length that Viber's pages do not agree on (120, 512, 768), and nothing else
  // takes words at all.
  attachments: { max: 1, maxBytes: FILE_BYTES, types: ['*/*'], withText: false, byAddress: true },
  acts: { reply: { on: 'theirs' } },
  lacks: {
    private_reply: 'A talk on Viber is private already.',
    publish: 'Viber lets a bot post in no public place.',
    quote: 'Viber has no public posts.',
    like: 'Viber has no call by which a bot likes a message.',
    unlike: 'Viber has no call by which a bot likes a message.',
    repost: 'Viber has no public posts.',
    unrepost: 'Viber has no public posts.',
    hide: 'Viber has nothing that others could read.',
    unhide: 'Viber has nothing that others could read.',
    edit: 'Viber has no call by which a bot changes a message that was sent.',
    delete: 'Viber has no call by which a bot takes back a message that was sent.',
  },
  hears: {
    comments: 'Viber has no public posts.',
    mentions: 'Viber does not tell a bot when somebody mentions it.',
    direct: true,
    reviews: 'Viber has no reviews.',
    keywords: 'Messages are private: there is nothing to search.',
    reactions: 'Viber does not tell a bot of likes.',
    edits: 'Viber does not tell a bot that a message was changed.',
    deletions: 'Viber does not tell a bot that a message was deleted.',
    history: 'Viber keeps no list of messages that a bot could read.',
    missed: 'Viber keeps no list of messages: what it could not deliver within about an hour is lost.',
  },
  receives: ['image', 'video', 'file', 'sticker', 'location', 'contact_card', 'link', 'unsupported'],
  // A button shows two short lines at most; Viber names no bound, its pages show rows of up to six columns.
  choices: { max: 12, maxLength: 60 },
  tells: { delivered: true, read: true },
  // Viber names a bound for broadcasts only (500 in 10 seconds); this is ours.
  rate: { count: 10, perMs: 1_000 },
};

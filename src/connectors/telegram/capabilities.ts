import type { Capabilities } from '../../core/channel/capabilities.ts';

const DAY_MS = 86_400_000;

/** UTF-16 units. Source: Bot API 10.1, `sendMessage.text` and `caption`; read 2026-11. */
export const TEXT_MAX = 4_096;
export const CAPTION_MAX = 1_024;
/** Files in one album. Source: Bot API 10.1, `sendMediaGroup`; read 2026-11. */
export const ALBUM_MAX = 10;
/** Source: Bot API, "Sending files": photos 10 MB, everything else 50 MB; read 2026-11. */
export const PHOTO_BYTES = 10_000_000;
export const FILE_BYTES = 50_000_000;
/** Source: Bot API, `getFile`; read 2026-11. */
export const DOWNLOAD_BYTES = 20_000_000;
/** In chats of a business account only. Source: Bot API 10.1, `BusinessBotRights.can_reply`; read 2026-11. */
export const BUSINESS_WINDOW_MS = DAY_MS;

/** Not in the chats of a business account. Source: Bot API, `deleteMessage`; read 2026-11. */
export const DELETE_MS = 2 * DAY_MS;

export const LIKE = '👍';

const NO_WALL = 'A bot on Telegram has no public page of its own.';

export const capabilities: Capabilities = {
  text: { max: TEXT_MAX, unit: 'utf16' },
  attachments: {
    max: ALBUM_MAX,
    maxBytes: FILE_BYTES,
    types: ['image/*', 'video/*', 'audio/*', 'application/*', 'text/*'],
  },
  acts: {
    reply: { on: 'both' },
    like: { on: 'both', reaction: LIKE },
    unlike: { on: 'both', reaction: LIKE },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
  },
  lacks: {
    private_reply: 'A bot on Telegram cannot write to a person first; they have to press Start.',
    publish: NO_WALL,
    quote: NO_WALL,
    repost: NO_WALL,
    unrepost: NO_WALL,
    hide: 'Telegram has no hiding; a message in a group is deleted by an administrator or stays.',
    unhide: 'Telegram has no hiding; a message in a group is deleted by an administrator or stays.',
  },
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'Telegram has no reviews.',
    keywords: 'Telegram lets no bot search; it hears only the chats and groups that it is in.',
    reactions: true,
    edits: true,
    deletions: { partly: 'Telegram tells a bot of deletions only in the chats of a connected business account.' },
    history: 'Telegram lets no bot read what was said before it was there.',
    missed:
      'Telegram keeps what it could not deliver for 24 hours and then forgets it; there is no list to compare with.',
  },
  receives: ['image', 'video', 'audio', 'file', 'sticker', 'gif', 'link', 'location', 'contact_card', 'unsupported'],
  choices: { max: 10, maxLength: 60 },
  tells: { delivered: false, read: false },
  // About 30 messages a second in all, from the FAQ for bots; read 2026-11. The one a second for each chat is left
  // to Telegram's own answer, which says how long to wait.
  rate: { count: 25, perMs: 1_000 },
};

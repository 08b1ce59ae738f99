import type { Capabilities } from '../../core/channel/capabilities.ts';

const DAY_MS = 86_400_000;
/** UTF-16 units. Observed in Instagram's own apps; Meta's reference names no number. Read 2026-11. */
const COMMENT_MAX = 2_200;
/** "1000 bytes". Source: Meta, Instagram Messaging "Send API"; read 2026-11. */
export const MESSAGE_TEXT = { max: 1_000, unit: 'utf8-bytes' } as const;
/** Source: Meta, "Upload media for Instagram messaging"; read 2026-11. Pictures have a bound of their own. */
export const MAX_FILE_BYTES = 25_000_000;
export const MAX_IMAGE_BYTES = 8_000_000;

const OWN_WORDS = 'The network has no call for posts of somebody else.';

export const capabilities: Capabilities = {
  text: { max: COMMENT_MAX, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  direct: {
    text: MESSAGE_TEXT,
    attachments: {
      max: 1,
      maxBytes: MAX_FILE_BYTES,
      types: [
        'image/jpeg',
        'image/png',
        'image/gif',
        'audio/aac',
        'audio/x-aac',
        'audio/m4a',
        'audio/x-m4a',
        'audio/mp4',
        'audio/wav',
        'audio/x-wav',
        'video/mp4',
        'video/ogg',
        'video/x-msvideo',
        'video/quicktime',
        'video/webm',
        'application/pdf',
      ],
      withText: false,
    },
  },
  window: {
    openMs: DAY_MS,
    humanMs: 7 * DAY_MS,
    source: 'Meta, Instagram Messaging "Message window": 24 hours, then the Human Agent tag for 7 days; read 2026-11.',
  },
  privateReply: {
    withinMs: 7 * DAY_MS,
    channel: 'instagram',
    source: 'Meta, Instagram Messaging "Private replies": one message within 7 days of the comment; read 2026-11.',
  },
  acts: {
    reply: { on: 'theirs' },
    private_reply: { on: 'theirs', text: MESSAGE_TEXT },
    like: { on: 'theirs', reaction: '❤️' },
    unlike: { on: 'theirs', reaction: '❤️' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
    delete: { on: 'ours' },
  },
  lacks: {
    publish: 'Instagram fetches a picture or film only from a public web address, and files stay private here.',
    quote: OWN_WORDS,
    repost: OWN_WORDS,
    unrepost: 'There are no reposts to take back.',
    edit: 'Neither comments nor sent messages can be changed through Instagram’s API.',
  },
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'Instagram has no reviews.',
    keywords: 'Instagram has no search for words, and its search for hashtags does not say who wrote.',
    reactions: { partly: 'Reactions to direct messages come in; Instagram tells of no likes on posts and comments.' },
    edits: true,
    deletions: {
      partly: 'A direct message that is unsent is removed here too; Instagram does not tell of deleted comments.',
    },
    history: true,
    missed: {
      partly:
        'Comments on posts, tags and direct messages are fetched afterwards; comments on advertisements and mentions in comments of others stand on no list.',
    },
  },
  receives: ['image', 'video', 'audio', 'file', 'link', 'product', 'unsupported'],
  tells: { delivered: false, read: true },
  rate: { count: 10, perMs: 1_000 },
};

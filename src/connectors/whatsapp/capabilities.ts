import type { Capabilities } from '../../core/channel/capabilities.ts';

const DAY_MS = 86_400_000;

/** What Meta takes as an upload, with the most bytes of each. Source: Meta, Cloud API "Media"; read 2026-11. */
export const FILE_LIMITS: Readonly<Record<string, number>> = {
  'image/jpeg': 5_000_000,
  'image/png': 5_000_000,
  'image/webp': 500_000,
  'video/mp4': 16_000_000,
  'video/3gpp': 16_000_000,
  'audio/aac': 16_000_000,
  'audio/amr': 16_000_000,
  'audio/mpeg': 16_000_000,
  'audio/mp4': 16_000_000,
  'audio/ogg': 16_000_000,
  'text/plain': 100_000_000,
  'application/pdf': 100_000_000,
  'application/msword': 100_000_000,
  'application/vnd.ms-excel': 100_000_000,
  'application/vnd.ms-powerpoint': 100_000_000,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100_000_000,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100_000_000,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 100_000_000,
};

export const capabilities: Capabilities = {
  // Source: Meta, Cloud API "Text messages"; read 2026-11.
  text: { max: 4_096, unit: 'utf16' },
  attachments: { max: 1, maxBytes: 100_000_000, types: Object.keys(FILE_LIMITS) },
  window: {
    openMs: DAY_MS,
    source: 'Meta, "WhatsApp Business Platform: customer service windows": 24 hours; read 2026-11.',
  },
  templates: { source: 'Meta, "Template fundamentals" of 5 May 2026; read 2026-11.' },
  // Up to three are buttons of 20 characters, up to ten are a list.
  choices: { max: 10, maxLength: 20 },
  acts: { reply: { on: 'theirs' }, like: { on: 'theirs' }, unlike: { on: 'theirs' } },
  lacks: {
    private_reply: 'A talk on WhatsApp is private already.',
    publish: 'The Cloud API has no public place: channels and status updates cannot be written through it.',
    quote: 'WhatsApp has no public posts.',
    repost: 'WhatsApp has no public posts.',
    unrepost: 'WhatsApp has no public posts.',
    hide: 'WhatsApp has nothing that others could read.',
    unhide: 'WhatsApp has nothing that others could read.',
    edit: 'Meta has no call by which a business changes a message that was sent.',
    delete: 'Meta has no call by which a business takes back a message that was sent.',
  },
  hears: {
    comments: 'WhatsApp has no public place where people could comment.',
    mentions: 'WhatsApp has no public place where people could name us.',
    direct: true,
    reviews: 'WhatsApp has no reviews.',
    keywords: 'Messages are private: there is nothing to search.',
    reactions: true,
    edits: {
      partly:
        'Meta tells of changed messages only where the number is also used in the WhatsApp Business app; these are read.',
    },
    deletions: {
      partly:
        'Meta tells of messages taken back only where the number is also used in the WhatsApp Business app; these are read.',
    },
    history: {
      partly:
        'Meta keeps no messages that could be read. Only a number that comes from the WhatsApp Business app brings its last 180 days, once; these are read.',
    },
    missed:
      'WhatsApp has no list of messages. Meta tries to deliver each for 7 days, and what did not get through by then is lost.',
  },
  receives: [
    'image',
    'video',
    'audio',
    'file',
    'sticker',
    'location',
    'contact_card',
    'product',
    'link',
    'unsupported',
  ],
  tells: { delivered: true, read: true },
  // Half of what a number may send. Source: Meta, Cloud API "Throughput", 80 messages a second; read 2026-11.
  rate: { count: 40, perMs: 1_000 },
};

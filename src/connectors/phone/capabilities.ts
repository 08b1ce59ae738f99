import type { Capabilities } from '../../core/channel/capabilities.ts';

const spoken = 'A call is spoken: there is nothing on the line to act on.';

export const capabilities: Capabilities = {
  text: { max: 5_000, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: {},
  lacks: {
    reply: 'A call cannot be answered in writing: call the person, then log the call.',
    private_reply: spoken,
    publish: spoken,
    quote: spoken,
    like: spoken,
    unlike: spoken,
    repost: spoken,
    unrepost: spoken,
    hide: spoken,
    unhide: spoken,
    edit: spoken,
    delete: spoken,
  },
  hears: {
    comments: spoken,
    mentions: spoken,
    direct: true,
    reviews: spoken,
    keywords: spoken,
    reactions: spoken,
    edits: 'A logged call stays as it was logged; a note beside it can say more.',
    deletions: 'A logged call stays as it was logged.',
    history: 'Calls from before can be logged with their own time.',
    missed: 'Nobody but whoever logs a call knows of it.',
  },
  receives: ['link'],
  tells: { delivered: false, read: false },
  rate: { count: 1, perMs: 1_000 },
};

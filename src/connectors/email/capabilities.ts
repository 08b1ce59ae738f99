import type { Capabilities } from '../../core/channel/capabilities.ts';

const MB = 1024 * 1024;

/**
 * Most hosts take 25 MB encoded, and base64 adds 37 %: 18 MB of files is what surely fits.
 * Source: Gmail "Maximum message size 25 MB" and Exchange Online's default of 35 MB encoded; read 2026-11-22.
 */
export const MAX_OUTGOING_FILES_BYTES = 18 * MB;

export const capabilities: Capabilities = {
  text: { max: 200_000, unit: 'utf16' },
  attachments: { max: 20, maxBytes: MAX_OUTGOING_FILES_BYTES, types: ['*/*'] },
  acts: { reply: { on: 'both' } },
  lacks: {
    private_reply: 'A mail is private already.',
    publish: 'A mailbox has no public place.',
    quote: 'A mailbox has no public posts.',
    like: 'Mail knows no likes.',
    unlike: 'Mail knows no likes.',
    repost: 'A mailbox has no public posts.',
    unrepost: 'A mailbox has no public posts.',
    hide: 'A mail is read by nobody else.',
    unhide: 'A mail is read by nobody else.',
    edit: 'A mail that was sent cannot be changed.',
    delete: 'A mail that was sent cannot be taken back.',
  },
  hears: {
    comments: 'A mailbox has no public posts.',
    mentions: 'A mailbox has no public posts.',
    direct: true,
    reviews: 'Mail has no reviews.',
    keywords: 'Mail is private: there is nothing to search.',
    reactions: 'Mail knows no likes.',
    edits: 'A mail that was sent cannot be changed.',
    deletions: 'A mail that was sent cannot be taken back.',
    history: true,
    missed: true,
  },
  receives: ['image', 'video', 'audio', 'file', 'unsupported'],
  tells: { delivered: false, read: false },
  // Microsoft 365: 30 messages a minute and mailbox; most other hosts count by the hour. See README.
  rate: { count: 20, perMs: 60_000 },
};

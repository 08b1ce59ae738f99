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
  receives: ['image', 'video', 'audio', 'file', 'unsupported'],
  tells: { delivered: false, read: false },
  // Microsoft 365: 30 messages a minute and mailbox; most other hosts count by the hour. See README.
  rate: { count: 20, perMs: 60_000 },
};

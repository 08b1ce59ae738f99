import type { Capabilities } from '../../core/channel/capabilities.ts';

const DAY_MS = 86_400_000;

export const capabilities: Capabilities = {
  // "Fewer than 2,000 characters". Source: Meta, Messenger Platform "Send API"; read 2026-11.
  text: { max: 1_999, unit: 'utf16' },
  // One file, and no words beside it: Meta takes either, and two calls cannot be repeated safely as one.
  // Source: Meta, "Send API", attachments up to 25 MB; read 2026-11.
  attachments: {
    max: 1,
    maxBytes: 25_000_000,
    types: ['image/*', 'video/*', 'audio/*', 'application/*', 'text/*'],
    withText: false,
  },
  window: {
    openMs: DAY_MS,
    humanMs: 7 * DAY_MS,
    source: 'Meta, "Messenger Platform policy": 24 hours, then the Human Agent tag for 7 days; read 2026-11.',
  },
  acts: { reply: { on: 'theirs' }, like: { on: 'theirs' }, unlike: { on: 'theirs' } },
  receives: ['image', 'video', 'audio', 'file', 'sticker', 'gif', 'link', 'location', 'product', 'unsupported'],
  tells: { delivered: true, read: true },
  rate: { count: 100, perMs: 1_000 },
};

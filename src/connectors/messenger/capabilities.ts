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
  lacks: {
    private_reply: 'A talk in Messenger is private already.',
    publish: 'Messenger has no public place.',
    quote: 'Messenger has no public posts.',
    repost: 'Messenger has no public posts.',
    unrepost: 'Messenger has no public posts.',
    hide: 'Messenger has nothing that others could read.',
    unhide: 'Messenger has nothing that others could read.',
    edit: 'Meta has no call by which a Page changes a message that was sent.',
    delete: 'Meta has no call by which a Page takes back a message that was sent.',
  },
  hears: {
    comments: 'Comments come in by the inbox of the Facebook Page.',
    mentions: 'Mentions come in by the inbox of the Facebook Page.',
    direct: true,
    reviews: 'Reviews come in by the inbox of the Facebook Page.',
    keywords: 'Messages are private: there is nothing to search.',
    reactions: true,
    edits: true,
    deletions: 'Meta does not tell a Page that a message was unsent.',
    history: true,
    missed: {
      partly:
        'The 20 newest messages of each conversation are fetched afterwards, with edits of the last minutes; reactions, read marks, buttons’ payloads and what lies behind the 20 stand on no list.',
    },
  },
  receives: ['image', 'video', 'audio', 'file', 'sticker', 'gif', 'link', 'location', 'product', 'unsupported'],
  tells: { delivered: true, read: true },
  rate: { count: 100, perMs: 1_000 },
};

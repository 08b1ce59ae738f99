import type { Capabilities } from '../../core/channel/capabilities.ts';

/** Mastodon's own defaults; each server has its own, which hold when something is sent. Read 2026-11. */
export const DEFAULT_LIMITS = {
  maxCharacters: 500,
  charactersPerUrl: 23,
  maxFiles: 4,
  imageBytes: 16_777_216,
  videoBytes: 103_809_024,
  /** Of API version 7 (Mastodon 4.5). */
  hasQuotes: true,
  /** Whoever does not say what it is may post twice what is sent twice. */
  knowsKeys: false,
} as const;

/** How far back a new word is asked for; hashtags and words reach as far as the server has seen posts. */
export const LISTEN_REACH_MS = 7 * 86_400_000;

export const LIKE = '⭐';

export const capabilities: Capabilities = {
  text: { max: DEFAULT_LIMITS.maxCharacters, unit: 'graphemes' },
  attachments: {
    max: DEFAULT_LIMITS.maxFiles,
    maxBytes: DEFAULT_LIMITS.imageBytes,
    types: ['image/*', 'video/*', 'audio/*'],
    alt: true,
  },
  privateReply: {
    withinMs: null,
    source: 'Mastodon: an answer with the visibility "direct", at any time; read 2026-11.',
    channel: 'mastodon',
  },
  answersAnyones: true,
  acts: {
    reply: { on: 'both' },
    private_reply: { on: 'theirs', attachments: { max: 0, maxBytes: 0, types: [] } },
    publish: { on: 'inbox' },
    quote: { on: 'both' },
    like: { on: 'both', reaction: LIKE },
    unlike: { on: 'both', reaction: LIKE },
    repost: { on: 'both' },
    unrepost: { on: 'both' },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
  },
  lacks: {
    hide: 'On Mastodon nobody can hide an answer of somebody else; an account is muted or blocked instead.',
    unhide: 'On Mastodon nobody can hide an answer of somebody else; an account is muted or blocked instead.',
  },
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'Mastodon has no reviews.',
    keywords: true,
    reactions: true,
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  listening: {
    how: 'Hashtags are found in every post that this server has seen. Words are found only where the server has full-text search, and only in posts whose authors allow it. Many servers forbid answers to posts that were only found by search. Of a new word the last 200 posts of 7 days are read.',
    searchesMost: 20,
    reachMs: LISTEN_REACH_MS,
    source: 'Mastodon documentation, Search, Tag timelines and Rate limits (300 calls in 5 minutes); read 2026-11.',
  },
  receives: ['image', 'video', 'audio', 'gif', 'file', 'link', 'unsupported'],
  tells: { delivered: false, read: false },
  // 300 calls in 5 minutes for everything; an answer costs one, a picture two. Mastodon, "Rate limits"; read 2026-11.
  rate: { count: 100, perMs: 300_000 },
};

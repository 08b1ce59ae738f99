import type { Capabilities } from '../../core/channel/capabilities.ts';
import { REACH_MS } from './listen-reach.ts';

/** Characters of Markdown. Source: long-known behaviour of the API (`TOO_LONG`); noted 2026-11. */
export const COMMENT_MAX = 10_000;

const VOTES =
  'Reddit forbids votes that are cast by a program or in the name of a company; a person can vote on reddit.com.';
const SHARING = 'A crosspost needs a subreddit and a title of its own; it is made on reddit.com.';

export const capabilities: Capabilities = {
  text: { max: COMMENT_MAX, unit: 'utf16' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  answersAnyones: true,
  acts: {
    reply: { on: 'both' },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
  },
  lacks: {
    private_reply: 'Private messages became Reddit Chat in 2025, and Reddit Chat has no public API.',
    publish: 'A post needs a subreddit, its rules and a title; it is written on reddit.com.',
    quote: SHARING,
    repost: SHARING,
    unrepost: SHARING,
    like: VOTES,
    unlike: VOTES,
  },
  hears: {
    comments: true,
    mentions: true,
    direct: {
      partly:
        'Private messages became Reddit Chat in 2025, which has no public API; what still comes as a message is shown.',
    },
    reviews: 'Reddit has no reviews.',
    keywords: true,
    reactions: 'Reddit does not say who voted.',
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  listening: {
    how: 'The titles and texts of posts in all public subreddits, some minutes late. Comments are not searched, and Reddit leaves out adult posts. Every word or phrase is looked for by itself, in every language; the rule then decides.',
    searchesMost: 20,
    reachMs: REACH_MS,
    source:
      'Reddit Data API, /search, and long-known behaviour; noted 2026-11: 100 calls a minute for an app, 1,000 posts of a search. A new search looks at most seven days back.',
  },
  receives: ['image', 'link'],
  tells: { delivered: false, read: false },
  // 100 calls a minute for a client, averaged over ten minutes (Reddit Data API, noted 2026-11); half of it for reading
  rate: { count: 500, perMs: 600_000 },
};

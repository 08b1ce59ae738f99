/** Only the account itself may have these sent; in words, as a part of a sentence. */
export const PRIVATE = {
  'post.mention.create': 'mentions',
  'post.reply.create': 'answers',
  'post.quote.create': 'quotes',
  'dm.received': 'direct messages',
  'dm.sent': 'direct messages that it writes',
  'dm.read': 'when they are read',
  'chat.received': 'that an encrypted message came',
  'chat.sent': 'that it wrote an encrypted one',
} as const;
/** The app may have these of anybody. */
export const PUBLIC = { 'post.create': 'its own posts', 'post.delete': 'which of them are deleted' } as const;

/** Every kind of event that is asked for, and what it is in words. */
export const KINDS: ReadonlyMap<string, string> = new Map(Object.entries({ ...PRIVATE, ...PUBLIC }));
/** What the older service, which knows no kinds, tells of it. */
export const BY_OLDER: readonly string[] = [...KINDS].flatMap(([kind, what]) =>
  kind.startsWith('chat.') ? [] : [what],
);

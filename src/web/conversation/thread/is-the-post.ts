import type { Message, Post } from '../../../wire/messages.ts';

type Said = Pick<Message, 'text' | 'sentAt' | 'permalink'>;

/** A customer's own post may be what the thread hangs from and what they said: it is shown once. */
export const isThePost = (post: Pick<Post, 'text' | 'postedAt' | 'permalink'>, { text, sentAt, permalink }: Said) =>
  post.permalink !== null && permalink !== null
    ? permalink === post.permalink
    : text === post.text && Date.parse(sentAt) === Date.parse(post.postedAt);

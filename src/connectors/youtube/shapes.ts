import { z } from 'zod';
import { lenient, moment, text, webUrl } from '../shared/shapes.ts';

/** Of comments, videos, channels: letters, digits, and a dot before an answer's own part. */
export const id = z.string().regex(/^[\w.-]{1,200}$/, 'not an id');
const count = z.coerce.number().int().nonnegative();

/** `youtube#comment` */
export const Comment = z.object({
  id,
  snippet: z.object({
    channelId: lenient(id),
    videoId: lenient(id),
    /** A post of the channel's community tab. */
    postId: lenient(id),
    parentId: lenient(id),
    textOriginal: lenient(text),
    textDisplay: lenient(text),
    authorDisplayName: lenient(text),
    authorProfileImageUrl: lenient(webUrl),
    authorChannelUrl: lenient(webUrl),
    /** Absent when the author's account is gone. */
    authorChannelId: lenient(z.object({ value: id })),
    moderationStatus: lenient(z.string()),
    likeCount: lenient(count),
    publishedAt: moment,
    updatedAt: lenient(moment),
  }),
});
export type Comment = z.infer<typeof Comment>;

/** `youtube#commentThread`. `replies` holds some of the answers only. */
export const Thread = z.object({
  id,
  snippet: z.object({
    channelId: lenient(id),
    videoId: lenient(id),
    postId: lenient(id),
    totalReplyCount: lenient(count),
    isPublic: lenient(z.boolean()),
    topLevelComment: Comment,
  }),
  replies: lenient(z.object({ comments: z.array(z.unknown()) })),
});
export type Thread = z.infer<typeof Thread>;

/** `youtube#video` */
export const Video = z.object({
  id,
  snippet: z.object({
    channelId: id,
    channelTitle: lenient(text),
    title: lenient(text),
    description: lenient(text),
    publishedAt: moment,
    thumbnails: lenient(z.object({ high: lenient(z.object({ url: webUrl })) })),
  }),
  /** Counts are texts, and missing where the owner hides them. */
  statistics: lenient(z.object({ likeCount: lenient(count), commentCount: lenient(count) })),
});
export type Video = z.infer<typeof Video>;

/** `youtube#channel` */
export const Channel = z.object({
  id,
  snippet: z.object({
    title: text,
    customUrl: lenient(text),
    thumbnails: lenient(z.object({ default: lenient(z.object({ url: webUrl })) })),
  }),
  contentDetails: lenient(z.object({ relatedPlaylists: lenient(z.object({ uploads: lenient(id) })) })),
  statistics: lenient(z.object({ subscriberCount: lenient(count), hiddenSubscriberCount: lenient(z.boolean()) })),
});
export type Channel = z.infer<typeof Channel>;

export const HIDDEN_STATES = ['heldForReview', 'likelySpam', 'rejected'] as const;
/** Where a comment stands; `published` is what everybody sees. */
export const Moderation = z.enum(['published', ...HIDDEN_STATES]);
export type Moderation = z.infer<typeof Moderation>;

const List = z.object({ items: z.array(z.unknown()).catch([]), nextPageToken: lenient(z.string().min(1)) });
/** The items of an answer as they came, and where the next page is. */
export const listIn = (body: unknown) => List.safeParse(body).data ?? { items: [] };

import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Delivery, Reaction, Read } from './element.ts';
import type { Place } from './place.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

/** Only where the emoji itself is missing; it is right more often than the word. */
const EMOJI: Readonly<Record<string, string>> = {
  smile: '😆',
  angry: '😡',
  sad: '😢',
  wow: '😮',
  love: '❤️',
  like: '👍',
  dislike: '👎',
};

/** Taking a reaction back does not say which it was: then it is `''`, and means whatever the person had put there. */
export function readReaction(
  { mid, action, emoji, reaction }: Of<typeof Reaction>,
  { account, person, at, isOurs }: Place,
): ChannelEvent {
  const word = reaction !== undefined && Object.hasOwn(EMOJI, reaction) ? EMOJI[reaction] : undefined;
  const isRemoved = action === 'unreact';
  return {
    kind: 'reaction',
    account,
    target: mid as ExternalMessageId,
    by: isOurs ? { kind: 'business' } : { kind: 'contact', person },
    reaction: emoji ?? word ?? (isRemoved ? '' : '👍'),
    isRemoved,
    at,
  };
}

/** Everything of ours up to the watermark; the ids, when they come, are only some of it. */
export function readDelivery({ mids, watermark }: Of<typeof Delivery>, { account, thread, at }: Place): ChannelEvent {
  return {
    kind: 'delivery',
    account,
    thread: thread.id,
    ids: (mids ?? []) as ExternalMessageId[],
    ...(watermark ? { upTo: watermark } : {}),
    status: 'delivered',
    at,
  };
}

export function readRead({ watermark }: Of<typeof Read>, { account, thread, at }: Place): ChannelEvent {
  return { kind: 'delivery', account, thread: thread.id, ids: [], upTo: watermark, status: 'read', at };
}

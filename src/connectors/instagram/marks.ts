import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Reaction, Read } from './element.ts';
import type { Place } from './place.ts';

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
  { mid, action, emoji, reaction }: z.infer<typeof Reaction>,
  { account, person, at, isOurs }: Place,
): ChannelEvent {
  const word = reaction !== undefined && Object.hasOwn(EMOJI, reaction) ? EMOJI[reaction] : undefined;
  const isRemoved = action === 'unreact';
  return {
    kind: 'reaction',
    account,
    target: mid as ExternalMessageId,
    by: isOurs ? { kind: 'business' } : { kind: 'contact', person },
    reaction: emoji ?? word ?? (isRemoved ? '' : '❤️'),
    isRemoved,
    at,
  };
}

/** The person has the line open, so everything sent until now has been seen, not only the one that is named. */
export function readSeen({ mid }: z.infer<typeof Read>, { account, thread, at, isOurs }: Place): ChannelEvent {
  if (isOurs) return { kind: 'ignored', why: 'we looked at the line ourselves' };
  return {
    kind: 'delivery',
    account,
    thread: thread.id,
    ids: [mid as ExternalMessageId],
    upTo: at,
    status: 'read',
    at,
  };
}

import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Reaction } from './line-element.ts';
import type { Place } from './line-place.ts';

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

/**
 * Taking a reaction back does not say which it was: then it is `''`, and means whatever the person had put there.
 * @param usual what a reaction without any name is
 */
export function readReaction(
  { mid, action, emoji, reaction }: Reaction,
  { account, person, at, isOurs }: Place,
  usual: string,
): ChannelEvent {
  const word = reaction !== undefined && Object.hasOwn(EMOJI, reaction) ? EMOJI[reaction] : undefined;
  const isRemoved = action === 'unreact';
  return {
    kind: 'reaction',
    account,
    target: mid as ExternalMessageId,
    by: isOurs ? { kind: 'business' } : { kind: 'contact', person },
    reaction: emoji ?? word ?? (isRemoved ? '' : usual),
    isRemoved,
    at,
  };
}

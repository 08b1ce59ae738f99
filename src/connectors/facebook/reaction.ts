import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { authorOf } from './author.ts';
import { type FeedValue, type Spot, verbOf } from './change.ts';
import { commentId, postMessageId } from './ids.ts';

/** The wire says `sorry` and `anger` where the REST answers say `SAD` and `ANGRY`. */
const EMOJI: Readonly<Record<string, string>> = {
  like: '👍',
  love: '❤️',
  wow: '😮',
  haha: '😆',
  sorry: '😢',
  sad: '😢',
  anger: '😡',
  angry: '😡',
  care: '🤗',
  thankful: '🌼',
  pride: '🏳️‍🌈',
  fire: '🔥',
  hundred: '💯',
};

export function readReaction(value: FeedValue, spot: Spot): ChannelEvent {
  const { post_id: postId, comment_id: onComment } = value;
  if (postId === undefined) return ignored('a reaction without the id of its post');
  const word = (value.reaction_type ?? 'like').toLowerCase();
  const verb = verbOf(value.verb);
  if (verb === undefined || verb === 'hide' || verb === 'unhide')
    return ignored(`a reaction with the unknown verb "${value.verb.slice(0, 80)}"`);
  return {
    kind: 'reaction',
    account: spot.pageId as ExternalAccountId,
    target: onComment === undefined ? postMessageId(postId) : commentId(postId, onComment),
    by: authorOf(value, spot),
    reaction: Object.hasOwn(EMOJI, word) ? (EMOJI[word] ?? '👍') : '👍',
    isRemoved: verb === 'remove',
    at: value.created_time ?? spot.at,
  };
}

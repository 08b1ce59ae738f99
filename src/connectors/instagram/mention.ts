import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { id, lenient } from '../shared/shapes.ts';
import { accountOf } from './person.ts';

export const MentionValue = z.object({ media_id: id, comment_id: lenient(id) });

/** Somebody named us in a comment or caption of theirs. Instagram gives ids only; the words are asked for. */
export function readMention(
  { media_id: mediaId, comment_id: commentId }: z.infer<typeof MentionValue>,
  account: string,
  at: Date,
): ChannelEvent {
  return {
    kind: 'message',
    account: accountOf(account),
    id: (commentId ?? mediaId) as ExternalMessageId,
    thread: { id: mediaId as ExternalThreadId, kind: 'post', reach: 'earned' },
    author: { kind: 'unknown' },
    content: { text: '', attachments: [] },
    sentAt: at,
    isPartial: true,
    remote: { mention: commentId === undefined ? 'caption' : 'comment' },
  };
}

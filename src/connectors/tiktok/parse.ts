import { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { jsonIn } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { commentEvent, ignored, videoEvent } from './event.ts';
import { Comment, CommentUpdate, Video, Webhook } from './shapes.ts';

const Pulled = z.object({ comment: z.unknown(), video: z.unknown() });

export function parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] {
  const body = jsonIn(entry.body);
  if (typeof body !== 'object' || body === null) return [ignored('It is not a JSON object.')];
  if ('event' in body) return [webhookEvent(body, context.receivedAt)];
  if (!('comment' in body) && !('video' in body)) return [ignored('It is neither a comment, a video nor a webhook.')];
  if (context.account === null) return [ignored('It was read for no account.')];
  const pulled = Pulled.parse({ comment: undefined, video: undefined, ...body });
  const video = Video.safeParse(pulled.video);
  if (pulled.comment === undefined)
    return [video.success ? videoEvent(video.data, context.account) : ignored('a video that is not complete')];
  const comment = Comment.safeParse(pulled.comment);
  if (!comment.success) return [ignored(`a comment that is not complete: ${whyNot(comment.error)}`)];
  const isHistory = entry.headers[HISTORY_HEADER] !== undefined;
  return [commentEvent(comment.data, video.data, { account: context.account, isHistory })];
}

/** Webhooks give numbers and no words, so new comments are read from the list; what becomes of one is told here. */
function webhookEvent(body: object, receivedAt: Date): ChannelEvent {
  const webhook = Webhook.safeParse(body);
  if (!webhook.success) return ignored(`a webhook that is not complete: ${whyNot(webhook.error)}`);
  const { event, user_openid, content, create_time } = webhook.data;
  if (event !== 'comment.update')
    return ignored(`Webhooks of the kind "${event.slice(0, 80)}" are not about comments.`);
  const update = CommentUpdate.safeParse(jsonIn(new TextEncoder().encode(content)));
  if (!update.success) return ignored(`what became of a comment is not complete: ${whyNot(update.error)}`);
  const { comment_id, comment_action, timestamp } = update.data;
  const common = {
    account: user_openid as ExternalAccountId,
    id: comment_id as ExternalMessageId,
    at: timestamp ?? create_time ?? receivedAt,
  };
  switch (comment_action) {
    case 'insert':
      return ignored('a new comment without its words, which come with the list of comments');
    case 'delete':
      return { kind: 'deletion', ...common };
    case 'set_to_hidden':
    case 'set_to_public':
      return { kind: 'visibility', ...common, isHidden: comment_action === 'set_to_hidden' };
    default:
      return ignored(`"${comment_action.slice(0, 80)}" of a comment is not known.`);
  }
}

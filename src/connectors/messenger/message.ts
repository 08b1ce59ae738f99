import type { z } from 'zod';
import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { referralOf } from '../meta/line-message.ts';
import type { Place } from '../meta/line-place.ts';
import { attachmentOf } from './attachments.ts';
import type { Edit, Message } from './element.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

/**
 * Something said on the line, by the person or by the Page (an echo: ours, or typed in Facebook's own inbox).
 *
 * @param appId our app where the inbox's settings name it; an echo of another app then has no mark of ours
 */
export function readMessage(
  message: Of<typeof Message>,
  { account, thread, person, at, isOurs }: Place,
  appId: string | undefined,
): ChannelEvent {
  const id = message.mid as ExternalMessageId;
  if (message.is_deleted) return { kind: 'deletion', account, id, at };
  const isEcho = isOurs || message.is_echo === true;
  const isForeign = appId !== undefined && message.app_id !== undefined && message.app_id !== appId;
  return {
    kind: 'message',
    account,
    id,
    thread,
    author: isEcho ? { kind: 'business' } : { kind: 'contact', person },
    content: contentOf(message),
    sentAt: at,
    ...(isEcho && message.metadata && !isForeign ? { mark: message.metadata } : {}),
  };
}

function contentOf(message: Of<typeof Message>): Content {
  const quotes = message.reply_to?.mid;
  const payload = message.quick_reply?.payload;
  const attachments = (message.attachments ?? []).map((raw) => attachmentOf(raw, message.sticker_id));
  // Something was said, even where Meta passes on nothing of it.
  if (!message.text && attachments.length === 0) attachments.push(attachmentOf({ type: 'fallback' }, undefined));
  return {
    text: message.text ?? '',
    attachments,
    ...(quotes ? { quotes: quotes as ExternalMessageId } : {}),
    ...(payload ? { payload } : {}),
    ...(message.referral ? { referral: referralOf(message.referral) } : {}),
  };
}

export function readEdit({ mid, text }: Of<typeof Edit>, { account, at }: Place): ChannelEvent {
  return { kind: 'edit', account, id: mid as ExternalMessageId, content: { text, attachments: [] }, at };
}

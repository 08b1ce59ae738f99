import type { z } from 'zod';
import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { referralOf } from '../meta/line-message.ts';
import type { Place } from '../meta/line-place.ts';
import { answeredStory, attachmentOf, unsupported } from './attachments.ts';
import type { Edit, Message } from './element.ts';
import { ignored } from './envelope.ts';

/** Something said on the line, by the person or by the account (an echo: ours, or typed in the Instagram app). */
export function readMessage(message: Message, { account, thread, person, at, isOurs }: Place): ChannelEvent {
  const id = message.mid as ExternalMessageId;
  if (message.is_self) return ignored('a message of the account to itself');
  // Meta wants what was unsent to be gone here too.
  if (message.is_deleted) return { kind: 'deletion', account, id, at };
  return {
    kind: 'message',
    account,
    id,
    thread,
    author: isOurs ? { kind: 'business' } : { kind: 'contact', person },
    content: contentOf(message),
    sentAt: at,
  };
}

function contentOf(message: Message): Content {
  const { mid: quotes, story } = message.reply_to ?? {};
  const payload = message.quick_reply?.payload;
  const attachments = (message.attachments ?? []).map(attachmentOf);
  if (story) attachments.unshift(answeredStory(story.url));
  // Something was said, even where Instagram passes on nothing of it.
  if (message.is_unsupported || (!message.text && attachments.length === 0))
    attachments.push(unsupported('Something that Instagram shows only in its own app'));
  return {
    text: message.text ?? '',
    attachments,
    ...(quotes ? { quotes: quotes as ExternalMessageId } : {}),
    ...(payload ? { payload } : {}),
    ...(message.referral ? { referral: referralOf(message.referral) } : {}),
  };
}

/** An app in development hears of new messages as their edit number 0, at times without the words. */
export function readEdit({ mid, text, num_edit: count }: z.infer<typeof Edit>, place: Place): ChannelEvent {
  const { account, at } = place;
  const id = mid as ExternalMessageId;
  if (count !== 0)
    return text === undefined
      ? ignored('an edited message without its words')
      : { kind: 'edit', account, id, content: { text, attachments: [] }, at };
  return {
    kind: 'message',
    account,
    id,
    thread: place.thread,
    author: place.isOurs ? { kind: 'business' } : { kind: 'contact', person: place.person },
    content: { text: text ?? '', attachments: [] },
    sentAt: at,
    ...(text ? {} : { isPartial: true }),
  };
}

import type { ChannelEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { directAttachmentsOf } from './attachments.ts';
import { authorOf, personOf } from './person.ts';
import type { DirectMessage, Includes } from './shapes.ts';
import { plainText } from './words.ts';

export function messageEvent(
  message: DirectMessage,
  includes: Includes,
  account: ExternalAccountId,
  isHistory: boolean,
): ChannelEvent {
  if (message.event_type !== 'MessageCreate')
    return { kind: 'ignored', why: `Direct events of the kind "${message.event_type.slice(0, 40)}" are not messages.` };
  return {
    kind: 'message',
    account,
    id: message.id as ExternalMessageId,
    thread: directThread(message.dm_conversation_id, includes, account),
    author: authorOf(message.sender_id, includes.users, account),
    content: {
      text: plainText(message.text ?? '', message.entities?.urls ?? []),
      attachments: directAttachmentsOf(message, includes),
    },
    sentAt: message.created_at,
    ...(isHistory ? { isHistory } : {}),
    remote: { direct: message.id },
  };
}

/** A line between two is named by both numbers, the smaller first; a group has a number of its own. */
export const otherOf = (conversation: string, account: string): string | null => {
  const [a, b] = /^(\d+)-(\d+)$/.exec(conversation)?.slice(1) ?? [];
  return a === account ? (b ?? null) : b === account ? (a ?? null) : null;
};

export function directThread(id: string, { users }: Includes, account: ExternalAccountId): ThreadRef {
  const other = otherOf(id, account);
  return {
    id: id as ExternalThreadId,
    kind: 'direct',
    reach: 'owned_private',
    permalink: `https://x.com/messages/${id}`,
    ...(other === null
      ? { title: 'A group on X' }
      : {
          counterpart: personOf(
            other,
            users.find((user) => user.id === other),
          ),
        }),
    remote: { conversation: id, other },
  };
}

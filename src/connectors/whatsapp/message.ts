import type { Author, ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { contentOf } from './content.ts';
import type { Message } from './element.ts';
import { ignored } from './envelope.ts';
import { type Contact, type Line, lineOf } from './line.ts';
import { readCallPermission, readSystem, readWelcome } from './notice.ts';

export interface Around {
  readonly account: string;
  readonly contacts: readonly Contact[];
  /** `ours`: typed by us in the WhatsApp Business app. */
  readonly by: 'theirs' | 'ours';
  readonly isHistory?: boolean;
}

/** One element of `messages` or `message_echoes`. */
export function readMessage(message: Message, around: Around): ChannelEvent {
  if (message.group_id !== undefined) return ignored('a message in a group: groups are not read here');
  const line = lineFor(message, around);
  if (!line) return ignored('a message that names no person');
  const { account } = line;
  const at = message.timestamp;
  const by: Author = around.by === 'ours' ? { kind: 'business' } : { kind: 'contact', person: line.person };
  if (message.reaction) {
    const { message_id: target, emoji } = message.reaction;
    // Without an emoji, or with an empty one, it was taken back: Meta does not say which it was.
    const reaction = emoji ?? '';
    return {
      kind: 'reaction',
      account,
      target: target as ExternalMessageId,
      by,
      reaction,
      isRemoved: reaction === '',
      at,
    };
  }
  if (message.type === 'edit' && message.edit) {
    const { original_message_id: id, message: said } = message.edit;
    if (!said) return ignored('an edit without the new words');
    return { kind: 'edit', account, id: id as ExternalMessageId, content: contentOf(said), at };
  }
  if (message.type === 'revoke' && message.revoke)
    return { kind: 'deletion', account, id: message.revoke.original_message_id as ExternalMessageId, at };
  if (message.type === 'system') return readSystem(message, line);
  if (message.type === 'request_welcome') return readWelcome(message, line);
  if (message.interactive?.call_permission_reply) return readCallPermission(message, line);
  return said(message, line, by, around);
}

function said(message: Message, { account, thread }: Line, author: Author, around: Around): ChannelEvent {
  return {
    kind: 'message',
    account,
    id: message.id as ExternalMessageId,
    thread,
    author,
    content: contentOf(message),
    sentAt: message.timestamp,
    // A reaction to it is told under the number where that is known.
    ...(author.kind === 'contact' && thread.remote !== undefined ? { remote: thread.remote } : {}),
    ...(around.isHistory ? { isHistory: true } : {}),
  };
}

function lineFor(message: Message, { account, contacts, by }: Around): Line | null {
  if (by === 'ours')
    return lineOf(account, { from: message.to, userId: message.to_user_id ?? message.recipient_user_id }, contacts);
  // A new number brings a new id: it concerns the line that we know.
  const before = message.type === 'system' ? message.system?.previous_user_id : undefined;
  return lineOf(account, { from: message.from, userId: before ?? message.from_user_id }, contacts);
}

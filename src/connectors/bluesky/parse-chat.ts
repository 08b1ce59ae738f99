import type { z } from 'zod';
import type { Author, ChannelEvent, Person, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { chatAttachmentsOf } from './embeds.ts';
import type { ChatMessage, Convo, Entry } from './lexicon.ts';
import { isBot, personOf } from './person.ts';

const LOG = 'chat.bsky.convo.defs#log';

/** One line of the message log. The other kinds (mutes, read marks, group events) are nothing to file. */
export function logEvent(
  { log, convo }: z.infer<typeof Entry.log>,
  account: ExternalAccountId,
  isHistory: boolean,
): ChannelEvent {
  const { $type, convoId, message, reaction } = log;
  const what = $type.startsWith(LOG) ? $type.slice(LOG.length) : $type;
  if (!['CreateMessage', 'DeleteMessage', 'AddReaction', 'RemoveReaction'].includes(what))
    return { kind: 'ignored', why: `Lines of the kind "${what.slice(0, 40)}" in the message log are not messages.` };
  if (!message) return { kind: 'ignored', why: 'The message in the log is not complete.' };

  const id = message.id as ExternalMessageId;
  if (what === 'DeleteMessage') return { kind: 'deletion', account, id, at: message.sentAt };
  if (what === 'CreateMessage') return messageEvent(message, convoId, convo, account, isHistory);
  if (!reaction) return { kind: 'ignored', why: 'The reaction in the log is not complete.' };
  return {
    kind: 'reaction',
    account,
    target: id,
    by: authorOf(reaction.sender.did, convo, account),
    reaction: reaction.value,
    isRemoved: what === 'RemoveReaction',
    at: reaction.createdAt,
  };
}

function messageEvent(
  message: ChatMessage,
  convoId: string,
  convo: Convo | undefined,
  account: ExternalAccountId,
  isHistory: boolean,
): ChannelEvent {
  const { sender, sentAt, replyTo } = message;
  const profile = convo?.members.find(({ did }) => did === sender.did);
  return {
    kind: 'message',
    account,
    id: message.id as ExternalMessageId,
    thread: threadOf(convoId, convo, sender.did, account),
    author: authorOf(sender.did, convo, account),
    content: {
      text: message.text ?? '',
      attachments: chatAttachmentsOf(message),
      ...(replyTo ? { quotes: replyTo.id as ExternalMessageId } : {}),
    },
    sentAt,
    ...(sender.did !== account && profile && isBot(profile) ? { automatic: 'bot' as const } : {}),
    ...(isHistory ? { isHistory } : {}),
    remote: { convoId },
  };
}

function threadOf(convoId: string, convo: Convo | undefined, sender: string, account: ExternalAccountId): ThreadRef {
  const others = convo?.members.filter(({ did }) => did !== account) ?? [];
  const counterpart =
    others.length === 1 ? personOf(others[0]!) : others.length === 0 && sender !== account ? bare(sender) : null;
  return {
    id: convoId as ExternalThreadId,
    kind: 'direct',
    reach: 'owned_private',
    ...(counterpart ? { counterpart } : {}),
    ...(others.length > 1 ? { title: others.map(({ displayName, handle }) => displayName || handle).join(', ') } : {}),
    remote: { convoId, isRequest: convo?.status === 'request' },
  };
}

function authorOf(did: string, convo: Convo | undefined, account: ExternalAccountId): Author {
  if (did === account) return { kind: 'business' };
  const profile = convo?.members.find((member) => member.did === did);
  return { kind: 'contact', person: profile ? personOf(profile) : bare(did) };
}

const bare = (did: string): Person => ({ id: did as ExternalIdentityId, scope: '' });

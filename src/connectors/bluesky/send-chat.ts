import type { Finding, Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, field, listOf, textOf } from './account-calls.ts';
import { CHAT_TEXT } from './capabilities.ts';
import { ChatMessage } from './lexicon.ts';
import { outcomeOf } from './outcome.ts';
import { facetsOf } from './post-record.ts';
import { isMessagesRefusal } from './sessions.ts';

type Reply = Outgoing & { readonly kind: 'reply' };

/** Their clock may be a little behind ours. */
const CLOCK_SKEW_MS = 5_000;
const PAGES = 5;

export async function sendChat(calls: AccountCalls, act: Reply): Promise<SendOutcome> {
  const { thread, content } = act;
  if (content.attachments.length > 0) return refused('bad_attachment', 'Direct messages on Bluesky carry no files.');
  const over = overBy(content.text, CHAT_TEXT);
  if (over > 0) return refused('too_long', `The text is ${over} over the limit of 1,000 characters or 10,000 bytes.`);
  if (content.text.trim() === '') return refused('other', 'There is nothing in it.');
  const facets = await facetsOf(calls, content.text);
  if (!Array.isArray(facets)) return facets;
  const convoId = thread.id;
  // a first message of a stranger is a request until it is accepted; if that fails, the send says why
  if (field(thread.remote, 'isRequest') === true) await calls.chatPost('chat.bsky.convo.acceptConvo', { convoId });
  const message = { text: content.text, ...(facets.length > 0 ? { facets } : {}) };
  const answer = await calls.chatPost('chat.bsky.convo.sendMessage', { convoId, message });
  if (answer.ok) {
    const id = textOf(answer.body, 'id');
    return id
      ? accepted(id, convoId)
      : { kind: 'unknown', detail: 'The chat service took the message without naming it.' };
  }
  if (isMessagesRefusal(answer))
    return refused('needs_login', 'The app password of this inbox does not allow direct messages. Make one that does.');
  return outcomeOf(answer);
}

/** Direct messages carry no mark of ours: the same words from us, not earlier than the act. */
export async function findChat(calls: AccountCalls, did: string, act: Reply): Promise<Finding> {
  const since = act.createdAt.getTime() - CLOCK_SKEW_MS;
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await calls.chatGet('chat.bsky.convo.getMessages', { convoId: act.thread.id, limit: 100, cursor });
    if (!answer.ok) return { kind: 'unclear', detail: answer.message };
    const messages = listOf(answer.body, 'messages').flatMap((one) => ChatMessage.safeParse(one).data ?? []);
    const later = messages.filter(({ sentAt }) => sentAt.getTime() >= since);
    ids.push(
      ...later.filter(({ sender, text }) => sender.did === did && text === act.content.text).map(({ id }) => id),
    );
    cursor = textOf(answer.body, 'cursor');
    if (later.length < messages.length || cursor === undefined) {
      if (ids.length > 1) return { kind: 'unclear', detail: 'The same words stand there several times.' };
      return ids[0] === undefined ? { kind: 'absent' } : accepted(ids[0], act.thread.id);
    }
  }
  return { kind: 'unclear', detail: 'So much was written since that the message may be further back.' };
}

const accepted = (id: string, convoId: string): SendOutcome & { kind: 'accepted' } => ({
  kind: 'accepted',
  id: id as ExternalMessageId,
  remote: { convoId },
});

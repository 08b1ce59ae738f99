import type { Chats } from './chats.ts';
import { wrongMessages } from './message-check.ts';
import { badBody, Refusal } from './refusal.ts';
import type { Chat, Sent, State } from './state.ts';

type Body = Readonly<Record<string, unknown>>;
const DAY_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEYS = ['to', 'messages', 'notificationDisabled', 'customAggregationUnits'];

/** A push. Under a retry key it is carried out once. */
export function push(state: State, chats: Chats, body: Body, key: string | undefined, requestId: string): Body {
  if (key !== undefined && !UUID.test(key)) throw new Refusal(400, 'Invalid retry key');
  const before = key === undefined ? undefined : state.accepted.get(key.toLowerCase());
  if (before && before.until > state.now().getTime())
    throw new Refusal(
      409,
      'The retry key is already accepted',
      { sentMessages: before.sent },
      { 'x-line-accepted-request-id': before.requestId },
    );
  const { to, messages } = body;
  const strange = Object.keys(body).filter((name) => !KEYS.includes(name));
  const wrong = [
    ...strange.map((property) => ({ message: 'Unknown property', property })),
    ...(typeof to === 'string' && to !== '' ? [] : [{ message: 'May not be empty', property: 'to' }]),
    ...wrongMessages(messages),
  ];
  if (wrong.length > 0) throw badBody(wrong);
  const chat = state.chats.get(String(to));
  if (!chat) throw new Refusal(400, 'Failed to send messages');
  const used = state.pushed.get(state.month()) ?? 0;
  if (state.quota !== null && used >= state.quota) throw new Refusal(429, 'You have reached your monthly limit.');
  const sent = deliver(chats, chat, messages);
  state.pushed.set(state.month(), used + chat.members.size);
  if (key !== undefined)
    state.accepted.set(key.toLowerCase(), { sent, requestId, until: state.now().getTime() + DAY_MS });
  return { sentMessages: sent };
}

/** A reply costs nothing, and its token is good once and for a minute. */
export function reply(state: State, chats: Chats, body: Body): Body {
  const wrong = wrongMessages(body.messages);
  if (wrong.length > 0) throw badBody(wrong);
  const token = String(body.replyToken);
  const known = state.replyTokens.get(token);
  const chat = known && known.until > state.now().getTime() ? state.chats.get(known.chatId) : undefined;
  if (!chat) throw new Refusal(400, 'Invalid reply token');
  state.replyTokens.delete(token);
  return { sentMessages: deliver(chats, chat, body.messages) };
}

function deliver(chats: Chats, chat: Chat, messages: unknown): readonly Sent[] {
  const parts = messages as readonly Body[];
  const strange = parts.findIndex(
    ({ quoteToken }) => quoteToken !== undefined && !chat.messages.some((one) => one.quoteToken === quoteToken),
  );
  if (strange >= 0) throw badBody([{ message: 'Invalid quote token', property: `messages[${strange}].quoteToken` }]);
  return chats.answer(chat, parts);
}

export function quotaOf({ quota }: State): Body {
  return quota === null ? { type: 'none' } : { type: 'limited', value: quota };
}

import type { BotLines } from './bot.ts';
import { type Callbacks, post } from './callbacks.ts';
import { wrongMessage } from './message-check.ts';
import type { State } from './state.ts';

type Body = Readonly<Record<string, unknown>>;
export interface Parts {
  readonly state: State;
  readonly lines: BotLines;
  readonly callbacks: Callbacks;
}

const HOUR_MS = 3_600_000;
const MOST_UNANSWERED = 100;
const MOST_ASKED = 2;
export const EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];

export const says = (status: number, message: string, more: Body = {}): Body => ({
  status,
  status_message: message,
  ...more,
});
const ok = (more: Body): Body => says(0, 'ok', more);

export async function call(parts: Parts, method: string, body: Body): Promise<Body | null> {
  switch (method) {
    case 'get_account_info':
      return accountInfo(parts);
    case 'set_webhook':
      return setWebhook(parts, body);
    case 'send_message':
      return sendMessage(parts, body);
    case 'get_user_details':
      return userDetails(parts, body);
    case 'get_online':
      return online(parts, body);
    default:
      return null;
  }
}

function accountInfo({ state }: Parts): Body {
  const { bot, webhook, chats } = state;
  return ok({
    id: bot.id,
    chat_hostname: 'SN-CHAT-09_',
    name: bot.name,
    uri: bot.uri,
    icon: 'https://media.example-viber.test/icon.jpg',
    category: 'Shopping',
    subcategory: 'Sports',
    country: 'SE',
    ...(webhook ? { webhook: webhook.url } : {}),
    event_types: webhook?.events ?? [],
    subscribers_count: [...chats.values()].filter(({ isSubscribed }) => isSubscribed).length,
    members: [],
  });
}

/** The address is asked while the call is open, and must answer. */
async function setWebhook({ state, callbacks }: Parts, body: Body): Promise<Body> {
  const { url, event_types: wanted, send_name: hasName } = body;
  if (typeof url !== 'string') return says(4, 'url is missing');
  if (url === '') {
    state.webhook = null;
    return ok({ chat_hostname: 'SN-CHAT-09_', event_types: [] });
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return says(1, 'Result: url is not valid');
  const events = Array.isArray(wanted) ? wanted.map(String) : EVENTS;
  const strange = events.find((event) => event !== 'message' && !EVENTS.includes(event));
  if (strange !== undefined) return says(3, `event_types: ${strange} is not valid`);
  const head = { event: 'webhook', timestamp: state.now().getTime(), chat_hostname: 'SN-CHAT-09_' };
  const answer = await post(state, url, { ...head, message_token: state.mint() });
  if (!answer) return says(1, 'Result: java.net.ConnectException: Connection refused');
  if (answer.status !== 200) return says(1, `Result: Response status code is ${answer.status}`);
  state.webhook = { url, events, hasName: hasName === true };
  callbacks.wake();
  return ok({ chat_hostname: 'SN-CHAT-09_', event_types: ['message', ...events] });
}

function sendMessage({ state, lines }: Parts, body: Body): Body {
  const wrong = wrongMessage(body);
  if (wrong) return says(...wrong);
  if (!state.webhook) return says(10, 'webhookNotSet');
  const chat = state.chats.get(String(body.receiver));
  if (!chat) return says(5, 'receiverNotRegistered');
  if (!chat.isSubscribed) return says(6, 'notSubscribed', { chat_hostname: 'SN-CHAT-09_' });
  const hour = Math.floor(state.now().getTime() / HOUR_MS);
  const count = chat.unanswered.hour === hour ? chat.unanswered.count : 0;
  if (count >= MOST_UNANSWERED)
    return says(12, 'maximum messages from Public Account to Viber user without reply exceeded');
  chat.unanswered = { hour, count: count + 1 };
  const line = lines.answer(chat, body);
  return ok({ message_token: line.token, chat_hostname: 'SN-CHAT-09_', billing_status: 1 });
}

function userDetails({ state }: Parts, { id }: Body): Body {
  if (typeof id !== 'string') return says(4, 'id is missing');
  const chat = state.chats.get(id);
  if (!chat) return says(5, 'receiverNotRegistered');
  if (!chat.isSubscribed) return says(6, 'notSubscribed');
  const now = state.now().getTime();
  const recent = chat.asked.filter((at) => at > now - 12 * HOUR_MS);
  if (recent.length >= MOST_ASKED) return says(12, 'Too many requests');
  chat.asked.push(now);
  const { persona, userId } = chat;
  const avatar = `https://media.example-viber.test/${encodeURIComponent(persona.id)}.jpg`;
  const user = { id: userId, name: persona.name, avatar, country: 'SE', language: persona.language, api_version: 10 };
  return ok({ message_token: state.mint(), user });
}

function online({ state }: Parts, { ids }: Body): Body {
  if (!Array.isArray(ids)) return says(4, 'ids is missing');
  if (ids.length > 100) return says(3, 'ids is not valid');
  const users = ids.map((id) => {
    const isThere = state.chats.get(String(id))?.isSubscribed === true;
    return isThere
      ? { id, online_status: 0, online_status_message: 'online' }
      : { id, online_status: 4, online_status_message: 'not a Viber user' };
  });
  return ok({ users });
}

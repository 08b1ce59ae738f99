import type { Callback, Callbacks } from './callbacks.ts';
import { wrongMessage } from './message-check.ts';
import { type Chat, keep, type Line, type State, threadOf } from './state.ts';

/** What happens between the bot and its people, and what the bot is told of it. */
export interface BotLines {
  hear(chat: Chat, message: Readonly<Record<string, unknown>>, shown: Shown): Line;
  tap(chat: Chat, shows: string): Line;
  open(chat: Chat, context: string | undefined): void;
  subscribe(chat: Chat): void;
  leave(chat: Chat): void;
  see(chat: Chat): void;
  /** A message that Viber has taken. */
  answer(chat: Chat, message: Readonly<Record<string, unknown>>): Line;
  emit(body: Readonly<Record<string, unknown>>): void;
}
export interface Shown {
  readonly text: string;
  readonly files?: readonly string[];
  readonly at?: Date;
  readonly isSilent?: boolean;
}

export function openBot(state: State, callbacks: Callbacks): BotLines {
  const emit = (
    event: string,
    rest: Readonly<Record<string, unknown>>,
    more: Partial<Callback> & { at?: Date } = {},
  ) => {
    const { at = state.now(), ...callback } = more;
    const isAsked = event === 'message' || state.webhook === null || state.webhook.events.includes(event);
    if (!isAsked) return;
    const head = { event, timestamp: at.getTime(), chat_hostname: 'SN-CHAT-09_' };
    callbacks.push({ body: { ...head, message_token: state.mint(), ...rest }, ...callback });
  };
  const profileOf = ({ persona, userId }: Chat) => ({
    id: userId,
    ...(state.webhook?.hasName === false
      ? {}
      : { name: persona.name, avatar: `https://media.example-viber.test/${encodeURIComponent(persona.id)}.jpg` }),
    language: persona.language,
    country: 'SE',
    api_version: 10,
  });

  function see(chat: Chat): void {
    if (chat.unseen === null) return;
    emit('seen', { message_token: chat.unseen, user_id: chat.userId });
    chat.unseen = null;
  }

  function hear(chat: Chat, message: Readonly<Record<string, unknown>>, shown: Shown): Line {
    see(chat);
    chat.isSubscribed = true;
    chat.unanswered = { hour: 0, count: 0 };
    const at = shown.at ?? state.now();
    const line = keep(chat, {
      token: state.mint(),
      isOurs: false,
      text: shown.text,
      at,
      files: shown.files ?? [],
    });
    const tracked = chat.trackingData === null ? {} : { tracking_data: chat.trackingData };
    emit(
      'message',
      {
        message_token: line.token,
        sender: profileOf(chat),
        message: { ...message, ...tracked },
        silent: shown.isSilent ?? false,
      },
      { at },
    );
    return line;
  }

  function tellListeners(chat: Chat, line: Line): void {
    const { token: id, text, at, files } = line;
    const message = { id, by: 'company', name: state.bot.name, text, at, files } as const;
    for (const listener of state.listeners)
      listener({ persona: chat.persona.id, thread: threadOf(chat), message, isPublic: false });
  }

  function show(chat: Chat, message: Readonly<Record<string, unknown>>): Line {
    const { text, media, file_name: name, tracking_data: tracking } = message;
    const link = typeof media === 'string' ? media : undefined;
    const file =
      typeof name === 'string' ? name : link ? decodeURIComponent(new URL(link).pathname.split('/').pop() ?? '') : '';
    const line = keep(chat, {
      token: state.mint(),
      isOurs: true,
      text: typeof text === 'string' && text ? text : file ? `[${file}]` : `[${String(message.type)}]`,
      at: state.now(),
      files: file ? [file] : [],
    });
    chat.unseen = line.token;
    chat.trackingData = typeof tracking === 'string' ? tracking : null;
    tellListeners(chat, line);
    return line;
  }

  /** The one message of a chat that was opened and in which nobody wrote yet: it has no receiver. */
  function welcome(chat: Chat, answer: string): void {
    let message: unknown;
    try {
      message = JSON.parse(answer);
    } catch {
      return;
    }
    if (typeof message !== 'object' || message === null || 'receiver' in message) return;
    const said = message as Readonly<Record<string, unknown>>;
    if (wrongMessage({ ...said, receiver: chat.userId }) === null) show(chat, said);
  }

  return {
    see,
    hear,
    tap(chat, shows) {
      const button = chat.buttons.find((one) => one.shows === shows);
      if (!button) throw new Error(`There is no button "${shows}" on the screen`);
      return hear(chat, { type: 'text', text: button.says }, { text: shows });
    },
    open(chat, context) {
      const rest = {
        type: 'open',
        ...(context ? { context } : {}),
        user: profileOf(chat),
        subscribed: chat.isSubscribed,
      };
      emit('conversation_started', rest, { hear: (answer) => !chat.isSubscribed && welcome(chat, answer) });
    },
    subscribe(chat) {
      chat.isSubscribed = true;
      emit('subscribed', { user: profileOf(chat) });
    },
    leave(chat) {
      chat.isSubscribed = false;
      emit('unsubscribed', { user_id: chat.userId });
    },
    answer(chat, message) {
      const line = show(chat, message);
      const { buttons, problem } = readKeyboard(message.keyboard);
      const receipt = { message_token: line.token, user_id: chat.userId };
      if (problem) {
        // Phones find out what the server did not look at.
        emit('failed', { ...receipt, desc: problem });
        return line;
      }
      chat.buttons = buttons;
      for (let device = 0; device < state.devices; device += 1) emit('delivered', receipt);
      return line;
    },
    emit: (body) => callbacks.push({ body }),
  };
}

function readKeyboard(keyboard: unknown): { readonly buttons: Chat['buttons']; readonly problem?: string } {
  if (keyboard === undefined) return { buttons: [] };
  const wrong = { buttons: [], problem: 'keyboard is not valid' };
  if (typeof keyboard !== 'object' || keyboard === null || !('Type' in keyboard) || keyboard.Type !== 'keyboard')
    return wrong;
  const list: unknown = 'Buttons' in keyboard ? keyboard.Buttons : undefined;
  if (!Array.isArray(list) || list.length === 0) return wrong;
  let column = 0;
  const buttons: { says: string; shows: string }[] = [];
  for (const button of list as readonly Readonly<Record<string, unknown>>[]) {
    const { Columns: columns, Rows: rows, ActionType: action, ActionBody: says, Text: shows } = button;
    if (typeof columns !== 'number' || columns < 1 || columns > 6 || rows !== 1) return wrong;
    if (action !== 'reply' || typeof says !== 'string' || says === '' || typeof shows !== 'string') return wrong;
    column += columns;
    if (column > 6) return wrong;
    if (column === 6) column = 0;
    buttons.push({ says, shows: shows.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') });
  }
  return column === 0 ? { buttons } : wrong;
}

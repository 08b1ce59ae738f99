import type { Answer } from '../network.ts';
import { keep } from './members.ts';
import { namesOf, type PostOffice } from './post-office.ts';
import { type Refusal, undeliverable } from './refusal.ts';
import { type Line, type LineMessage, newMessageId, type SentFile, type State, storeFile, unix } from './state.ts';

type Element = Readonly<Record<string, unknown>>;
interface Heard {
  readonly text: string;
  readonly at?: Date;
  readonly replyTo?: string;
  readonly file?: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };
  /** What it says instead of plain words. */
  readonly element?: Element;
}
interface Written {
  readonly text: string;
  readonly file?: SentFile;
  readonly replyTo?: string;
  readonly choices?: LineMessage['choices'];
  readonly mark?: string;
}

/** The lines, whoever writes on them, and what webhooks tell of it. */
export interface Talk {
  hear(line: Line, heard: Heard): LineMessage;
  answer(line: Line, written: Written): LineMessage;
  /** Typed in the WhatsApp Business app. */
  typeInApp(line: Line, text: string, at?: Date): LineMessage;
  react(line: Line, message: LineMessage, emoji: string): void;
  reactAsBusiness(line: Line, message: LineMessage, emoji: string): string;
  edit(line: Line, message: LineMessage, text: string): void;
  revoke(line: Line, message: LineMessage): void;
  tell(line: Line, element: Element): void;
  /** The person looks at the line. */
  read(line: Line): void;
  fail(line: Line, message: LineMessage, why: Refusal): void;
}

const INBOUND_DAYS = 7;

export function openTalk(state: State, office: PostOffice): Talk {
  const tell = (line: Line, element: Element) => {
    const { contact, from } = namesOf(line.member);
    // System messages come without `contacts`.
    const contacts = element.type === 'system' ? {} : { contacts: [contact] };
    office.push('messages', line.number, { ...contacts, messages: [{ ...from, ...element }] });
  };
  const status = (line: Line, message: Pick<LineMessage, 'id' | 'mark'>, became: string, why?: Refusal) => {
    const { contact, recipient } = namesOf(line.member);
    const element = {
      id: message.id,
      status: became,
      timestamp: String(unix(state.now())),
      ...recipient,
      ...(message.mark === undefined ? {} : { biz_opaque_callback_data: message.mark }),
      ...(why ? { errors: [why.asStatus] } : {}),
      ...(became === 'sent' || became === 'delivered'
        ? { pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' } }
        : {}),
    };
    office.push('messages', line.number, { ...(why ? {} : { contacts: [contact] }), statuses: [element] });
  };
  const fresh = (isOurs: boolean, at: Date) => ({
    id: newMessageId(state),
    isOurs,
    at,
    reactions: new Map<string, string>(),
    isDeleted: false,
    isRead: false,
  });
  function markRead(line: Line): void {
    for (const message of line.messages)
      if (message.isOurs && !message.isRead) {
        message.isRead = true;
        status(line, message, 'read');
      }
  }
  function reachPerson(line: Line, message: LineMessage): void {
    const seen = { id: message.id, by: 'company', name: line.number.name, text: message.text, at: message.at } as const;
    const answer: Answer = { persona: line.member.persona.id, thread: line.id, message: seen, isPublic: false };
    for (const listener of state.answered) listener(answer);
  }

  return {
    tell,
    hear(line, { text, at = state.now(), replyTo, file, element }) {
      markRead(line);
      const stored = file
        ? {
            id: storeFile(state, line.number.id, { ...file, type: file.mimeType }, INBOUND_DAYS),
            name: file.name,
            type: file.mimeType,
          }
        : undefined;
      const message: LineMessage = {
        ...fresh(false, at),
        text,
        ...(stored ? { file: stored } : {}),
        ...(replyTo ? { replyTo } : {}),
      };
      keep(line, message);
      tell(line, {
        id: message.id,
        timestamp: String(unix(at)),
        ...(element ?? (stored ? fileElement(state, stored, text) : { type: 'text', text: { body: text } })),
        ...(replyTo ? { context: { from: line.number.display.replace(/\D/g, ''), id: replyTo } } : {}),
      });
      return message;
    },
    answer(line, written) {
      const message: LineMessage = { ...fresh(true, state.now()), ...written };
      keep(line, message);
      if (line.member.hasLeft) {
        status(line, message, 'sent');
        status(line, message, 'failed', undeliverable());
        return message;
      }
      // The order is free: one may overtake the other, and `delivered` may never come.
      const draw = state.random();
      const order = draw < 0.15 ? ['delivered', 'sent'] : draw < 0.3 ? ['sent'] : ['sent', 'delivered'];
      for (const became of order) status(line, message, became);
      reachPerson(line, message);
      return message;
    },
    typeInApp(line, text, at = state.now()) {
      const message: LineMessage = { ...fresh(true, at), text };
      keep(line, message);
      const { contact } = namesOf(line.member);
      const { phone, username, userId } = line.member;
      const to = { ...(username ? {} : { to: phone }), to_user_id: userId };
      const from = line.number.display.replace(/\D/g, '');
      const element = { from, ...to, id: message.id, timestamp: String(unix(at)), type: 'text', text: { body: text } };
      office.push('smb_message_echoes', line.number, { contacts: [contact], message_echoes: [element] });
      reachPerson(line, message);
      return message;
    },
    react(line, message, emoji) {
      if (emoji === '') message.reactions.delete('them');
      else message.reactions.set('them', emoji);
      const reaction = { message_id: message.id, ...(emoji === '' ? {} : { emoji }) };
      tell(line, { id: newMessageId(state), timestamp: String(unix(state.now())), type: 'reaction', reaction });
    },
    reactAsBusiness(line, message, emoji) {
      if (emoji === '') message.reactions.delete('us');
      else message.reactions.set('us', emoji);
      const id = newMessageId(state);
      status(line, { id }, 'sent');
      return id;
    },
    edit(line, message, text) {
      message.text = text;
      const edit = { original_message_id: message.id, message: { type: 'text', text: { body: text } } };
      if (line.number.isInApp)
        tell(line, { id: newMessageId(state), timestamp: String(unix(state.now())), type: 'edit', edit });
    },
    revoke(line, message) {
      message.isDeleted = true;
      const revoke = { original_message_id: message.id };
      if (line.number.isInApp)
        tell(line, { id: newMessageId(state), timestamp: String(unix(state.now())), type: 'revoke', revoke });
    },
    read: markRead,
    fail: (line, message, why) => status(line, message, 'failed', why),
  };
}

function fileElement(state: State, { id, name, type }: SentFile, text: string): Element {
  const [family] = type.split('/');
  const kind =
    type === 'image/webp'
      ? 'sticker'
      : family === 'image' || family === 'video' || family === 'audio'
        ? family
        : 'document';
  const caption = text && kind !== 'audio' && kind !== 'sticker' ? { caption: text } : {};
  const file = {
    id,
    mime_type: type,
    sha256: 'nJ0mY6vGg8pC3oS0bM2p0kq0Xb4r0y8o1mZ7wJ9tXhE=',
    url: `${state.url}/whatsapp_business/attachments/?mid=${id}&ext=0`,
    ...(kind === 'document' ? { filename: name } : {}),
    ...(kind === 'audio' ? { voice: type.startsWith('audio/ogg') } : {}),
    ...(kind === 'sticker' ? { animated: false } : {}),
    ...caption,
  };
  return { type: kind, [kind]: file };
}

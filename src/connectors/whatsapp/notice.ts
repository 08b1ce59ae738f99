import { z } from 'zod';
import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { id, lenient, text, whyNot } from '../shared/shapes.ts';
import { at, type Message, Problem } from './element.ts';
import { ignored } from './envelope.ts';
import { judge } from './errors.ts';
import { type Contact, type Line, lineOf } from './line.ts';

const about = (line: Line, message: Message, notice: NoticeEvent['notice'], detail: string): ChannelEvent => ({
  kind: 'notice',
  account: line.account,
  id: message.id,
  thread: line.thread.id,
  notice,
  detail,
  at: message.timestamp,
});

/** WhatsApp's own words between those of the two sides. */
export function readSystem(message: Message, line: Line): ChannelEvent {
  const { type, body, wa_id: phone, new_wa_id: newPhone, user_id: userId } = message.system ?? {};
  const said = body ? ` WhatsApp says: ${body}.`.replace(/\.\.$/, '.') : '';
  if (type === 'user_changed_number' || type === 'user_changed_user_id' || phone || newPhone) {
    const to = phone ?? newPhone;
    const where = to ? ` to +${to.replace('+', '')}` : '';
    const known = userId ? ` WhatsApp knows them as ${userId} from now on.` : '';
    return about(
      line,
      message,
      'other',
      `This person changed their number${where}: what they write from now on comes in as another contact, and what is sent here does not reach them.${known}${said}`,
    );
  }
  if (type === 'customer_identity_changed')
    return about(
      line,
      message,
      'other',
      `This person set WhatsApp up anew, perhaps on another phone: ask before you tell secrets.${said}`,
    );
  return about(
    line,
    message,
    'other',
    body ?? `WhatsApp tells of "${(type ?? 'something').slice(0, 60).toWellFormed()}".`,
  );
}

export const readWelcome = (message: Message, line: Line): ChannelEvent =>
  about(line, message, 'other', 'Opened the chat for the first time, without writing yet.');

export function readCallPermission(message: Message, line: Line): ChannelEvent {
  const isGiven = message.interactive?.call_permission_reply?.response === 'accept';
  return about(
    line,
    message,
    'other',
    isGiven ? 'Allows to be called on WhatsApp.' : 'Does not want to be called on WhatsApp.',
  );
}

const Preference = z.object({
  wa_id: lenient(id),
  user_id: lenient(id),
  category: lenient(text),
  value: lenient(text),
  detail: lenient(text),
  timestamp: at,
});

/** Somebody stopped or resumed what a business may write to them unasked. */
export function readPreference(raw: unknown, account: string, contacts: readonly Contact[]): ChannelEvent {
  const result = Preference.safeParse(raw);
  if (!result.success) return ignored(`a preference that cannot be read: ${whyNot(result.error)}`);
  const { wa_id: from, user_id: userId, value, detail, timestamp, category } = result.data;
  const line = lineOf(account, { from, userId }, contacts);
  if (!line) return ignored('a preference of nobody');
  const words =
    value === 'stop'
      ? 'Wants no marketing messages on WhatsApp any more: templates for marketing will not be delivered.'
      : value === 'resume'
        ? 'Takes marketing messages on WhatsApp again.'
        : `Changed a preference on WhatsApp: ${[category, value].filter(Boolean).join(', ') || 'unknown'}.`;
  return {
    kind: 'notice',
    account: line.account,
    id: `preference:${line.thread.id}:${timestamp.getTime()}`,
    thread: line.thread.id,
    notice: 'other',
    detail: detail ? `${words} WhatsApp says: ${detail}` : words,
    at: timestamp,
  };
}

/** Something is wrong with the number as a whole. WhatsApp gives it no id, so each kind is shown once a day. */
export function readProblem(raw: unknown, account: string, receivedAt: Date): ChannelEvent {
  const result = Problem.safeParse(raw);
  if (!result.success) return ignored(`a problem that cannot be read: ${whyNot(result.error)}`);
  const { code, title, message, error_data: more } = result.data;
  const error = {
    code,
    subcode: undefined,
    message: message ?? title ?? '',
    details: more?.details,
    waitMs: undefined,
  };
  return {
    kind: 'notice',
    account: account as ExternalAccountId,
    id: `problem:${code}:${receivedAt.toISOString().slice(0, 10)}`,
    notice: 'policy',
    detail: judge(error).detail,
    at: receivedAt,
  };
}

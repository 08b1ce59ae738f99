import { type Call, textOf } from '../meta/call.ts';
import { findMember, lineOf, spendPace } from './members.ts';
import { invalid, missing, Refusal, undeliverable, windowClosed } from './refusal.ts';
import { isPart, only, readSaid } from './said.ts';
import { digitsOf, type Line, type Number_, newMessageId, type State } from './state.ts';
import type { Talk } from './talk.ts';

const COMMON = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
  'access_token',
  'appsecret_proof',
];
const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;

/** `POST /{phone-number-id}/messages` */
export function sendMessage(state: State, call: Call, number: Number_, talk: Talk): unknown {
  const { params } = call;
  if (params.messaging_product !== 'whatsapp')
    throw new Refusal(100, 'Invalid parameter', 'The parameter messaging_product is required.');
  if (params.status !== undefined) return markRead(state, call, number);
  const type = textOf(params.type) ?? 'text';
  only(params, 'messages', [...COMMON, type]);
  if ((params.recipient_type ?? 'individual') !== 'individual') throw invalid('recipient_type must be individual');
  const part = params[type];
  if (!isPart(part)) throw missing(type);
  const line = lineFor(state, call, number);
  const to = textOf(params.to);
  const contact = {
    input: to ?? textOf(params.recipient),
    ...(to === undefined ? {} : { wa_id: digitsOf(to) }),
    ...(line ? { user_id: line.member.userId } : {}),
  };
  const answer = (id: string, more = {}) => ({
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [{ id, ...more }],
  });
  // A number that is not on WhatsApp is found out about only later.
  if (!line) return answer(newMessageId(state));
  if (type === 'reaction') return answer(react(state, line, part, talk));
  const said = readSaid(state, type, part, number.id);
  if (!spendPace(line, state.now()))
    throw new Refusal(
      131056,
      '(Business Account, Consumer Account) pair rate limit hit',
      'Too many messages sent from this number to the same recipient in a short period of time.',
    );
  const isClosed = !said.isTemplate && !isOpen(state, line);
  if (isClosed && !state.quirks.failsLater) throw windowClosed();
  const mark = textOf(params.biz_opaque_callback_data);
  const replyTo = isPart(params.context) ? textOf(params.context.message_id) : undefined;
  if (isClosed) {
    const id = newMessageId(state);
    const lost = { id, ...(mark === undefined ? {} : { mark }), isOurs: true, text: said.text, at: state.now() };
    talk.fail(line, { ...lost, reactions: new Map(), isDeleted: false, isRead: false }, windowClosed());
    return answer(id);
  }
  const { isTemplate, ...written } = said;
  const sent = talk.answer(line, {
    ...written,
    ...(mark === undefined ? {} : { mark }),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  return answer(sent.id, isTemplate ? { message_status: 'accepted' } : {});
}

function lineFor(state: State, { params }: Call, number: Number_): Line | null {
  const phone = textOf(params.to);
  const userId = textOf(params.recipient);
  if (phone === undefined && userId === undefined) throw missing('to');
  if (phone !== undefined && !/^\+?\d{5,20}$/.test(phone)) throw invalid('to is not a phone number');
  if (phone !== undefined && digitsOf(phone) === digitsOf(number.display))
    throw new Refusal(131021, 'Recipient cannot be sender', 'Recipient and sender are the same number');
  const member = findMember(state, phone === undefined ? { userId } : { phone });
  if (!member && phone === undefined) throw undeliverable();
  return member ? lineOf(state, number, member) : null;
}

const isOpen = (state: State, { lastInboundAt }: Line) =>
  lastInboundAt !== null && state.now().getTime() - lastInboundAt.getTime() <= DAY_MS;

function react(state: State, line: Line, part: Readonly<Record<string, unknown>>, talk: Talk): string {
  only(part, 'reaction', ['message_id', 'emoji']);
  if (typeof part.emoji !== 'string') throw missing('reaction.emoji');
  const message = line.messages.find(({ id }) => id === part.message_id);
  if (!message) throw invalid('reaction.message_id: no such message with this person');
  if (state.now().getTime() - message.at.getTime() > MONTH_MS) throw invalid('reaction.message_id: older than 30 days');
  if (!isOpen(state, line)) throw windowClosed();
  return talk.reactAsBusiness(line, message, part.emoji);
}

function markRead(state: State, { params }: Call, number: Number_): unknown {
  if (params.status !== 'read') throw invalid('status must be read');
  const isKnown = [...state.lines.values()].some(
    (line) => line.number === number && line.messages.some(({ id, isOurs }) => !isOurs && id === params.message_id),
  );
  if (!isKnown) throw invalid('message_id: no such message');
  return { success: true };
}

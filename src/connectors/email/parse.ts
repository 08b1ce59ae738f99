import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent, DeliveryEvent, MessageEvent, ThreadRef } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalThreadId } from '../../core/ids.ts';
import { automaticKind, reportType } from './automatic.ts';
import { contentOf } from './content.ts';
import { outgoingIdIn } from './ids.ts';
import type { Mail, Mailbox } from './mail.ts';
import { type People, peopleIn, personOf } from './people.ts';
import { readMail } from './read-mail.ts';
import { type Report, readReport } from './reports.ts';
import { type Place, placeOf } from './threading.ts';

/** The stream that is read from the folder of sent mail. */
export const SENT = 'Sent';
export const INBOX = 'INBOX';

/** One stored mail as events: a message, and what it says about a delivery of ours. */
export async function parseMail(entry: RawEntry, context: ParseContext): Promise<readonly ChannelEvent[]> {
  if (entry.headers.unreadable)
    return [ignored(`The mail server could not hand over this mail: ${entry.headers.unreadable}`)];
  const mail = await readMail(entry.body);
  if (!isMail(mail)) return [ignored('Not a mail: it has no sender, subject, date or Message-ID.')];

  const account =
    context.account ??
    ((mail.mailboxes('delivered-to')[0] ?? mail.mailboxes('to')[0])?.address as ExternalAccountId | undefined);
  if (!account) return [ignored('It does not say for which mailbox it is.')];
  const own = account.toLowerCase();
  const people = peopleIn(mail, own, entry.source === SENT);
  const place = placeOf(mail, own);
  const automatic = people.author.kind === 'business' ? undefined : automaticKind(mail, own, people.isForm);
  const isReport = reportType(mail) !== '' || automatic === 'bounce';
  const message: MessageEvent = {
    kind: 'message',
    account,
    id: place.id,
    thread: threadOf(mail, place, people),
    ...(place.belongsWith.length > 0 ? { belongsWith: place.belongsWith } : {}),
    author: people.author,
    content: contentOf(mail, Math.max(0, (Number(entry.headers.size) || 0) - entry.body.length), isReport),
    sentAt: arrivedAt(entry, mail, context),
    ...markOf(place, people),
    ...(automatic ? { automatic } : {}),
    ...(entry.headers.isHistory === 'true' ? { isHistory: true } : {}),
    remote: { ...remoteOf(mail, people), ...(place.references.length > 0 ? { references: place.references } : {}) },
  };
  return isReport && automatic ? reported(message, readReport(mail, own)) : [message];
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

const isMail = (mail: Mail) =>
  ['from', 'sender', 'subject', 'message-id', 'date', 'received'].some((name) => mail.header(name) !== '');

/**
 * The server's own clock: dates in mails lie. It counts whole seconds, so the end of the second is taken, or the moment
 * when we had the mail: an out-of-office would else stand before the answer that it came for.
 */
function arrivedAt(entry: RawEntry, mail: Mail, { receivedAt }: ParseContext): Date {
  const dates = [entry.headers.internaldate, mail.header('date')].map((text) => new Date(text ?? ''));
  const found = dates.find(
    (date) => !Number.isNaN(date.getTime()) && date.getFullYear() > 1970 && date.getFullYear() < 3000,
  );
  if (!found) return receivedAt;
  return new Date(Math.max(found.getTime(), Math.min(found.getTime() + 999, receivedAt.getTime())));
}

const markOf = (place: Place, people: People) => {
  const mark = people.author.kind === 'business' ? outgoingIdIn(place.id) : null;
  return mark ? { mark } : {};
};

function threadOf(mail: Mail, place: Place, people: People): ThreadRef {
  return {
    id: place.thread,
    kind: 'mail',
    reach: 'owned_private',
    ...(mail.subject ? { title: mail.subject } : {}),
    ...(people.counterpart ? { counterpart: people.counterpart } : {}),
    remote: remoteOf(mail, people),
  };
}

/** What an answer needs: where it goes, and the subject it repeats. Cc people are shown, never added by themselves. */
const remoteOf = (mail: Mail, { replyTo, to, cc }: People) => ({
  subject: mail.subject,
  ...(replyTo ? { replyTo } : {}),
  to: to.map(asJson),
  cc: cc.map(asJson),
});
const asJson = ({ address, name }: Mailbox) => ({ address, name });

/** A report stands in the thread of the mail it is about, and says what became of that. */
function reported(message: MessageEvent, report: Report): ChannelEvent[] {
  const { original, originalReferences } = report;
  if (!original) return [message];
  const thread = String(originalReferences[0] ?? message.thread.id) as ExternalThreadId;
  const belongsWith = [...new Set([original, ...originalReferences.toReversed(), ...(message.belongsWith ?? [])])];
  const recipient = report.recipients[0];
  const inThread: MessageEvent = {
    ...message,
    thread: {
      ...message.thread,
      id: originalReferences.length > 0 || message.belongsWith ? thread : (String(original) as ExternalThreadId),
      ...(recipient ? { counterpart: personOf({ address: recipient, name: '' }) } : {}),
    },
    belongsWith,
  };
  return report.status === 'delayed' || report.status === 'unclear'
    ? [inThread]
    : [inThread, deliveryOf(message, report, original)];
}

function deliveryOf(message: MessageEvent, report: Report, original: MessageEvent['id']): DeliveryEvent {
  const status = report.status === 'failed' || report.status === 'read' ? report.status : 'delivered';
  return {
    kind: 'delivery',
    account: message.account,
    ids: [original],
    status,
    ...(report.detail ? { detail: report.detail } : {}),
    at: message.sentAt,
  };
}

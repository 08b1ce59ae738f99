import type { Outgoing, RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import { capabilities, MAX_OUTGOING_FILES_BYTES } from './capabilities.ts';
import { compose, envelopeOf, type OutgoingFile, type Reply, recipientOf } from './compose.ts';
import type { EmailCredentials } from './credentials.ts';
import { messageIdOf } from './ids.ts';
import { keepSentCopy } from './sent-copy.ts';
import { deliver, isFailure, type SmtpFailure, withSmtp } from './smtp.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export async function sendMail(act: Outgoing, credentials: EmailCredentials, timeoutMs: number): Promise<SendOutcome> {
  if (act.kind !== 'reply') return refused('not_allowed', 'A mail can be answered; nothing else can be done with it.');
  if (act.content.text.length > capabilities.text.max)
    return refused('too_long', `A mail may have up to ${capabilities.text.max.toLocaleString('en')} characters.`);
  const recipient = recipientOf(act);
  if (!recipient) return refused('person_unavailable', 'It is not known which address to answer to.');
  const total = act.content.attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > MAX_OUTGOING_FILES_BYTES || act.content.attachments.length > capabilities.attachments.max)
    return refused(
      'bad_attachment',
      `A mail may carry up to ${capabilities.attachments.max} files of ${MAX_OUTGOING_FILES_BYTES / 1_048_576} MB together.`,
    );

  const files: OutgoingFile[] = [];
  for (const { name, mimeType, read } of act.content.attachments) {
    const bytes = await read().catch(() => null);
    if (!bytes) return refused('bad_attachment', `The file "${name}" could not be read. Attach it again.`);
    files.push({ name, mimeType, bytes });
  }
  const mail = await compose(act, recipient, credentials, files);
  const sent = await handOver(act, recipient, credentials, mail, timeoutMs);
  if (isFailure(sent)) return outcomeOf(sent, act.attempt);
  const hasCopy = await keepSentCopy(mail, act, credentials, timeoutMs);
  return {
    kind: 'accepted',
    id: messageIdOf(act.id, credentials.address),
    remote: { subject: act.thread.title ?? '', response: sent.accepted.slice(0, 500), hasSentCopy: hasCopy },
  };
}

function handOver(act: Reply, recipient: string, credentials: EmailCredentials, mail: Buffer, timeoutMs: number) {
  const envelope = envelopeOf(act, recipient, credentials);
  return withSmtp(credentials, timeoutMs, async (connection) => {
    const result = await deliver(connection, envelope, mail);
    // Some hosts take no null sender from their own users. Nothing was sent then; the headers still stop loops.
    const isSenderRefused =
      isFailure(result) && envelope.from === '' && result.command === 'MAIL FROM' && result.reply >= 500;
    return isSenderRefused ? deliver(connection, { ...envelope, from: credentials.address }, mail) : result;
  });
}

/** Anything before the data was asked for, and every answer with a code, is certain. Silence after the data is not. */
export function outcomeOf(failure: SmtpFailure, attempt: number): SendOutcome {
  const { stage, code, reply, words } = failure;
  const isLogin = (code === 'EAUTH' || stage === 'login') && (reply === 0 ? code === 'EAUTH' : reply >= 500);
  if (isLogin || reply === 530 || reply === 535)
    return refused('needs_login', `The mail server does not accept the user name or password: ${words}`);
  if (reply >= 500) return refused(reasonOf(failure), words);
  if (reply >= 400) return later(attempt, `The mail server asks to try again later: ${words}`);
  if (stage === 'data')
    return {
      kind: 'unknown',
      detail: `The connection was lost after the mail was handed over and before the server confirmed it: ${words}`,
    };
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return refused(code === 'EMESSAGE' ? 'bad_attachment' : 'person_unavailable', words);
  return later(attempt, `The mail server could not be reached: ${words}`);
}

/** By the enhanced status code (RFC 3463) where there is one. */
function reasonOf({ reply, command, words }: SmtpFailure): RefusalReason {
  const status = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(words);
  if (status?.[1] === '1' || status?.[1] === '2') return 'person_unavailable';
  if (status?.[1] === '7') return 'blocked';
  if (reply === 552 || words.includes('5.3.4')) return 'bad_attachment';
  return command === 'RCPT TO' ? 'person_unavailable' : 'other';
}

const refused = (reason: RefusalReason, detail: string): SendOutcome => ({ kind: 'refused', reason, detail });

const later = (attempt: number, detail: string): SendOutcome => ({
  kind: 'try_later',
  afterMs: Math.min(MINUTE_MS * 2 ** Math.max(0, attempt - 1), HOUR_MS),
  detail,
});

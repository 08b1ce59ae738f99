import { LOOP_HEADER } from '../../connectors/email/automatic.ts';
import type { EmailCredentials } from '../../connectors/email/credentials.ts';
import { domainOf } from '../../connectors/email/ids.ts';
import { deliver, isFailure, type SmtpFailure, withSmtp } from '../../connectors/email/smtp.ts';
import type { DueMail } from '../../storage/mail/mails.ts';

export type MailOutcome =
  | { readonly kind: 'taken' }
  /** `isDead`: there is nobody at the address. */
  | { readonly kind: 'refused'; readonly detail: string; readonly isDead: boolean }
  | { readonly kind: 'later'; readonly detail: string };

/** The same for every try of one mail, so that one which went twice is shown once; and known by it when it comes back. */
export const houseMailId = (id: string, { address }: EmailCredentials): string => `<house.${id}@${domainOf(address)}>`;

export async function sendHouseMail(
  mail: DueMail,
  credentials: EmailCredentials,
  { url, timeoutMs = 60_000 }: { readonly url: string; readonly timeoutMs?: number },
): Promise<MailOutcome> {
  const bytes = await compose(mail, credentials, url);
  // From the address itself: what comes back is how we learn that nobody reads there.
  const envelope = { from: credentials.address, to: mail.address };
  const done = await withSmtp(credentials, timeoutMs, (connection) => deliver(connection, envelope, bytes));
  if (!isFailure(done)) return { kind: 'taken' };
  return outcomeOf(done);
}

export function outcomeOf({ stage, reply, command, words }: SmtpFailure): MailOutcome {
  const isForGood = reply >= 500 && reply < 600 && stage !== 'login' && stage !== 'connect' && reply !== 530;
  if (!isForGood) return { kind: 'later', detail: words };
  const isAboutThem = /RCPT/i.test(command) || /\b5\.1\.[0-36]\b|\b5\.2\.1\b/.test(words);
  return { kind: 'refused', detail: words, isDead: isAboutThem && !/\b5\.7\.\d+\b/.test(words) };
}

async function compose(mail: DueMail, credentials: EmailCredentials, url: string): Promise<Buffer> {
  const { address, fromName } = credentials;
  const isForAgent = mail.kind !== 'owner';
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: fromName || 'Earshot', address },
    to: mail.address,
    subject: mail.subject,
    messageId: houseMailId(mail.id, credentials),
    date: mail.createdAt,
    text: mail.text,
    html: mail.html,
    headers: {
      [LOOP_HEADER]: address,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(isForAgent ? { 'List-Unsubscribe': `<${url}/settings/notifications>` } : {}),
    },
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer
      .compile()
      .build((error: Error | null, message?: Buffer) =>
        message ? resolve(message) : reject(error ?? new Error('The mail could not be composed.')),
      );
  });
}

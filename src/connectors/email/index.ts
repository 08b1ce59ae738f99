import type { Connector } from '../../core/channel/connector.ts';
import { capabilities } from './capabilities.ts';
import { checkMailbox } from './check.ts';
import { credentialForm, type EmailCredentials } from './credentials.ts';
import { extractPart } from './extract.ts';
import { findMail } from './find.ts';
import { parseMail } from './parse.ts';
import { sendMail } from './send.ts';
import { createSource } from './source.ts';

export type { EmailCredentials } from './credentials.ts';

export interface EmailOptions {
  /** Decides how far back the first reading goes. */
  readonly now?: () => Date;
  /** How long a silent server is waited for, in milliseconds. RFC 5321 asks for minutes after the data of a mail. */
  readonly timeoutMs?: number;
}

/** Somebody waits in front of the form. */
const CHECK_TIMEOUT_MS = 8_000;

/** Any mailbox that speaks IMAP and SMTP with a password. */
export function createEmail({
  now = () => new Date(),
  timeoutMs = 120_000,
}: EmailOptions = {}): Connector<EmailCredentials> {
  return {
    channel: 'email',
    name: 'E-mail',
    mark: '@',
    capabilities,
    proof: { kind: 'real_server', by: 'Dovecot and Postfix on loopback: `npx vitest run --project real`.' },
    credentials: credentialForm,
    check: (credentials) => checkMailbox(credentials, Math.min(timeoutMs, CHECK_TIMEOUT_MS)),
    parse: parseMail,
    send: (act, credentials) => sendMail(act, credentials, timeoutMs),
    find: (act, credentials) => findMail(act, credentials, timeoutMs),
    source: createSource(now, timeoutMs),
    extract: extractPart,
  };
}

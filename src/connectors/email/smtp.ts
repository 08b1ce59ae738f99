import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { EmailCredentials } from './credentials.ts';
import { isLoopback } from './loopback.ts';

/** How far a sending came before it failed: after `data` the server may have the mail, though nobody said so. */
export type Stage = 'connect' | 'login' | 'envelope' | 'data';

export interface SmtpFailure {
  readonly stage: Stage;
  /** nodemailer's or Node's code: `EAUTH`, `ECONNREFUSED`, `ETLS`... */
  readonly code: string;
  /** The server's reply code, 0 without a reply. */
  readonly reply: number;
  /** `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH PLAIN`... */
  readonly command: string;
  /** The server's words, or ours when it said nothing. */
  readonly words: string;
}

/** Runs one session: connect, log in, then `act`. Always closed. */
export async function withSmtp<T>(
  credentials: EmailCredentials,
  timeoutMs: number,
  act: (connection: SMTPConnection) => Promise<T>,
): Promise<T | SmtpFailure> {
  const isHere = isLoopback(credentials.smtpHost);
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host: credentials.smtpHost,
    port: credentials.smtpPort,
    secure: credentials.smtpSecure,
    ...(credentials.smtpSecure || isHere ? {} : { requireTLS: true }),
    ...(isHere && !credentials.smtpSecure ? { ignoreTLS: true } : {}),
    connectionTimeout: Math.min(timeoutMs, 20_000),
    greetingTimeout: Math.min(timeoutMs, 20_000),
    socketTimeout: timeoutMs,
    allowInternalNetworkInterfaces: true,
    name: credentials.address.slice(credentials.address.lastIndexOf('@') + 1),
  });
  let stage: Stage = 'connect';
  try {
    return await new Promise<T>((resolve, reject) => {
      // From then on the act itself hears of errors: only it knows how far it came, and a guess here
      // would call a mail unsent that the server has.
      const lost = (error: Error) => {
        if (stage !== 'envelope') reject(error);
      };
      connection.on('error', lost);
      connection.on('end', () => lost(new Error('The server closed the connection.')));
      connection.connect((refused) => {
        if (refused) return reject(refused);
        stage = 'login';
        logIn(connection, credentials)
          .then(() => {
            stage = 'envelope';
            return act(connection);
          })
          .then(resolve, reject);
      });
    });
  } catch (error) {
    return failureOf(error, stage);
  } finally {
    connection.quit();
    connection.close();
  }
}

/** A server on this machine may trust us without a login. */
function logIn(connection: SMTPConnection, { smtpUser, smtpPassword }: EmailCredentials): Promise<void> {
  if (!connection.allowsAuth || smtpUser === '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    connection.login({ credentials: { user: smtpUser, pass: smtpPassword } }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Resolves with the server's words when it took the mail. */
export function deliver(
  connection: SMTPConnection,
  envelope: { readonly from: string; readonly to: string },
  mail: Buffer,
): Promise<{ readonly accepted: string } | SmtpFailure> {
  let hasData = false;
  // Read only after the server asked for the data, so this tells a lost envelope from a lost mail.
  const body = Readable.from(
    (function* () {
      hasData = true;
      yield mail;
    })(),
  );
  return new Promise((resolve) => {
    const fail = (error: unknown) => resolve(failureOf(error, hasData ? 'data' : 'envelope'));
    connection.once('error', fail);
    connection.once('end', () => fail(new Error('The server closed the connection.')));
    connection.send({ from: envelope.from, to: [envelope.to], size: mail.length }, body, (error, info) =>
      error || !info ? fail(error) : resolve({ accepted: info.response }),
    );
  });
}

export const isFailure = (result: object): result is SmtpFailure => 'stage' in result && 'words' in result;

function failureOf(error: unknown, stage: Stage): SmtpFailure {
  const known = error as
    | { code?: string; responseCode?: number; response?: string; command?: string; message?: string }
    | null
    | undefined;
  return {
    stage,
    code: known?.code ?? '',
    reply: known?.responseCode ?? 0,
    command: known?.command ?? '',
    words: String(known?.response || known?.message || 'The mail server said nothing.').slice(0, 500),
  };
}

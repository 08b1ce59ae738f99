import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { Trouble } from '../../core/channel/connector.ts';
import type { EmailCredentials } from './credentials.ts';
import { isLoopback } from './loopback.ts';

/** What imapflow, the server or the socket said. */
export interface ImapFailure {
  readonly isAuth: boolean;
  readonly isTls: boolean;
  /** A tagged NO or BAD: the connection still works, the command does not. */
  readonly isRefusal: boolean;
  readonly code: string;
  readonly words: string;
  readonly afterMs: number | undefined;
}

/** A connected client. IDLE starts by itself soon after the last command. Throws what imapflow throws. */
export async function connectImap(credentials: EmailCredentials, timeoutMs: number): Promise<ImapFlow> {
  const options: ImapFlowOptions = {
    host: credentials.imapHost,
    port: credentials.imapPort,
    secure: credentials.imapSecure,
    // Without TLS from the start it must come by STARTTLS: a password never travels readable over a network.
    ...(credentials.imapSecure ? {} : { doSTARTTLS: !isLoopback(credentials.imapHost) }),
    auth: { user: credentials.imapUser, pass: credentials.imapPassword },
    logger: false,
    autoIdleDelay: 250,
    // RFC 2177: IDLE anew before 29 minutes; some firewalls forget a quiet connection sooner.
    maxIdleTime: 9 * 60_000,
    socketTimeout: timeoutMs,
    connectionTimeout: Math.min(timeoutMs, 20_000),
    greetingTimeout: Math.min(timeoutMs, 16_000),
    maxLiteralSize: 64 * 1024 * 1024,
    maxResponseSize: 96 * 1024 * 1024,
    clientInfo: { name: 'Earshot' },
  };
  // Loaded by the first mailbox: a desk without one does without half a megabyte of code.
  const imapflow = await import('imapflow');
  const client = new imapflow.ImapFlow(options);
  // Without a listener a lost connection would end the process; the next command reports it.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Runs `act` on a connection of its own. */
export async function withImap<T>(
  credentials: EmailCredentials,
  timeoutMs: number,
  act: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await connectImap(credentials, timeoutMs);
  try {
    return await act(client);
  } finally {
    await leave(client);
  }
}

const LEAVE_WITHIN_MS = 2_000;

/** Says goodbye, and goes without an answer when none comes: a dead server must not keep us. */
export async function leave(client: ImapFlow): Promise<void> {
  const timer = setTimeout(() => client.close(), LEAVE_WITHIN_MS);
  try {
    if (client.usable) await client.logout();
  } catch {
    // The connection is gone already, which is what was wanted.
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

/** RFC 5530: the server is short of something and may say so in the answer to LOGIN; asking again later is right then. */
const SHORT_OF_SOMETHING = /^(UNAVAILABLE|INUSE|SERVERBUG|LIMIT|THROTTLED|ETHROTTLE)$/;

export function failureOf(error: unknown): ImapFailure {
  const known = (error ?? {}) as {
    authenticationFailed?: boolean;
    tlsFailed?: boolean;
    responseStatus?: string;
    serverResponseCode?: string;
    code?: string;
    responseText?: string;
    message?: string;
    throttleReset?: number;
  };
  const code = String(known.serverResponseCode ?? known.code ?? '');
  return {
    isAuth:
      (known.authenticationFailed === true && !SHORT_OF_SOMETHING.test(code)) ||
      /^(AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|EXPIRED)$/.test(code),
    isTls:
      known.tlsFailed === true ||
      /^(ERR_(SSL|TLS)|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO)/.test(String(known.code ?? '')) ||
      code === 'EPROTO',
    isRefusal: known.responseStatus === 'NO' || known.responseStatus === 'BAD',
    code,
    words: String(known.responseText || known.message || 'The mail server said nothing.').slice(0, 500),
    afterMs: known.throttleReset,
  };
}

/** imapflow's errors in the vocabulary of an inbox's health. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const { isAuth, isTls, code, words, afterMs } = failureOf(error);
  if (/^(UNAVAILABLE|INUSE|SERVERBUG)$/.test(code))
    return new Trouble('unavailable', `The mail server is not available: ${words}`);
  if (/^(ETHROTTLE|THROTTLED|OVERQUOTA|LIMIT)$/.test(code))
    return new Trouble('limited', `The mail server asks to slow down: ${words}`, afterMs ?? 60_000);
  if (isAuth) return new Trouble('needs_login', `The mail server does not accept the user name or password: ${words}`);
  if (isTls) return new Trouble('misconfigured', `No safe connection to the mail server: ${words}`);
  if (code === 'ENOTFOUND') return new Trouble('misconfigured', 'There is no mail server of that name.');
  return new Trouble('unavailable', `The mail server cannot be reached: ${words}`);
}

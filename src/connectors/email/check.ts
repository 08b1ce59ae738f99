import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { EmailCredentials } from './credentials.ts';
import { sentFolderOf } from './folders.ts';
import { failureOf, withImap } from './imap.ts';
import { isFailure, withSmtp } from './smtp.ts';

type Refused = Extract<AccountCheck, { ok: false }>;

interface Attempt {
  readonly side: 'imap' | 'smtp';
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** Logs in on both sides, sends nothing, and says which field is wrong. */
export async function checkMailbox(credentials: EmailCredentials, timeoutMs: number): Promise<AccountCheck> {
  const warnings: string[] = [];
  try {
    await withImap(credentials, timeoutMs, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      if (!client.capabilities.has('IDLE'))
        warnings.push('This server does not tell of new mail at once; it is asked every minute.');
      if ((await sentFolderOf(client, credentials)) === null)
        warnings.push(
          credentials.sentFolder
            ? `There is no folder "${credentials.sentFolder}"; it is made with the first answer.`
            : 'No Sent folder was found; one is made with the first answer.',
        );
    });
  } catch (error) {
    const { isAuth, isTls, code, words } = failureOf(error);
    return refusal(
      { side: 'imap', host: credentials.imapHost, port: credentials.imapPort, secure: credentials.imapSecure },
      { isAuth, isTls, code, words },
    );
  }
  const smtp = await withSmtp(credentials, timeoutMs, async () => ({ isIn: true }));
  if (isFailure(smtp)) {
    const isAuth = smtp.code === 'EAUTH' || smtp.reply === 535 || smtp.reply === 530;
    const isTls = smtp.code === 'ETLS' || /ssl|tls|certificate|wrong version/i.test(smtp.words);
    return refusal(
      { side: 'smtp', host: credentials.smtpHost, port: credentials.smtpPort, secure: credentials.smtpSecure },
      { isAuth, isTls, code: smtp.code, words: smtp.words },
    );
  }
  return {
    ok: true,
    account: {
      id: credentials.address as ExternalAccountId,
      name: credentials.fromName || credentials.address,
      handle: credentials.address,
    },
    warnings,
  };
}

interface Failure {
  readonly isAuth: boolean;
  readonly isTls: boolean;
  readonly code: string;
  readonly words: string;
}

function refusal({ side, host, port, secure }: Attempt, { isAuth, isTls, code, words }: Failure): Refused {
  const name = side.toUpperCase();
  const secureField = `${side}Secure`;
  if (isAuth)
    return {
      ok: false,
      field: `${side}Password`,
      problem: `The ${name} server does not accept this user name or password: ${words}`,
      todo: 'Check both. With two-step sign-in, make an app password in the account of your mail provider. Google and Microsoft may need IMAP or SMTP to be switched on first.',
    };
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(`${code} ${words}`))
    return {
      ok: false,
      field: `${side}Host`,
      problem: `There is no server called ${host}.`,
      todo: `Check the spelling of the ${name} server; your mail provider lists it.`,
    };
  if (/CERT|self.signed|certificate|altname/i.test(`${code} ${words}`))
    return {
      ok: false,
      field: `${side}Host`,
      problem: `The certificate of ${host} is not valid for that name: ${words}`,
      todo: 'Use the server name that the certificate is made for, or renew the certificate.',
    };
  if (isTls || /wrong version|TLS|SSL|EPROTO/i.test(words))
    return {
      ok: false,
      field: secureField,
      problem: `${host}:${port} does not speak TLS that way: ${words}`,
      todo: secure
        ? `Switch "TLS from the start" off, or use the port ${side === 'imap' ? 993 : 465}.`
        : 'This server offers no STARTTLS. Use its port with TLS from the start.',
    };
  if (/ECONNREFUSED/.test(`${code} ${words}`))
    return {
      ok: false,
      field: `${side}Port`,
      problem: `Nothing answers at ${host}:${port}.`,
      todo: `Check the port: ${side === 'imap' ? '993 or 143' : '465 or 587'}.`,
    };
  if (/TIMEOUT|ETIMEDOUT|timed? ?out/i.test(`${code} ${words}`))
    return {
      ok: false,
      field: /greeting/i.test(`${code} ${words}`) ? secureField : `${side}Port`,
      problem: `${host}:${port} did not answer in time.`,
      todo: 'Check port and TLS: a server that waits for TLS says nothing without it. A firewall may be in between.',
    };
  return {
    ok: false,
    field: `${side}Host`,
    problem: `The ${name} server at ${host}:${port} did not let us in: ${words}`,
    todo: `Check the ${name} server, port and TLS; if they are right, ask your mail provider.`,
  };
}

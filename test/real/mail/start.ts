import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port.ts';
import { dovecotConf, type MailLayout } from './dovecot.ts';
import { installMailServers } from './install.ts';
import { postfixMain, postfixMaster } from './postfix.ts';

export interface RealMail {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** The same for every mailbox. */
  readonly password: string;
  /** Mailboxes that are there: the company's and the customers'. */
  readonly mailboxes: readonly string[];
  /** Postfix takes mail for it and Dovecot does not know it: such a mail bounces for real. */
  readonly ghost: string;
  /** From now on this mailbox answers each sender with a real out-of-office. */
  setVacation(mailbox: string, subject: string, words: string): void;
  /** The servers' own logs, for when a test fails. */
  logs(): string;
  close(): void;
}

export interface RealMailOptions {
  /** Default: one company and three customers. All domains are served on this machine. */
  readonly mailboxes?: readonly string[];
}

const GHOST = 'ghost@mail.test';
const PASSWORD = 'kettle-4711';

/** Starts Postfix and Dovecot on loopback in a folder of their own, installing them first where that is possible. `reason`: why it cannot be. */
export async function startRealMail(options: RealMailOptions = {}): Promise<RealMail | { readonly reason: string }> {
  const reason = installMailServers();
  if (reason) return { reason };
  const mailboxes = options.mailboxes ?? ['care@kettle.example', 'dora@mail.test', 'away@mail.test', 'ben@post.test'];
  const layout = await makeLayout();
  const { folder } = layout;
  const close = closing(folder);
  process.once('exit', close);
  try {
    prepare(layout, mailboxes);
    // Its output is closed: a daemon that inherits a pipe keeps whoever reads it waiting.
    execFileSync('/usr/sbin/dovecot', ['-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    execFileSync('/usr/sbin/postfix', ['-c', join(folder, 'etc'), 'start'], { stdio: 'ignore' });
  } catch (error) {
    const logs = logsOf(folder);
    close();
    throw new Error(
      `The mail servers did not start: ${error instanceof Error ? error.message : String(error)}\n${logs}`,
    );
  }
  return {
    imapPort: layout.imapPort,
    smtpPort: layout.smtpPort,
    password: PASSWORD,
    mailboxes,
    ghost: GHOST,
    setVacation(mailbox, subject, words) {
      const script = `require ["vacation"];\nvacation :days 1 :subject ${JSON.stringify(subject)} ${JSON.stringify(words)};\n`;
      writeFileSync(join(folder, 'sieve', `${mailbox}.sieve`), script, { mode: 0o644 });
    },
    logs: () => logsOf(folder),
    close() {
      process.off('exit', close);
      close();
    },
  };
}

async function makeLayout(): Promise<MailLayout> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mail-'));
  // The servers run as users of their own and must be able to walk in.
  chmodSync(folder, 0o755);
  const [imapPort, lmtpPort, smtpPort, authPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  return { folder, imapPort, lmtpPort, smtpPort, authPort };
}

function prepare(layout: MailLayout, mailboxes: readonly string[]): void {
  const { folder } = layout;
  for (const name of ['etc', 'queue', 'data', 'mail', 'sieve', 'run', 'state'])
    mkdirSync(join(folder, name), { mode: 0o755 });
  const idOf = (flag: '-u' | '-g', user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  for (const name of ['mail', 'sieve']) chownSync(join(folder, name), idOf('-u', 'dovecot'), idOf('-g', 'dovecot'));
  chownSync(join(folder, 'data'), idOf('-u', 'postfix'), idOf('-g', 'postfix'));
  const domains = [...new Set([...mailboxes, GHOST].map((address) => address.slice(address.indexOf('@') + 1)))];
  writeFileSync(join(folder, 'users'), mailboxes.map((address) => `${address}:{PLAIN}${PASSWORD}\n`).join(''), {
    mode: 0o644,
  });
  writeFileSync(join(folder, 'dovecot.conf'), dovecotConf(layout));
  writeFileSync(join(folder, 'etc', 'main.cf'), postfixMain(layout, domains, [...mailboxes, GHOST]));
  writeFileSync(
    join(folder, 'etc', 'master.cf'),
    postfixMaster(readFileSync('/usr/share/postfix/master.cf.dist', 'utf8'), layout.smtpPort),
  );
}

/** Ends both by their own pid files and removes the folder. */
function closing(folder: string): () => void {
  return () => {
    spawnSync('/usr/sbin/postfix', ['-c', join(folder, 'etc'), 'stop'], { stdio: 'ignore' });
    const pid = Number(tryRead(join(folder, 'run', 'master.pid')));
    if (pid > 1) {
      process.kill(pid, 'SIGTERM');
      spawnSync('timeout', ['10', 'tail', `--pid=${pid}`, '-f', '/dev/null'], { stdio: 'ignore' });
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}

const logsOf = (folder: string) => ['postfix.log', 'dovecot.log'].map((name) => tryRead(join(folder, name))).join('\n');

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

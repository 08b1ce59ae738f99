import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.mjs';
import { Stop } from './say.mjs';

/** The folder of PostgreSQL's programs, the newest where there are several; null when there is none. */
export function findPostgres() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`);
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...debian];
  return (
    folders.find((folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

/**
 * A PostgreSQL of our own for one run: its own folder, a free port on loopback, no socket, a password nobody knows,
 * and safe on disk as in production. It ends when it is told to, and on Linux also when we die without a word.
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin)
    throw new Stop('PostgreSQL was not found.', 'install PostgreSQL 15 or newer (Debian: apt-get install postgresql).');
  const folder = mkdtempSync(join(tmpdir(), 'earshot-postgres-'));
  const asOwner = ownerOf(folder);
  const password = randomBytes(18).toString('base64url');
  try {
    initialise({ bin, folder, password, asOwner });
    return await serve({ bin, folder, password, asOwner });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function ownerOf(folder) {
  const hasSetpriv = process.platform === 'linux' && existsSync('/usr/bin/setpriv');
  const dieWithUs = hasSetpriv ? ['/usr/bin/setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return dieWithUs;
  if (!hasSetpriv)
    throw new Stop(
      'PostgreSQL does not run as root, and setpriv is missing.',
      'install util-linux, or run the tests as an ordinary user.',
    );
  execFileSync('chown', ['postgres:postgres', folder]);
  return [...dieWithUs, '--reuid=postgres', '--regid=postgres', '--clear-groups'];
}

function initialise({ bin, folder, password, asOwner }) {
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, password);
  chmodSync(passwordFile, 0o644); // It is read by another user, once, and names nobody outside this machine.
  const [command, ...args] = [...asOwner, join(bin, 'initdb')];
  try {
    execFileSync(
      command,
      [
        ...args,
        '-D',
        join(folder, 'data'),
        '-U',
        'earshot',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() },
    );
  } catch (error) {
    throw new Stop(
      `A throwaway PostgreSQL could not be made:\n\n${error.stderr ?? error.message}`,
      `check that ${join(bin, 'initdb')} works and that ${tmpdir()} has space.`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function serve({ bin, folder, password, asOwner }) {
  const port = await freePort();
  const settings = [
    `listen_addresses=127.0.0.1`,
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'fsync=on',
  ];
  const [command, ...args] = [...asOwner, join(bin, 'postgres')];
  // A group of its own: Ctrl-C must end the tests first and the database after them.
  const child = spawn(
    command,
    [...args, '-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    {
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  let log = '';
  await new Promise((resolve, reject) => {
    const refuse = () =>
      reject(
        new Stop(
          `The throwaway PostgreSQL did not start:\n\n${log}`,
          'mend what the lines above name, and start again.',
        ),
      );
    child.on('error', refuse);
    child.on('close', refuse);
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      log = (log + chunk).slice(-10_000);
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGINT');
    const tooLong = setTimeout(() => child.kill('SIGQUIT'), 15_000);
    await ended;
    clearTimeout(tooLong);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://earshot:${password}@127.0.0.1:${port}/postgres`, pid: child.pid, stop };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { until } from './until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const START_MS = 90_000;
const STOP_MS = 20_000;

/** The real program in a process of its own. */
export interface Product {
  readonly url: string;
  /** Everything it said until now, for when a test fails. */
  said(): string;
  /** The link that it printed, which signs in once. */
  signInLink(): Promise<string>;
  /** As when the power goes: no goodbye. */
  kill(): Promise<void>;
  /** Asked to end. Throws when it ends badly, or not at all. */
  stop(): Promise<void>;
}

/** A data folder and a port, where the program is started, killed and started again. */
export interface House {
  readonly folder: string;
  readonly url: string;
  start(env?: Readonly<Record<string, string>>): Promise<Product>;
  /** Ends what still runs, and removes the folder. */
  leave(): Promise<void>;
}

export async function makeHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-product-'));
  const port = await freePort();
  const running = new Set<ChildProcess>();
  const clear = () => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once('exit', clear);
  return {
    folder,
    url: `http://127.0.0.1:${port}`,
    start: (env = {}) =>
      startProduct(running, { EARSHOT_DATA: join(folder, 'data'), EARSHOT_PORT: String(port), ...env }),
    async leave() {
      process.off('exit', clear);
      const ended = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ended);
      clear();
    },
  };
}

async function startProduct(running: Set<ChildProcess>, env: Readonly<Record<string, string>>): Promise<Product> {
  const [command = '', ...args] = [...dyingWithUs(), process.execPath, join(ROOT, 'src', 'server', 'main.ts')];
  const child = spawn(command, args, {
    // Not the project's folder: a developer's own .env is none of a test's business.
    cwd: tmpdir(),
    env: { ...environment(), EARSHOT_PRACTICE: '0', EARSHOT_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said = `${said}${chunk}`.slice(-100_000);
    });
  const exit = once(child, 'exit').finally(() => running.delete(child));
  const isEnded = () => child.exitCode !== null || child.signalCode !== null;
  const find = (pattern: RegExp) => {
    const found = pattern.exec(said);
    if (!found && isEnded()) throw new Error(`The program ended at its start:\n${said}`);
    return found;
  };
  const patience = { withinMs: START_MS, say: () => said };
  const [, url = ''] = await until('the program serves', () => find(/Earshot is at (\S+)/), patience);
  return {
    url,
    said: () => said,
    signInLink: () => until('a sign-in link', () => find(/https?:\S+\/sign-in\?token=\S+/)?.[0], patience),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async stop() {
      if (!isEnded()) child.kill('SIGTERM');
      const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exit;
      clearTimeout(tooLong);
      if (child.exitCode !== 0)
        throw new Error(`The program ended with ${child.signalCode ?? child.exitCode}:\n${said}`);
    },
  };
}

/** Whoever started us may be killed without a word. */
const dyingWithUs = () =>
  process.platform === 'linux' && existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL'] : [];

/** Ours, without what would set the program up in another way. */
function environment(): NodeJS.ProcessEnv {
  const foreign = /^(EARSHOT_|DATABASE_URL$|VITEST|NODE_OPTIONS$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

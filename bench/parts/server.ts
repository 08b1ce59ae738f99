import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { Bench } from '../measure.ts';

export const SECRET = 'bench-secret-of-a-reasonable-length';

export interface BenchServer {
  readonly url: string;
  readonly workspace: string;
  readonly token: string;
  readonly signInLink: string;
  /** Sessions of its agents, and the views that they share; see `crew`. */
  readonly cookies: readonly string[];
  readonly views: readonly string[];
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server in a process of its own and waits until it answers. It dies with us. */
export async function startServer(
  kind: 'bare' | 'earshot',
  bench: Bench | null,
  options: {
    readonly role?: 'web';
    readonly dataFolder?: string;
    readonly conversations?: number;
    readonly longThread?: number;
    readonly crew?: number;
  } = {},
): Promise<BenchServer> {
  const database = bench?.address.kind === 'postgres' ? { DATABASE_URL: bench.address.url } : {};
  const child = fork(new URL(`./${kind}-server.ts`, import.meta.url), [], {
    env: {
      ...process.env,
      ...database,
      BENCH_SECRET: SECRET,
      ...(options.role ? { BENCH_ROLE: options.role } : {}),
      BENCH_CONVERSATIONS: String(options.conversations ?? 0),
      BENCH_CREW: String(options.crew ?? 0),
      BENCH_LONG_THREAD: String(options.longThread ?? 0),
      EARSHOT_PRACTICE: '0',
      EARSHOT_LOG: 'error',
      EARSHOT_PORT: String(await freePort()),
      ...(options.dataFolder ? { EARSHOT_DATA: options.dataFolder } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = await new Promise<Omit<BenchServer, 'pid' | 'stop'>>((resolve, reject) => {
    child.once('message', (message) => resolve(message as BenchServer));
    child.once('exit', (code) => reject(new Error(`The ${kind} server ended with ${code} before it was ready.`)));
  });
  return { ...said, pid: child.pid ?? 0, stop: () => stop(child) };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export function signed(body: Buffer): { readonly body: Buffer; readonly headers: Record<string, string> } {
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    },
  };
}

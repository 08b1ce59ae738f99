import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, percentile, round } from './measure.ts';
import { freePort } from './parts/server.ts';

const TIMES = 5;

/** `npm start` in a prepared checkout, from the command to the first answer of the desk; `limit`: Node doing nothing. */
export async function benchStart(bench: Bench): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  const database: Record<string, string> = bench.address.kind === 'postgres' ? { DATABASE_URL: bench.address.url } : {};
  try {
    await once(dataFolder, database);
    const times: number[] = [];
    for (let n = 0; n < TIMES; n += 1) times.push(await once(dataFolder, database));
    const limit = await emptyNode();
    const value = percentile(times, 0.5);
    bench.print({
      name: 'start',
      database: bench.address.kind,
      value: round(value / 1000),
      unit: 's',
      limit: round(limit / 1000),
      ratio: round(value / limit, 1),
      worst: round(Math.max(...times) / 1000),
    });
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function once(dataFolder: string, database: Record<string, string>): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, ...database, EARSHOT_PRACTICE: '0', EARSHOT_PORT: String(port), EARSHOT_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - start > 120_000) throw new Error('npm start did not come up.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ms = performance.now() - start;
  child.kill('SIGTERM');
  await ended;
  return ms;
}

async function answers(port: number): Promise<boolean> {
  const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
  return page?.ok === true && (await page.text()).includes('<script');
}

function emptyNode(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve) =>
    spawn(process.execPath, ['-e', '0']).once('exit', () => resolve(performance.now() - start)),
  );
}

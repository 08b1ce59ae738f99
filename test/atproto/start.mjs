import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/parts/free-port.mjs';
import { startPostgres } from '../../scripts/parts/postgres.mjs';
import { finishWith, inSeconds, Stop, say } from '../../scripts/parts/say.mjs';
import { installAtproto, networkNode } from './install.mjs';

const START_MS = 120_000;
const SETPRIV = '/usr/bin/setpriv';

/**
 * A whole AT Protocol network of one's own on loopback: directory, personal data server, AppView, moderation, with
 * PostgreSQL and Redis under it. Installs what is missing first. Everything ends with `stop`, or with us.
 */
export async function startAtproto() {
  try {
    await installAtproto();
  } catch (error) {
    if (error instanceof Stop) return { reason: `${error.message} ${error.todo}` };
    throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), 'earshot-atproto-'));
  mkdirSync(join(folder, 'tmp'));
  const stops = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })];
  const stop = async () => {
    process.off('exit', atExit);
    for (const one of stops.splice(0).reverse()) await one();
  };
  const pids = [];
  const atExit = () => {
    for (const pid of pids) tryKill(pid);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  try {
    const postgres = await startPostgres();
    pids.push(postgres.pid);
    stops.push(postgres.stop);
    const [redisPort, plc, pds, appview, ozone] = await freePorts(5);
    const redis = startChild('redis-server', [
      ...['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    ]);
    pids.push(redis.pid);
    stops.push(() => ended(redis));
    const network = startChild(
      networkNode(),
      [join(import.meta.dirname, 'network.mjs'), JSON.stringify({ ports: { plc, pds, appview, ozone } })],
      {
        DB_POSTGRES_URL: postgres.url,
        REDIS_HOST: `127.0.0.1:${redisPort}`,
        TMPDIR: join(folder, 'tmp'),
        LOG_ENABLED: 'false',
        NODE_ENV: 'test',
        NODE_OPTIONS: '',
      },
    );
    pids.push(network.pid);
    stops.push(() => ended(network));
    await readiness(network);
    return { url: `http://localhost:${pds}`, appviewUrl: `http://localhost:${appview}`, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A child whose input we hold, and that on Linux ends when we die without a word. */
function startChild(command, args, env = {}) {
  const [program, ...rest] = existsSync(SETPRIV)
    ? [SETPRIV, '--pdeathsig', 'TERM', command, ...args]
    : [command, ...args];
  return spawn(program, rest, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'], cwd: tmpdir() });
}

function readiness(network) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => reject(new Error(`The AT Protocol network did not start (${why}):\n${said.slice(-4_000)}`));
    const tooLong = setTimeout(() => fail('too slow'), START_MS);
    network.on('close', (code) => fail(`exit code ${code}`));
    network.on('error', (error) => fail(error.message));
    for (const stream of [network.stdout, network.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        said = `${said}${chunk}`.slice(-20_000);
        if (!/"ready":true/.test(said)) return;
        clearTimeout(tooLong);
        resolve();
      });
    }
  });
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await over;
  clearTimeout(tooLong);
}

function tryKill(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // it is gone already
  }
}

/** Each another one. */
async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** By hand: `node test/atproto/start.mjs`, then Ctrl-C. */
if (process.argv[1] === import.meta.filename) {
  await finishWith(async () => {
    const start = performance.now();
    const network = await startAtproto();
    if ('reason' in network) throw new Stop(network.reason, 'see above.');
    console.log(JSON.stringify({ ready: true, url: network.url }));
    say(`  The AT Protocol network is up (${inSeconds(start)}). Ctrl-C ends it.`);
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    });
    await network.stop();
    return 0;
  });
}

import { connect } from 'node:net';
import type { Config } from '../../server/config.ts';
import { askHolder } from '../../server/control/ask-holder.ts';
import { Health } from '../../wire/health.ts';
import { type Finding, good, wrong } from './finding.ts';

/** Is our server there and well, is the port free, or does somebody else have it? */
export async function checkServer(config: Config): Promise<Finding> {
  const { host, port } = config;
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  if (!(await isTaken(near, port))) return good('server', `does not run; port ${port} is free`);
  const answer = await askHealth(near, port);
  if (!answer)
    return wrong(
      'server',
      `Port ${port} is taken by another program.`,
      'Stop that one, or set EARSHOT_PORT to another port.',
    );
  if (!answer.database.ok)
    return wrong(
      'server',
      `runs on port ${port} and does not reach its database.`,
      'See "database" below, and its log.',
    );
  if (!answer.worker.ok)
    return wrong(
      'server',
      `runs on port ${port}, but nobody files and sends.`,
      'Start a worker: npm start -- --role worker.',
    );
  const holder = await askHolder(config.dataFolder).catch(() => null);
  const waiting = `${answer.ledger.waiting ?? 'unknown'} entries waiting`;
  return holder || config.database.kind === 'postgres'
    ? good('server', `runs on port ${port}, ${waiting}`)
    : wrong(
        'server',
        `Port ${port} is taken by an Earshot with another data folder than ${config.dataFolder}.`,
        'Stop that one, or set EARSHOT_PORT to another port.',
      );
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 });
    const end = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(true));
  });
}

async function askHealth(host: string, port: number): Promise<Health | null> {
  try {
    const address = host.includes(':') ? `[${host}]` : host;
    const response = await fetch(`http://${address}:${port}/health`, { signal: AbortSignal.timeout(8000) });
    return Health.parse(await response.json());
  } catch {
    return null;
  }
}

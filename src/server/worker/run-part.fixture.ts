import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { Running, WorkerDeps } from './deps.ts';

export type Part = (deps: WorkerDeps & { lookEveryMs: number }) => Promise<Running>;

/** A part of the worker runs while `check` does; its only network is the square, with what a test makes of it. */
export async function runPart(
  start: Part,
  { connector, ...deps }: Pick<WorkerDeps, 'db' | 'now' | 'media'> & { readonly connector: Partial<Connector> },
  check: () => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const base = createFakeNetwork().connectors().get('square') as Connector;
  const part = await start({
    ...deps,
    connectors: new Map([['square', { ...base, ...connector }]]),
    credentialsOf: () => ({}),
    signal: stop.signal,
    log: QUIET,
    lookEveryMs: 20,
  });
  try {
    await check();
  } finally {
    stop.abort();
    await part.stopped;
  }
}

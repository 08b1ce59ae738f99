import type { Connector } from '../../src/core/channel/connector.ts';
import { createMediaFolder } from '../../src/server/media/media-folder.ts';
import { type SenderOptions, startSender } from '../../src/server/worker/sender.ts';
import type { Database } from '../../src/storage/database.ts';
import type { OutgoingDesk } from './desk.ts';

export const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Pauses as short as a test wants them; the order of things stays. */
export const HASTE = {
  firstPauseMs: 5,
  longestPauseMs: 20,
  giveUpAfterMs: 3_600_000,
  lookPausesMs: [5, 5, 10, 10, 10],
  absencesNeeded: 2,
};

/** Runs a sender until `isDone` says so, and waits until nothing of it runs any more. */
export async function runSender(
  db: Database,
  desk: Pick<OutgoingDesk, 'now'> & { readonly folder?: string },
  connectors: ReadonlyMap<string, Connector>,
  isDone: () => Promise<boolean>,
  options: Partial<SenderOptions> = {},
): Promise<void> {
  const stop = new AbortController();
  const began = Date.now();
  const base = desk.now().getTime();
  const { stopped } = await startSender({
    db,
    connectors,
    credentialsOf: () => ({}),
    media: createMediaFolder(desk.folder ?? '/nonexistent'),
    // The desk's clock, and the time that passes here.
    now: () => new Date(base + Date.now() - began),
    signal: stop.signal,
    log: QUIET,
    pace: HASTE,
    lookEveryMs: 20,
    ...options,
  });
  const limit = Date.now() + 60_000;
  while (!(await isDone())) {
    if (Date.now() > limit) throw new Error('The sender did not get there.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  stop.abort();
  await stopped;
}

import { sql } from 'kysely';
import { createMediaFolder } from '../../src/server/media/media-folder.ts';
import { startSender } from '../../src/server/worker/sender.ts';
import { type DatabaseAddress, openDatabase } from '../../src/storage/open.ts';
import { httpConnector } from './http-connector.ts';

/** A sender alone in its process, to be killed: `node sender-process.ts '{"address":…,"network":"http://…"}'`. */
const { address, network } = JSON.parse(process.argv[2] ?? '{}') as { address: DatabaseAddress; network: string };
const db = await openDatabase(address);
const stop = new AbortController();
const { stopped } = await startSender({
  db,
  connectors: new Map([['line', httpConnector(network)]]),
  credentialsOf: () => ({}),
  media: createMediaFolder('/nonexistent'),
  now: () => new Date(),
  signal: stop.signal,
  log: { info: () => undefined, warn: () => undefined, error: (details, words) => console.error(words, details) },
  pace: {
    firstPauseMs: 5,
    longestPauseMs: 50,
    giveUpAfterMs: 3_600_000,
    lookPausesMs: [20, 50, 100, 100, 200, 200],
    absencesNeeded: 2,
  },
  leaseMs: 600,
  perInbox: 24,
  lookEveryMs: 50,
});
process.send?.('started');

/** How much is not over yet. What waits for a person is in sight and not counted, nor is what waits behind it. */
const report = async () => {
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from outbox o
    where state in ('queued', 'sending', 'unknown') and not exists (
      select from outbox b where b.order_key = o.order_key and b.position <= o.position and b.awaits_person)`.execute(
    db.read,
  );
  process.send?.(rows[0]?.left ?? 0);
};
let last = Promise.resolve();
const reporting = setInterval(() => {
  last = last.then(report);
}, 200);
// Asked to end, it ends in order, so that the folder can be opened by whoever comes next.
process.on('message', () => {
  stop.abort();
  clearInterval(reporting);
  void Promise.all([stopped, last])
    .then(() => db.close())
    .then(() => process.exit(0));
});

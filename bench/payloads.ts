import { createConnectors } from '../src/connectors/registry.ts';
import { tryPayloads } from '../test/contract/try-payloads.ts';
import { type Line, round } from './measure.ts';
import { fixturesOf } from './parts/fixtures.ts';

const SEED = 20261122;
/** Between two looks at the promises that nobody waits for. */
const AT_ONCE = 10_000;
const ENOUGH = 20;

export interface PayloadOptions {
  readonly count: number;
  readonly seed?: number | undefined;
  readonly channel?: string | undefined;
  readonly print: (line: Line) => void;
}

/** Spoilt events for each connector: whatever comes, it must not throw, nor give what cannot be filed. @returns failures */
export async function benchPayloads({ count, seed = SEED, channel, print }: PayloadOptions): Promise<number> {
  let failed = 0;
  const forgotten: unknown[] = [];
  const note = (error: unknown) => forgotten.push(error);
  process.on('unhandledRejection', note);
  for (const connector of createConnectors().values()) {
    if (channel !== undefined && channel !== connector.channel) continue;
    const fixtures = fixturesOf(connector.channel);
    const start = performance.now();
    let tried = 0;
    let understood = 0;
    const failures: object[] = [];
    while (tried < count && failures.length < ENOUGH) {
      const some = { seed, from: tried, count: Math.min(AT_ONCE, count - tried), enough: ENOUGH };
      const found = await tryPayloads(connector, fixtures, some);
      await new Promise((resolve) => setImmediate(resolve));
      tried += found.tried;
      understood += found.understood;
      failures.push(
        ...found.failures,
        ...forgotten.splice(0).map((error) => ({ what: `forgotten: ${String(error)}` })),
      );
    }
    failed += failures.length;
    print({
      name: 'payloads',
      database: 'none',
      channel: connector.channel,
      value: tried,
      unit: 'payloads',
      seed,
      fixtures: fixtures.length,
      understood,
      failures: failures.length,
      perSecond: round(tried / ((performance.now() - start) / 1000), 0),
      ...(failures.length > 0 ? { failed: failures } : {}),
    });
  }
  process.off('unhandledRejection', note);
  return failed;
}

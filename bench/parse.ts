import { createConnectors } from '../src/connectors/registry.ts';
import { type Line, percentile, round } from './measure.ts';
import { fixturesOf } from './parts/fixtures.ts';

const ROUNDS = 9;
const ROUND_MS = 120;
const WARM_MS = 250;

/** What it costs each connector to read what arrived, over everything recorded of its network. */
export async function benchParse(print: (line: Line) => void): Promise<void> {
  for (const { channel, parse } of createConnectors().values()) {
    const fixtures = fixturesOf(channel);
    let entries = 0;
    let events = 0;
    const once = async () => {
      for (const { entry, context } of fixtures) {
        const found = parse(entry, context);
        events += ('then' in found ? await found : found).length;
        entries += 1;
      }
    };
    const during = async (ms: number) => {
      [entries, events] = [0, 0];
      const start = performance.now();
      while (performance.now() - start < ms) await once();
      const micros = (performance.now() - start) * 1000;
      return { perEvent: micros / events, perEntry: micros / entries };
    };
    await during(WARM_MS);
    const rounds: { readonly perEvent: number; readonly perEntry: number }[] = [];
    for (let nth = 0; nth < ROUNDS; nth++) rounds.push(await during(ROUND_MS));
    const median = (of: 'perEvent' | 'perEntry') =>
      percentile(
        rounds.map((one) => one[of]),
        0.5,
      );
    print({
      name: 'parse',
      database: 'none',
      channel,
      value: round(median('perEvent'), 1),
      unit: 'µs/event',
      perEntryMicros: round(median('perEntry'), 1),
      fixtures: fixtures.length,
    });
  }
}

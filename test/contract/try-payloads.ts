import type { Connector, ParseContext, RawEntry } from '../../src/core/channel/connector.ts';
import { payloadAt, spoilable } from './mutate.ts';
import { wrongWith } from './wrong-with.ts';

export interface Fixture {
  readonly name: string;
  readonly entry: RawEntry;
  readonly context: ParseContext;
}
export interface Failure {
  /** Gives the same payload again, with the same seed and fixtures. */
  readonly nth: number;
  readonly fixture: string;
  readonly what: string;
  readonly body: string;
}
export interface Tried {
  readonly tried: number;
  /** Payloads of which something was still to be filed. */
  readonly understood: number;
  readonly failures: readonly Failure[];
}

/**
 * Hands spoilt fixtures to a parser: it must neither throw nor give what cannot be filed.
 * @param from the number of the first payload
 * @param enough ends when so many of them failed
 */
export async function tryPayloads(
  { parse }: Pick<Connector<unknown>, 'parse'>,
  fixtures: readonly Fixture[],
  { seed, count, from = 0, enough = 20 }: { seed: number; count: number; from?: number; enough?: number },
): Promise<Tried> {
  const bodies = fixtures.map(({ entry }) => spoilable(entry.body));
  const failures: Failure[] = [];
  let understood = 0;
  let nth = from;
  for (; nth < from + count && failures.length < enough; nth++) {
    const { at, body } = payloadAt(seed, nth, bodies);
    const { name, entry, context } = fixtures[at] as Fixture;
    let what: string | null = null;
    try {
      const found = parse({ ...entry, body }, context);
      const events = 'then' in found ? await found : found;
      if (!Array.isArray(events)) what = 'not a list of events';
      else {
        for (const event of events) what ??= wrongWith(event);
        if (events.some(({ kind }) => kind !== 'ignored')) understood += 1;
      }
    } catch (error) {
      what = `thrown: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (what !== null)
      failures.push({ nth, fixture: name, what, body: Buffer.from(body).toString('latin1').slice(0, 4_000) });
  }
  return { tried: nth - from, understood, failures };
}

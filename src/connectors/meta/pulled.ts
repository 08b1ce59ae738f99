import { type Pulled, Trouble } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { judge, troubleIn, type Verdict, wordsOf } from './errors.ts';
import type { GraphAnswer, GraphError } from './graph.ts';

/** Lists may lag, and Meta's clock may differ from ours: what is read twice is known by its id. */
export const OVERLAP_MS = 15 * 60_000;

/** Meta's times are whole seconds: what was said in the second of the connection is no history. */
export const connectionAt = (now: Date): number => Math.floor(now.getTime() / 1000) * 1000;

export type Entries = Pulled['entries'][number][];

/** As it is put into the ledger; `parse` reads it there. */
export const entryOf = (listed: { readonly [key: string]: unknown }): Pulled['entries'][number] => ({
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(listed)),
});

/** Why a list cannot be read. What no waiting mends needs somebody who looks at the settings. */
export const unreadable = (
  answer: Exclude<GraphAnswer, { kind: 'ok' }>,
  verdictOn: (error: GraphError) => Verdict = judge,
): Trouble => troubleIn(answer, verdictOn) ?? new Trouble('misconfigured', wordsOf(answer, verdictOn));

export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

import { z } from 'zod';
import { jsonIn } from '../shared/json.ts';
import { id as Id, lenient, moment } from '../shared/shapes.ts';
import { listOf } from './shapes.ts';
import { type StreamFailure, streamFailureOf } from './stream-pauses.ts';

export interface StreamedPost {
  readonly id: string;
  readonly raw: unknown;
  readonly includes: Readonly<Record<string, unknown>>;
}
export type StreamLine =
  | { readonly kind: 'post'; readonly post: StreamedPost; readonly rules: readonly string[] }
  /** The network ends the stream, and says so. */
  | { readonly kind: 'end'; readonly failure: StreamFailure };

const Line = z.looseObject({
  data: z.looseObject({ id: Id, created_at: moment }),
  includes: z.record(z.string(), z.unknown()).catch({}).default({}),
  matching_rules: listOf(z.looseObject({ id: Id })),
});
const Problems = z.looseObject({ errors: z.array(z.looseObject({ type: lenient(z.string()) })).min(1) });

/** Null: a sign of life, or something that is not understood and passed over. */
export function readLine(text: string): StreamLine | null {
  if (text.trim() === '') return null;
  const json = jsonIn(new TextEncoder().encode(text));
  const read = Line.safeParse(json).data;
  if (read) {
    // the fields are kept as they came: both of their names are read where they are parsed
    const { data: raw } = json as { readonly data: unknown };
    const rules = read.matching_rules.map(({ id }) => id);
    return { kind: 'post', post: { id: read.data.id, raw, includes: read.includes }, rules };
  }
  // a post that was found stands beside its errors: what could not be shown of it
  const isFound = z.looseObject({ data: z.looseObject({}) }).safeParse(json).success;
  const problems = isFound ? undefined : Problems.safeParse(json).data;
  if (!problems) return null;
  const types = problems.errors.map(({ type }) => type?.split('/').at(-1) ?? '');
  if (types.includes('streaming-connection'))
    return { kind: 'end', failure: streamFailureOf({ status: 429, type: 'streaming-connection' }) };
  return types.includes('operational-disconnect') ? { kind: 'end', failure: 'network' } : null;
}

import type { ServerResponse } from 'node:http';
import type { Part } from './multipart.ts';
import { invalid } from './refusal.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Numbers out of the path. */
  readonly ids: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly form: ReadonlyMap<string, Part>;
}
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: RegExp;
  /** Calls of an account in a quarter of an hour. */
  readonly limit: number;
  /** Query parameters, or keys of the body; anything else is refused. */
  readonly takes: readonly string[];
  /** A list that news comes by: an answer lost on its way is news lost on its way. */
  readonly isDelivery?: boolean;
  readonly status?: number;
  /** Asked with the token of the app, and with no other; or with either. Absent: of the account. */
  readonly by?: 'app' | 'both';
  /** Instead of one answer: it goes on until one of both ends it. */
  readonly open?: (call: Call, response: ServerResponse) => void;
  /** May be a promise. */
  readonly answer: (call: Call) => unknown;
}

export const SHOWING = [
  'expansions',
  'tweet.fields',
  'post.fields',
  'user.fields',
  'media.fields',
  'dm_event.fields',
  'place.fields',
  'poll.fields',
];

/** As the network does: what is not known is an error, not a thing to pass over. */
export function refuseUnknown(call: Call, { takes }: Endpoint): void {
  const names = call.method === 'GET' ? [...call.query.keys()] : Object.keys(call.body);
  for (const name of names)
    if (!takes.includes(name))
      throw invalid(
        name,
        call.query.get(name) ?? '',
        `The query parameter [${name}] is not one of [${takes.join(',')}]`,
      );
}

/** What the documentation of 2026 calls a post field, the API still takes under both names. */
const ALSO: Readonly<Record<string, string>> = { 'tweet.fields': 'post.fields' };
export function fieldsOf(call: Call, name: string): ReadonlySet<string> {
  const asked = [call.query.get(name), call.query.get(ALSO[name] ?? '')].flatMap((text) => text?.split(',') ?? []);
  return new Set(asked.filter((one) => one !== ''));
}

export function sizeOf(call: Call, least: number, most: number, usual: number): number {
  const text = call.query.get('max_results');
  if (text === null) return usual;
  const size = Number(text);
  if (!Number.isInteger(size) || size < least || size > most)
    throw invalid(
      'max_results',
      text,
      `The \`max_results\` query parameter value [${text}] is not between ${least} and ${most}`,
    );
  return size;
}

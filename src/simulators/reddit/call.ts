import { status } from './refusal.ts';

/** One request, read and not yet understood. */
export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}
export type Endpoint = (call: Call, groups: readonly string[]) => unknown;
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly isWrite?: boolean;
  readonly answer: Endpoint;
}

/** Reddit lists no more than these, however long one pages. */
const DEPTH = 1_000;

/** The newest-first page that was asked for by `limit`, `after` and `before`. */
export function pageOf<Item>({ query }: Call, newestFirst: readonly Item[], nameOf: (item: Item) => string) {
  const wanted = Number(query.get('limit') ?? 25);
  const limit = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, 100) : 25;
  const all = newestFirst.slice(0, DEPTH);
  const after = query.get('after');
  const before = query.get('before');
  if (after !== null && before !== null) throw status(400);
  const anchor = after ?? before;
  const at = anchor === null ? -1 : all.findIndex((item) => nameOf(item) === anchor);
  // a name that is not in the list any more: nothing is after it, and nothing before
  if (anchor !== null && at < 0) return { items: [], after: null };
  const rest = before === null ? all.slice(at + 1) : all.slice(Math.max(0, at - limit), at);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, after: rest.length > limit && last ? nameOf(last) : null };
}

export function need({ form }: Call, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw status(400, { explanation: `${name} is missing` });
  return value;
}

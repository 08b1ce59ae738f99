import type { Bearer } from './tokens.ts';

/** One request to the network, read and not yet understood. */
export interface Call {
  readonly method: string;
  readonly nsid: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
  /** The JSON body; an empty object when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Who asks. Throws the network's refusal when nobody does. */
  readonly bearer: () => Bearer;
}
export type Endpoint = (call: Call) => unknown;

export function limitOf({ query }: Call, usual: number, most = 100): number {
  const limit = Number(query.get('limit') ?? usual);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, most) : usual;
}

/** Cursors mean nothing to who reads them, and point between two items, so that a list may grow meanwhile. */
export function pageOf<Item>(
  newestFirst: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string | null,
  limit: number,
): { readonly items: readonly Item[]; readonly cursor?: string } {
  const after = cursor === null ? null : Buffer.from(cursor, 'base64url').toString();
  const rest = after === null ? newestFirst : newestFirst.filter((item) => keyOf(item) < after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  if (!last || items.length < limit) return { items };
  return { items, cursor: Buffer.from(keyOf(last)).toString('base64url') };
}

import type { IncomingMessage } from 'node:http';
import { isAfter } from './ids.ts';
import { Refusal } from './refusal.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  /** The whole of it, for links to other pages. */
  readonly address: string;
  readonly query: URLSearchParams;
  readonly key: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}
/** `status` beside the usual 200. */
export type Reply = { readonly status: number; readonly body: unknown; readonly link?: string };

/** JSON, a form or multipart; a name with brackets is a list. */
export async function readCall(request: IncomingMessage, url: URL): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  const key = request.headers['idempotency-key'];
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    address: `http://${request.headers.host}${url.pathname}`,
    query: url.searchParams,
    key: typeof key === 'string' ? key : undefined,
    body: bytes.length === 0 ? {} : await bodyOf(bytes, type),
  };
}

async function bodyOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<Record<string, unknown>> {
  if (type.startsWith('application/json')) {
    try {
      return JSON.parse(bytes.toString()) as Record<string, unknown>;
    } catch {
      throw new Refusal(400, 'Error occurred while parsing request parameters');
    }
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const body: Record<string, unknown> = {};
  for (const [name, value] of form)
    if (name.endsWith('[]')) body[name.slice(0, -2)] = [...((body[name.slice(0, -2)] as unknown[]) ?? []), value];
    else body[name] = value;
  return body;
}

/** One page: forward from `min_id`, back from `max_id`, else the newest. Always newest first. */
export function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  { query, address }: Call,
  usual: number,
  most: number,
): { readonly items: readonly Item[]; readonly link: string } {
  const limit = Math.min(most, Math.max(1, Number(query.get('limit') ?? usual) || usual));
  const [minId, maxId, sinceId] = ['min_id', 'max_id', 'since_id'].map((name) => query.get(name));
  const oldestFirst = all.toSorted((a, b) => (isAfter(a.id, b.id) ? 1 : -1));
  const within = oldestFirst.filter(
    ({ id }) => (!minId || isAfter(id, minId)) && (!sinceId || isAfter(id, sinceId)) && (!maxId || isAfter(maxId, id)),
  );
  const items = (minId ? within.slice(0, limit) : within.slice(-limit)).toReversed();
  const [newest] = items;
  const oldest = items.at(-1);
  const link =
    newest && oldest
      ? `<${address}?max_id=${oldest.id}>; rel="next", <${address}?min_id=${newest.id}>; rel="prev"`
      : '';
  return { items, link };
}

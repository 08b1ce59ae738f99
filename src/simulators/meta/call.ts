import type { IncomingMessage } from 'node:http';
import type { Page } from './state.ts';

export type Bearer =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'user' }
  | { readonly kind: 'app' };

export interface Call {
  readonly method: string;
  /** Without the version: `['104477880011223', 'feed']`. */
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
  readonly token: string | null;
}

const MAX_BODY = 30_000_000;

/** Graph takes parameters from the address, a form, JSON or several parts, and does not care which. */
export async function readCall(request: IncomingMessage): Promise<Call | null> {
  const url = new URL(request.url ?? '/', 'http://graph.test');
  const segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const [version, ...path] = segments;
  if (!/^v\d+\.\d+$/.test(version ?? '')) return null;
  const params: Record<string, unknown> = Object.fromEntries(url.searchParams);
  const files: { name: string; type: string; bytes: Uint8Array }[] = [];
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length > 0 && type.includes('json')) {
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (typeof json === 'object' && json !== null) Object.assign(params, json);
  } else if (body.length > 0 && type.includes('form')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') params[name] = value;
      else files.push({ name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof params.access_token === 'string' ? params.access_token : null);
  return { method: request.method ?? 'GET', path, params, files, token };
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('the body is too big');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
/** A nested parameter comes as JSON where the whole is not JSON. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'string') {
    try {
      return objectOf(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Faults } from '../network.ts';
import { listen } from './listen.ts';

/** One call as it came. `path` in decoded parts, without the empty first one. */
export interface Call {
  readonly method: string;
  readonly pathname: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
  /** Undefined when the body is no JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
}
export interface Reply {
  readonly status: number;
  /** Undefined: an empty body. Bytes go out as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the network says no with. Thrown from anywhere below `route`. */
export class Refused extends Error {
  readonly reply: Reply;
  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(JSON.stringify(body));
    this.reply = { status, body, headers };
  }
}

export interface ServeOptions {
  readonly port?: number | undefined;
  readonly faults: Faults;
  readonly random: () => number;
  readonly route: (call: Call) => Reply;
  /** The network's own words for a fault of its own, and for too many calls. */
  readonly broken: () => Reply;
  readonly limited: () => Reply;
  /** A login's own calls come through, whatever the dials say. */
  readonly isSpared?: (call: Call) => boolean;
}

/** A network on loopback: reads calls, turns the dials of `Faults`, answers. */
export async function serve({ port = 0, faults, random, route, broken, limited, isSpared }: ServeOptions) {
  const isDrawn = (share: number) => share > 0 && random() < share;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    if (isSpared?.(call)) return send(response, attempt(call));
    if (isDrawn(faults.rateLimit)) return send(response, limited());
    if (isDrawn(faults.failBefore)) return send(response, broken());
    const reply = attempt(call);
    const isDone = call.method !== 'GET' && reply.status < 300;
    if (isDone && isDrawn(faults.timeoutAfterAccept)) return;
    send(response, isDone && isDrawn(faults.failAfterAccept) ? broken() : reply);
  }
  function attempt(call: Call): Reply {
    try {
      return route(call);
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      throw error;
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return listen(server, port);
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s);
  return {
    method: request.method ?? 'GET',
    pathname: rawPath,
    path: rawPath.split('/').slice(1).map(decoded),
    query: new URLSearchParams(rawQuery),
    headers: request.headers,
    bytes,
    json: objectIn(bytes),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function objectIn(bytes: Buffer): Call['json'] {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    ...(bytes.length > 0 ? { 'content-type': 'application/json; charset=UTF-8' } : {}),
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

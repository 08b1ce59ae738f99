import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lag } from '../lag.ts';
import type { Faults } from '../network.ts';
import type { Call, Endpoint } from './call.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Store } from './store.ts';
import type { Tokens } from './tokens.ts';

export interface ServerParts {
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly lag: Lag;
  readonly random: () => number;
  readonly now: () => Date;
  /** Calls in five minutes; the real network counts them by address. */
  readonly limit: number;
}

const WINDOW_MS = 300_000;
const MAX_BODY = 60_000_000;
/** Lists that news comes by: an answer lost on its way is news lost on its way. */
const DELIVERIES = new Set([
  'app.bsky.notification.listNotifications',
  'app.bsky.feed.searchPosts',
  'chat.bsky.convo.getLog',
]);

export async function listen(port: number, parts: ServerParts): Promise<{ server: Server; url: string }> {
  const answer = createAnswer(parts);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, 500, { error: 'InternalServerError', message: String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function createAnswer({ endpoints, store, tokens, faults, lag, random, now, limit }: ServerParts) {
  let window = { until: 0, used: 0 };

  function limited(response: ServerResponse): boolean {
    const at = now().getTime();
    if (at >= window.until) window = { until: at + WINDOW_MS, used: 0 };
    window.used += 1;
    const isOver = window.used > limit || random() < faults.rateLimit;
    response.setHeader('ratelimit-limit', limit);
    response.setHeader('ratelimit-remaining', isOver ? 0 : limit - window.used);
    response.setHeader('ratelimit-reset', Math.ceil(window.until / 1_000));
    response.setHeader('ratelimit-policy', `${limit};w=${WINDOW_MS / 1_000}`);
    return isOver;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const bytes = await bodyOf(request);
    const picture = /^\/img\/\w+\/plain\/[^/]+\/(\w+)@jpeg$/.exec(url.pathname)?.[1];
    if (picture) return sendBlob(response, store.blobs.get(picture));
    if (!url.pathname.startsWith('/xrpc/')) return send(response, 404, { error: 'NotFound', message: 'Not Found' });
    const nsid = url.pathname.slice('/xrpc/'.length);
    const endpoint = endpoints[nsid];
    if (!endpoint) return send(response, 501, { error: 'MethodNotImplemented', message: 'Method Not Implemented' });
    try {
      if (limited(response)) throw new Refusal(429, 'RateLimitExceeded', 'Rate Limit Exceeded');
      if (random() < faults.failBefore) throw new Refusal(500, 'InternalServerError', 'Internal Server Error');
      const isRefresh = nsid === 'com.atproto.server.refreshSession';
      if (isRefresh && faults.isTokenRevoked) throw new Refusal(400, 'ExpiredToken', 'Token has been revoked');
      const call = readCall(request, nsid, url, bytes, () => {
        if (faults.isTokenRevoked) throw new Refusal(400, 'InvalidToken', 'Token could not be verified');
        return tokens.bearer(request.headers.authorization);
      });
      const body = endpoint(call);
      if (request.method === 'POST' && !nsid.startsWith('com.atproto.server.')) {
        if (random() < faults.timeoutAfterAccept) return; // the connection stays open and nobody speaks
        if (random() < faults.failAfterAccept) throw new Refusal(500, 'InternalServerError', 'Internal Server Error');
      }
      if (DELIVERIES.has(nsid) && lag.isLost()) {
        request.socket.destroy();
        return;
      }
      send(response, 200, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { error: error.error, message: error.message });
    }
  };
}

function readCall(request: IncomingMessage, nsid: string, url: URL, bytes: Uint8Array, bearer: Call['bearer']): Call {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const isJson = headers['content-type']?.startsWith('application/json') ?? false;
  const method = request.method ?? 'GET';
  return { method, nsid, query: url.searchParams, headers, bytes, body: isJson ? objectOf(bytes) : {}, bearer };
}

function objectOf(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw invalid('Input must be an object');
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) throw new Error('request entity too large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function sendBlob(response: ServerResponse, blob: { bytes: Uint8Array; mimeType: string } | undefined): void {
  if (blob) response.writeHead(200, { 'content-type': blob.mimeType }).end(blob.bytes);
  else send(response, 404, { error: 'NotFound', message: 'Blob not found' });
}

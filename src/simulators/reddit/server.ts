import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lag } from '../lag.ts';
import type { Faults } from '../network.ts';
import type { Route } from './call.ts';
import type { OAuth } from './oauth.ts';
import { Refusal, status } from './refusal.ts';

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly oauth: OAuth;
  readonly faults: Faults;
  readonly lag: Lag;
  readonly random: () => number;
  readonly now: () => Date;
  /** Calls in ten minutes; 1,000 on the real network. */
  readonly limit: { count: number };
  readonly pictures: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mimeType: string }>;
}

const WINDOW_MS = 600_000;
/** `platform:id:version (by /u/name)`. What libraries send by themselves is turned away. */
const HONEST_AGENT = /^[\w-]+:[\w.-]+:v?[\w.]+ \(by \/?u\/[\w-]+\)$/;

export async function listen(port: number, parts: ServerParts): Promise<{ server: Server; url: string }> {
  const answer = createAnswer(parts);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // so does the real one: a page for people
      response.writeHead(500, { 'content-type': 'text/html' }).end(`<!doctype html><p>${String(error)}</p>`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function createAnswer({ routes, oauth, faults, lag, random, now, limit, pictures }: ServerParts) {
  let window = { until: 0, used: 0 };

  function isOver(response: ServerResponse): boolean {
    const at = now().getTime();
    if (at >= window.until) window = { until: at + WINDOW_MS, used: 0 };
    window.used += 1;
    const over = window.used > limit.count || random() < faults.rateLimit;
    response.setHeader('x-ratelimit-used', window.used);
    response.setHeader('x-ratelimit-remaining', over ? '0.0' : `${limit.count - window.used}.0`);
    response.setHeader('x-ratelimit-reset', Math.ceil((window.until - at) / 1_000));
    return over;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const picture = pictures.get(url.pathname.replace('/preview/', ''));
    if (picture) return void response.writeHead(200, { 'content-type': picture.mimeType }).end(picture.bytes);
    const form = new URLSearchParams(await textOf(request));
    try {
      if (!HONEST_AGENT.test(request.headers['user-agent'] ?? '')) throw status(429);
      if (url.pathname === '/api/v1/access_token' && request.method === 'POST') {
        const answered = oauth.answer(request.headers.authorization, form);
        return send(response, answered.status, answered.body, false);
      }
      if (!oauth.isGood(request.headers.authorization)) throw status(401);
      if (isOver(response)) throw status(429);
      if (random() < faults.failBefore) throw new Error('Our CDN was unable to reach our servers');
      const route = routes.find(({ method, path }) => method === request.method && path.test(url.pathname));
      if (!route) throw status(404);
      const groups = route.path.exec(url.pathname)?.slice(1) ?? [];
      const body = route.answer({ path: url.pathname, query: url.searchParams, form }, groups);
      if (route.isWrite && random() < faults.timeoutAfterAccept) return; // the connection stays open and nobody speaks
      if (route.isWrite && random() < faults.failAfterAccept) throw new Error('upstream request timeout');
      if (!route.isWrite && url.pathname !== '/api/v1/me' && lag.isLost()) {
        request.socket.destroy();
        return;
      }
      send(response, 200, body, request.method === 'GET' && url.searchParams.get('raw_json') !== '1');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, error.body, false);
    }
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Without `raw_json=1` the API writes three characters as HTML does. */
function send(response: ServerResponse, code: number, body: unknown, isEscaped: boolean): void {
  if (response.headersSent) return;
  const text = JSON.stringify(body, (_, value: unknown) =>
    isEscaped && typeof value === 'string' ? escaped(value) : value,
  );
  response.writeHead(code, { 'content-type': 'application/json; charset=UTF-8' }).end(text);
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readCall } from './call.ts';
import { answer } from './endpoints.ts';
import { Refusal } from './refusal.ts';
import { chance, type State } from './state.ts';

const WINDOW_MS = 300_000;
/** Lists that news comes by: an answer lost on its way is news lost on its way. */
const DELIVERIES = /^\/api\/(v1\/(notifications|timelines)|v2\/search)/;

export function createMastodonServer(state: State, limit: number): Server {
  let window = { until: 0, used: 0 };

  function limited(response: ServerResponse): boolean {
    const at = state.now().getTime();
    if (at >= window.until) window = { until: at + WINDOW_MS, used: 0 };
    window.used += 1;
    const isOver = window.used > limit || chance(state, state.faults.rateLimit);
    response.setHeader('X-RateLimit-Limit', limit);
    response.setHeader('X-RateLimit-Remaining', isOver ? 0 : limit - window.used);
    response.setHeader('X-RateLimit-Reset', new Date(window.until).toISOString());
    return isOver;
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = /^\/media\/(\d+)$/.exec(url.pathname)?.[1];
    const media = file === undefined ? undefined : state.media.get(file);
    if (media) return void response.writeHead(200, { 'content-type': media.mimeType }).end(media.bytes);
    try {
      const call = await readCall(request, url);
      if (limited(response)) throw new Refusal(429, 'Too many requests');
      if (url.pathname !== '/api/v2/instance') authorise(request);
      if (chance(state, state.faults.failBefore)) return unwell(response);
      const { status, body, link } = await answer(state, call);
      if (call.method !== 'GET') {
        if (chance(state, state.faults.timeoutAfterAccept)) return;
        if (chance(state, state.faults.failAfterAccept)) return unwell(response);
      }
      if (DELIVERIES.test(url.pathname) && chance(state, state.faults.drop)) return void response.destroy();
      if (link) response.setHeader('Link', link);
      send(response, status, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { error: error.message });
    }
  }

  function authorise(request: IncomingMessage): void {
    if (request.headers.authorization !== `Bearer ${state.token}`)
      throw new Refusal(401, 'The access token is invalid');
    if (state.faults.isTokenRevoked) throw new Refusal(401, 'The access token was revoked');
  }

  return createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
}

/** What stands before the server answers with a page. */
function unwell(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/html' }).end('<html><body>We’re sorry</body></html>');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { call, type Parts, says } from './calls.ts';
import { withBareTokens } from './ids.ts';

const MAX_BODY = 1_000_000;

/** HTTP says 200 to everything that reached the Bot API; what became of it is in `status`. */
export function createApi(parts: Parts): Server {
  return createServer((request, response) => {
    serve(parts, request, response).catch(() => response.writeHead(500).end());
  });
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state } = parts;
  const url = new URL(request.url ?? '/', 'http://viber.test');
  const file = /^\/media\/(\d+)\//.exec(url.pathname)?.[1];
  if (file !== undefined) return serveFile(parts, file, response);
  const method = /^\/pa\/([a-z_]+)$/.exec(url.pathname)?.[1];
  if (method === undefined || request.method !== 'POST') {
    response.writeHead(404).end();
    return;
  }
  const body = await readBody(request);
  const { faults } = state;
  const isDrawn = (share: number) => share > 0 && state.random() < share;
  if (isDrawn(faults.failBefore)) {
    response.writeHead(502).end('Bad Gateway');
    return;
  }
  const token = request.headers['x-viber-auth-token'];
  if (token !== state.bot.token || faults.isTokenRevoked) return reply(response, says(2, 'invalidAuthToken'));
  if (isDrawn(faults.rateLimit)) return reply(response, says(12, 'Too many requests'));
  if (body === null) return reply(response, says(3, 'The request is not JSON'));
  const answer = await call(parts, method, body);
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  const isDone = answer.status === 0;
  if (isDone && isDrawn(faults.timeoutAfterAccept)) return;
  if (isDone && isDrawn(faults.failAfterAccept)) {
    response.writeHead(500).end('Internal Server Error');
    return;
  }
  reply(response, answer);
}

function reply(response: ServerResponse, answer: Readonly<Record<string, unknown>>): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(withBareTokens(answer));
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  try {
    const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
}

/** What people send lies here for an hour. */
function serveFile({ state }: Parts, id: string, response: ServerResponse): void {
  const file = state.files.get(id);
  const isThere = file !== undefined && state.now().getTime() <= file.until;
  response.writeHead(isThere ? 200 : 403, { 'content-type': isThere ? file.type : 'text/plain' });
  response.end(isThere ? file.bytes : undefined);
}

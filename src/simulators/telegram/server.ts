import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Params, readParams } from './call.ts';
import { Refusal } from './refusal.ts';
import { chance, type State } from './state.ts';

type Methods = ReadonlyMap<string, (params: Params) => unknown>;

/** Calls that make something; what is lost on its way after them is the trouble that a desk has to live with. */
const MAKING = /^(send(?!chataction)|edit|delete(?!webhook)|setmessage)/;
const PER_SECOND = 30;
const GROUP_PER_MINUTE = 20;

export function createApi(state: State, methods: Methods, refusals: Refusal[]): Server {
  const sent: { readonly at: number; readonly chat: string }[] = [];

  function limit(method: string, params: Params): void {
    if (chance(state, state.faults.rateLimit))
      throw new Refusal(429, 'Too Many Requests: retry after 14', { retry_after: 14 });
    if (!method.startsWith('send')) return;
    const now = state.now().getTime();
    const chat = String(params.chat_id);
    while (sent.length > 0 && (sent[0]?.at ?? 0) < now - 60_000) sent.shift();
    const isGroupFull = chat.startsWith('-') && sent.filter((one) => one.chat === chat).length >= GROUP_PER_MINUTE;
    const isFull = sent.filter(({ at }) => at > now - 1_000).length >= PER_SECOND;
    const wait = isGroupFull ? 40 : 1;
    if (isGroupFull || isFull) throw new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
    sent.push({ at: now, chat });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) return serveFile(state, file[1] ?? '', decodeURIComponent(file[2] ?? ''), response);
    const [, token = '', name = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const method = methods.get(name.toLowerCase());
    try {
      if (!/^\d+:[\w-]+$/.test(token)) throw new Refusal(404, 'Not Found');
      if (token !== state.bot.token || state.faults.isTokenRevoked) throw new Refusal(401, 'Unauthorized');
      if (!method) throw new Refusal(404, 'Not Found: method not found');
      const params = await readParams(request, url);
      const forced = refusals.shift();
      if (forced) throw forced;
      limit(name.toLowerCase(), params);
      if (chance(state, state.faults.failBefore)) return unwell(response);
      const result = await method(params);
      if (MAKING.test(name.toLowerCase())) {
        if (chance(state, state.faults.timeoutAfterAccept)) return;
        if (chance(state, state.faults.failAfterAccept)) return unwell(response);
      }
      if (name === 'getUpdates' && chance(state, state.faults.drop)) return void response.destroy();
      send(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.code, error.body);
    }
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
}

/** What stands before the Bot API answers with a page. */
function unwell(response: ServerResponse): void {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
}

function serveFile(state: State, token: string, path: string, response: ServerResponse): void {
  const isKnown = token === state.bot.token && !state.faults.isTokenRevoked;
  const file = isKnown ? [...state.files.values()].find((one) => one.path === path) : undefined;
  // Telegram does not say which kind of file it is
  if (file) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
  else
    send(
      response,
      isKnown ? 404 : 401,
      (isKnown ? new Refusal(404, 'Not Found') : new Refusal(401, 'Unauthorized')).body,
    );
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

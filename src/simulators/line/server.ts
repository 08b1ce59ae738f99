import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  botInfo,
  endpointOf,
  issueToken,
  memberOf,
  profileOf,
  requireToken,
  setEndpoint,
  tryEndpoint,
} from './account-calls.ts';
import type { Chats } from './chats.ts';
import { wrongMessages } from './message-check.ts';
import { badBody, Refusal } from './refusal.ts';
import { push, quotaOf, reply } from './send-calls.ts';
import type { State } from './state.ts';
import type { Webhooks } from './webhooks.ts';

export interface Parts {
  readonly state: State;
  readonly chats: Chats;
  readonly webhooks: Webhooks;
}

const MAX_BODY = 2_000_000;

/** The API and the host of what people sent, both on one address. */
export function createApi(parts: Parts): Server {
  let count = 0;
  return createServer((request, response) => {
    count += 1;
    const requestId = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    response.setHeader('x-line-request-id', requestId);
    serve(parts, request, response, requestId).catch((error: unknown) => {
      if (error instanceof Refusal) answer(response, error.status, error.body, error.headers);
      else response.writeHead(500).end();
    });
  });
}

async function serve(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const { state } = parts;
  const { faults } = state;
  const isDrawn = (share: number) => share > 0 && state.random() < share;
  const path = new URL(request.url ?? '/', 'http://line.test').pathname;
  const bytes = await readBody(request);
  if (request.method === 'POST' && path === '/oauth2/v3/token') {
    answer(response, 200, issueToken(state, new URLSearchParams(bytes.toString('utf8'))));
    return;
  }
  if (isDrawn(faults.failBefore)) return answer(response, 500, { message: 'Internal server error' });
  requireToken(state, request.headers.authorization);
  if (isDrawn(faults.rateLimit)) throw new Refusal(429, 'The API rate limit has been exceeded. Try again later.');
  const content = /^\/v2\/bot\/message\/(\d+)\/content(\/transcoding)?$/.exec(path);
  if (content && request.method === 'GET') {
    serveContent(state, content[1] ?? '', content[2] !== undefined, response);
    return;
  }
  const body = await route(parts, `${request.method} ${path}`, path, bytes, request, requestId);
  if (request.method === 'POST' && isDrawn(faults.timeoutAfterAccept)) return;
  if (request.method === 'POST' && isDrawn(faults.failAfterAccept))
    return answer(response, 500, { message: 'Internal server error' });
  answer(response, 200, body);
}

async function route(
  { state, chats, webhooks }: Parts,
  call: string,
  path: string,
  bytes: Buffer,
  request: IncomingMessage,
  requestId: string,
): Promise<Readonly<Record<string, unknown>>> {
  switch (call) {
    case 'GET /v2/bot/info':
      return botInfo(state);
    case 'GET /v2/bot/channel/webhook/endpoint':
      return endpointOf(state);
    case 'PUT /v2/bot/channel/webhook/endpoint':
      return setEndpoint(state, webhooks, jsonOf(bytes));
    case 'POST /v2/bot/channel/webhook/test':
      return tryEndpoint(state, jsonOf(bytes));
    case 'POST /v2/bot/message/push': {
      const key = request.headers['x-line-retry-key'];
      return push(state, chats, jsonOf(bytes), typeof key === 'string' ? key : undefined, requestId);
    }
    case 'POST /v2/bot/message/reply':
      return reply(state, chats, jsonOf(bytes));
    case 'POST /v2/bot/message/validate/push':
    case 'POST /v2/bot/message/validate/reply': {
      const wrong = wrongMessages(jsonOf(bytes).messages);
      if (wrong.length > 0) throw badBody(wrong);
      return {};
    }
    case 'GET /v2/bot/message/quota':
      return quotaOf(state);
    case 'GET /v2/bot/message/quota/consumption':
      return { totalUsage: state.pushed.get(state.month()) ?? 0 };
  }
  const profile = /^GET \/v2\/bot\/profile\/(\w+)$/.exec(call)?.[1];
  if (profile !== undefined) return profileOf(state, profile);
  const member = /^GET \/v2\/bot\/group\/(\w+)\/member\/(\w+)$/.exec(call);
  if (member) return memberOf(state, member[1] ?? '', member[2] ?? '');
  const group = state.chats.get(/^GET \/v2\/bot\/group\/(\w+)\/summary$/.exec(call)?.[1] ?? '');
  if (group?.kind === 'group') return { groupId: group.id, groupName: group.name };
  throw new Refusal(404, `Not found: ${path}`);
}

function serveContent(state: State, id: string, isAboutStatus: boolean, response: ServerResponse): void {
  const file = state.files.get(id);
  if (!file || (isAboutStatus && file.status === undefined)) throw new Refusal(404, 'Not found');
  if (isAboutStatus) {
    answer(response, 200, { status: file.status ?? 'succeeded' });
    return;
  }
  if (file.status === 'processing') {
    response.writeHead(202).end();
    return;
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes);
}

function answer(
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function jsonOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { ...json };
  } catch {
    // Said below: it is all the same to LINE how it is wrong.
  }
  throw new Refusal(400, 'The request body could not be parsed as JSON');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Refusal(413, 'Request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

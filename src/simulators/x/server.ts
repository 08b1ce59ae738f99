import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lag } from '../lag.ts';
import type { Faults } from '../network.ts';
import type { AppTokens } from './app-tokens.ts';
import type { Bill } from './bill.ts';
import { type Call, type Endpoint, refuseUnknown } from './call.ts';
import { readParts } from './multipart.ts';
import { type Keys, requireKeys } from './oauth.ts';
import {
  broken,
  creditsDepleted,
  forbidden,
  invalid,
  noSuchPath,
  notEnrolled,
  Refusal,
  tooMany,
  unauthorized,
  wrongToken,
} from './refusal.ts';
import type { MediaFile, Store } from './store.ts';

/** How the account stands with the network, as billing or its owner changes it. */
export interface Standing {
  plan: 'self_serve' | 'enterprise';
  rights: 'read' | 'read-write' | 'read-write-directmessages';
  hasCredit: boolean;
  isEnrolled: boolean;
  /** Why the app may not have the stream, whatever else it may; null: it may. */
  streamRefused: 'plan' | 'setup' | 'unsaid' | null;
  /** Which services send what happens to a webhook. */
  hasActivity: boolean;
  hasAccountActivity: boolean;
  /** What an account that signs by OAuth 1.0a may have sent: nothing that is private, or all. */
  isPrivateTold: boolean;
  /** A webhook's address may have a query. */
  takesQuery: boolean;
}
export interface ServerParts {
  readonly endpoints: readonly Endpoint[];
  readonly store: Store;
  readonly bill: Bill;
  readonly keys: Keys;
  readonly apps: AppTokens;
  readonly standing: Standing;
  readonly faults: Faults;
  readonly lag: Lag;
  readonly random: () => number;
  readonly now: () => Date;
  /** Whether calls are counted in quarters of an hour. */
  readonly isLimited: boolean;
}

const WINDOW_MS = 15 * 60_000;
const MAX_BODY = 600_000_000;

export async function listen(port: number, parts: ServerParts): Promise<{ server: Server; url: string }> {
  const windows = new Map<Endpoint, { until: number; used: number }>();
  const server = createServer((request, response) => {
    answer(parts, windows, request, response).catch((error: unknown) => {
      if (error instanceof Refusal) return send(response, error.status, error.body);
      send(response, 500, { title: 'Internal Server Error', detail: String(error), type: 'about:blank', status: 500 });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Windows = Map<Endpoint, { until: number; used: number }>;

async function answer(
  parts: ServerParts,
  windows: Windows,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { endpoints, store, bill, keys, apps, standing, faults, lag, random, now } = parts;
  response.setHeader('date', now().toUTCString());
  const target = request.url ?? '/';
  const url = new URL(target, 'http://x.test');
  const bytes = await bodyOf(request);
  const { method = 'GET', headers } = request;
  const signed = { method, target, host: headers.host ?? '', authorization: headers.authorization };
  const [, place, key = ''] = /^\/(media|dm)\/(\w+)$/.exec(url.pathname) ?? [];
  if (place === 'media') return sendFile(response, store.files.get(key));
  if (faults.isTokenRevoked) throw unauthorized();
  if (method === 'POST' && url.pathname === '/oauth2/token')
    return send(response, 200, apps.give(headers.authorization, new URLSearchParams(bytes.toString())));
  const isApp = apps.isGood(headers.authorization);
  if (!isApp) requireKeys(signed, keys, now());
  if (place === 'dm') return sendFile(response, store.files.get(key));

  const endpoint = endpoints.find((one) => one.method === method && one.path.test(url.pathname));
  if (!endpoint) throw noSuchPath();
  if (endpoint.by !== 'both' && isApp !== (endpoint.by === 'app')) throw wrongToken();
  response.setHeader('x-access-level', standing.rights);
  limit(parts, windows, endpoint, response);
  if (!standing.isEnrolled) throw notEnrolled();
  if (!standing.hasCredit) throw creditsDepleted();
  if (standing.streamRefused && url.pathname.startsWith('/2/tweets/search/stream'))
    throw { plan: notEnrolled, setup: wrongToken, unsaid: forbidden }[standing.streamRefused]();
  refuseWithoutRights(standing, method, url.pathname);
  if (random() < faults.failBefore) throw broken();
  const call = readCall(endpoint, method, url, headers['content-type'] ?? '', bytes);
  refuseUnknown(call, endpoint);
  if (endpoint.open) return endpoint.open(call, response);
  const body = await endpoint.answer(call);
  if (method === 'GET' && !isApp) bill.charge(url.pathname, body);
  if (method !== 'GET') {
    if (random() < faults.timeoutAfterAccept) return; // the connection stays open and nobody speaks
    if (random() < faults.failAfterAccept) throw broken();
  }
  if (endpoint.isDelivery && lag.isLost()) {
    request.socket.destroy();
    return;
  }
  send(response, endpoint.status ?? 200, body);
}

function limit(
  { faults, random, now, isLimited }: ServerParts,
  windows: Windows,
  endpoint: Endpoint,
  response: ServerResponse,
): void {
  const at = now().getTime();
  const known = windows.get(endpoint);
  const window = known && known.until > at ? known : { until: at + WINDOW_MS, used: 0 };
  windows.set(endpoint, window);
  window.used += 1;
  const isOver = (isLimited && window.used > endpoint.limit) || random() < faults.rateLimit;
  const left = isLimited ? Math.max(0, endpoint.limit - window.used) : endpoint.limit - 1;
  response.setHeader('x-rate-limit-limit', endpoint.limit);
  response.setHeader('x-rate-limit-remaining', isOver ? 0 : left);
  response.setHeader('x-rate-limit-reset', Math.ceil(window.until / 1_000));
  if (isOver) throw tooMany();
}

function refuseWithoutRights({ rights }: Standing, method: string, path: string): void {
  const detail = 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.';
  const no = new Refusal(403, {
    title: 'Forbidden',
    detail,
    type: 'https://api.twitter.com/2/problems/oauth1-permissions',
    status: 403,
  });
  if (rights === 'read' && method !== 'GET') throw no;
  if (rights !== 'read-write-directmessages' && path.startsWith('/2/dm_')) throw no;
}

function readCall(endpoint: Endpoint, method: string, url: URL, type: string, bytes: Buffer): Call {
  const ids = endpoint.path.exec(url.pathname)?.slice(1) ?? [];
  const call = { method, path: url.pathname, query: url.searchParams, ids, body: {}, form: new Map() };
  if (bytes.length === 0) return call;
  if (type.startsWith('multipart/form-data')) return { ...call, form: readParts(bytes, type) };
  if (!type.startsWith('application/json')) throw invalid('content-type', type, 'Unsupported content type');
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ...call, body: value as Record<string, unknown> };
  } catch {
    // said below
  }
  throw invalid('body', '', 'The body is not a JSON object');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) throw new Refusal(413, { title: 'Payload Too Large', status: 413 });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, file: MediaFile | undefined): void {
  if (file) response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes);
  else response.writeHead(404).end();
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lag } from '../lag.ts';
import type { Faults } from '../network.ts';
import type { Endpoint } from './call.ts';
import type { OAuth } from './oauth.ts';
import type { Quota } from './quota.ts';
import { invalid, Refusal } from './refusal.ts';

export interface ServerParts {
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly oauth: OAuth;
  readonly quota: Quota;
  readonly faults: Faults;
  readonly lag: Lag;
  readonly random: () => number;
}

const API = '/youtube/v3/';
const COST = { list: 1, write: 50 };

export async function listen(port: number, parts: ServerParts): Promise<{ server: Server; url: string }> {
  const answer = createAnswer(parts);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, 500, new Refusal(500, 'backendError', String(error), 'global').body());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function createAnswer({ endpoints, oauth, quota, faults, lag, random }: ServerParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const text = await textOf(request);
    if (url.pathname === '/token' && request.method === 'POST') {
      const { status, body } = oauth.answer(new URLSearchParams(text));
      return send(response, status, body);
    }
    const path = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : null;
    const method = request.method ?? 'GET';
    const endpoint = path === null ? undefined : endpoints[`${method} ${path}`];
    if (path === null || !endpoint) {
      response
        .writeHead(404, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><title>Error 404 (Not Found)</title>');
      return;
    }
    const isWrite = method !== 'GET';
    try {
      if (!oauth.isGood(request.headers.authorization))
        throw new Refusal(401, 'authError', 'Request had invalid authentication credentials.', 'global');
      if (random() < faults.rateLimit)
        throw new Refusal(403, 'rateLimitExceeded', 'Rate Limit Exceeded', 'usageLimits');
      if (!quota.spend(isWrite ? COST.write : COST.list))
        throw new Refusal(
          403,
          'quotaExceeded',
          'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
          'youtube.quota',
        );
      if (random() < faults.failBefore) throw new Refusal(500, 'backendError', 'Backend Error', 'global');
      const body = endpoint({ method, path, query: url.searchParams, body: jsonOf(text) });
      if (isWrite && random() < faults.timeoutAfterAccept) return; // the connection stays open and nobody speaks
      if (isWrite && random() < faults.failAfterAccept)
        throw new Refusal(500, 'backendError', 'Backend Error', 'global');
      if (path === 'commentThreads' && !isWrite && lag.isLost()) {
        request.socket.destroy();
        return;
      }
      if (body === undefined) response.writeHead(204).end();
      else send(response, 200, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, error.body());
    }
  };
}

function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON payload received.', 'parseError');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}

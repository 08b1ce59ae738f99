import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerTo } from './answer.ts';
import { costOf, parseOperation } from './graphql.ts';
import type { State } from './state.ts';

const MAX_BODY = 1_000_000;
const DAY_S = 86_400;
const MOST_COST = 1_000;
const VERSION = '2026-10';

export function createApi(state: State): Server {
  return createServer((request, response) => {
    serve(state, request, response).catch(() => response.writeHead(500).end());
  });
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://shop.test').pathname;
  const body = await readBody(request);
  const { faults } = state;
  const isDrawn = (share: number) => share > 0 && state.random() < share;
  const say = (status: number, json: unknown, headers: Readonly<Record<string, string>> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  };
  if (request.method !== 'POST') return say(404, { errors: 'Not Found' });
  if (isDrawn(faults.failBefore)) return say(503, { errors: 'Service Unavailable' });
  if (path === '/admin/oauth/access_token') return say(...giveToken(state, new URLSearchParams(body)));
  const version = /^\/admin\/api\/(\d{4}-\d\d)\/graphql\.json$/.exec(path)?.[1];
  if (!version) return say(404, { errors: 'Not Found' });
  const token = String(request.headers['x-shopify-access-token'] ?? '');
  const isGood =
    token !== '' && (token === state.staticToken || (state.tokens.get(token) ?? 0) > state.now().getTime());
  if (!isGood || faults.isTokenRevoked)
    return say(401, { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' });
  const asked = jsonIn(body);
  if (typeof asked?.query !== 'string') return say(400, { errors: { query: 'Required parameter missing or invalid' } });
  const variables = Object(asked.variables) as Readonly<Record<string, unknown>>;
  const cost = pay(state, asked.query, variables, isDrawn(faults.rateLimit));
  const extensions = { cost: cost.told };
  const headers = { 'x-shopify-api-version': version < VERSION ? VERSION : version };
  if (cost.problem) return say(200, { errors: [cost.problem], extensions }, headers);
  const answer = answerTo(state, asked.query, variables);
  if (isDrawn(faults.timeoutAfterAccept)) return;
  if (isDrawn(faults.failAfterAccept)) return say(500, { errors: 'Internal Server Error' });
  say(200, { ...answer, extensions }, headers);
}

function giveToken(state: State, form: URLSearchParams): [number, unknown] {
  if (form.get('grant_type') !== 'client_credentials') return [400, { error: 'unsupported_grant_type' }];
  if (form.get('client_id') !== state.clientId || form.get('client_secret') !== state.clientSecret)
    return [400, { error: 'invalid_client', error_description: 'The client credentials are invalid.' }];
  state.minted += 1;
  const token = `shpat_${state.minted.toString(16).padStart(8, '0')}${Math.floor(state.random() * 2 ** 32).toString(16)}`;
  state.tokens.set(token, state.now().getTime() + DAY_S * 1_000);
  return [200, { access_token: token, scope: state.scopes.join(','), expires_in: DAY_S - 1 }];
}

/** A bucket that fills again, as large as the plan. Too much in one question is refused however full it is. */
function pay(state: State, query: string, variables: Readonly<Record<string, unknown>>, isLimited: boolean) {
  const { bucket } = state;
  const at = state.now().getTime();
  const available = Math.min(
    bucket.most,
    bucket.available + (Math.max(0, at - bucket.at) / 1_000) * bucket.restoreRate,
  );
  const asked = costIn(query, variables);
  const isThrottled = isLimited || asked > available;
  const left = isThrottled || asked > MOST_COST ? available : available - asked;
  state.bucket = { ...bucket, available: left, at };
  const throttleStatus = {
    maximumAvailable: bucket.most,
    currentlyAvailable: isLimited ? 0 : left,
    restoreRate: bucket.restoreRate,
  };
  const told = { requestedQueryCost: asked, actualQueryCost: isThrottled ? null : asked, throttleStatus };
  if (asked > MOST_COST)
    return {
      told,
      problem: {
        message: `Query cost is ${asked}, which exceeds the single query max cost limit (${MOST_COST}).`,
        extensions: { code: 'MAX_COST_EXCEEDED' },
      },
    };
  return { told, problem: isThrottled ? { message: 'Throttled', extensions: { code: 'THROTTLED' } } : null };
}

function costIn(query: string, variables: Readonly<Record<string, unknown>>): number {
  try {
    return Math.max(1, costOf(parseOperation(query, variables).fields));
  } catch {
    return 1;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return { ...Object(JSON.parse(text)) };
  } catch {
    return null;
  }
}

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Call, readCall, textOf } from '../meta/call.ts';
import { escaped } from '../meta/delivery.ts';
import { badParameter, Refusal as GraphRefusal, gone } from '../meta/refusal.ts';
import { appSubscription, inspectToken, numberNode, onAccount } from './account-calls.ts';
import { fileAt, mediaNode, takeMedia } from './media-calls.ts';
import { sendMessage } from './message-calls.ts';
import type { PostOffice } from './post-office.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import type { Talk } from './talk.ts';

export interface Parts {
  readonly state: State;
  readonly talk: Talk;
  readonly office: PostOffice;
  /** Refusals that the next calls get, in this order. */
  readonly refusals: GraphRefusal[];
  /** Statuses are delivered before our call is answered, as at times on WhatsApp. */
  readonly isStatusFirst: boolean;
}

export function createGraph(parts: Parts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch(() => response.destroy());
  });
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state } = parts;
  const address = request.url ?? '/';
  if (address.startsWith('/whatsapp_business/')) {
    const { status, file } = { file: undefined, ...fileAt(state, address, request.headers.authorization) };
    response.writeHead(status, {
      'content-type': file?.type ?? 'text/plain',
      'content-length': file?.bytes.length ?? 0,
    });
    response.end(file?.bytes);
    return;
  }
  let call: Call | null;
  try {
    call = await readCall(request);
  } catch {
    return reply(response, 400, badParameter('The request could not be read.').body);
  }
  if (!call) return reply(response, 404, new GraphRefusal(2500, 'Unknown path components').body);
  const { faults } = state;
  // Looking after the account itself meets no fault but the revoked token.
  const isTalk = call.path[1] === 'messages' || call.path[1] === 'media';
  const isDrawn = (share: number) => isTalk && share > 0 && state.random() < share;
  try {
    const forced = isTalk ? parts.refusals.shift() : undefined;
    if (forced) throw forced;
    const isApp = admit(state, call);
    if (isDrawn(faults.rateLimit))
      throw new Refusal(
        130429,
        'Rate limit hit',
        'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
      );
    if (isDrawn(faults.failBefore))
      throw new Refusal(
        131016,
        'Service overloaded',
        'Service temporarily unavailable due to maintenance or other reasons.',
        503,
      );
    const body = await route(parts, call, isApp);
    if (isDrawn(faults.timeoutAfterAccept)) return;
    if (isDrawn(faults.failAfterAccept)) throw new Refusal(131000, 'Something went wrong', 'Something went wrong', 500);
    if (parts.isStatusFirst && call.method === 'POST') await parts.office.settled();
    reply(response, 200, body);
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    reply(response, error.status, error.body);
  }
}

/** True for the app's own token. Throws for anybody else's. */
function admit(state: State, { token, params, path }: Call): boolean {
  if (token === null)
    throw new GraphRefusal(104, 'An access token is required to request this resource.', undefined, 401);
  const proof = textOf(params.appsecret_proof);
  if (proof !== undefined && proof !== createHmac('sha256', state.appSecret).update(token).digest('hex'))
    throw badParameter('Invalid appsecret_proof provided in the API argument');
  if (token === `${state.appId}|${state.appSecret}`) return true;
  if (path[0] === 'debug_token') throw new GraphRefusal(190, 'Invalid OAuth access token signature.', undefined, 401);
  if (token !== state.token)
    throw new GraphRefusal(190, 'Invalid OAuth access token - Cannot parse access token', undefined, 401);
  if (state.faults.isTokenRevoked)
    throw new GraphRefusal(190, 'Error validating access token: The token was revoked.', 460, 401);
  return false;
}

async function route({ state, talk, office }: Parts, call: Call, isApp: boolean): Promise<unknown> {
  const [first = '', edge] = call.path;
  if (first === 'debug_token') return inspectToken(state, textOf(call.params.input_token));
  if (edge === 'subscriptions') {
    if (!isApp) throw new GraphRefusal(15, 'This method must be called with an app access_token.');
    return appSubscription(state, call, office);
  }
  if (isApp) throw new GraphRefusal(200, 'Permissions error', undefined, 403);
  if (first === state.wabaId) return onAccount(state, call, office);
  const number = state.numbers.find(({ id }) => id === first);
  if (number) {
    if (edge === undefined && call.method === 'GET') return numberNode(number, call.params.fields);
    if (edge === 'messages' && call.method === 'POST') return sendMessage(state, call, number, talk);
    if (edge === 'media' && call.method === 'POST') return takeMedia(state, call, number);
    throw new GraphRefusal(2500, `Unknown path components: /${edge}`);
  }
  if (edge === undefined && state.files.has(first) && call.method !== 'POST') return mediaNode(state, call);
  throw gone(first);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  const text = escaped(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Call, readCall, textOf } from '../meta/call.ts';
import { escaped } from '../meta/delivery.ts';
import { badParameter, gone, Refusal } from '../meta/refusal.ts';
import {
  appSubscription,
  inspectToken,
  isOver,
  me,
  nodeSubscription,
  pageNode,
  refreshToken,
} from './account-calls.ts';
import type { Delivery } from './delivery.ts';
import type { Gallery } from './gallery.ts';
import { answerMention, listMedia, listTags, onComment, onMedia, readAccount } from './gallery-calls.ts';
import type { Lines } from './lines.ts';
import {
  listConversations,
  profile,
  readConversation,
  readMessageNode,
  sendMessage,
  uploadAttachment,
} from './message-calls.ts';
import type { Account, Login, State } from './state.ts';

export interface Parts {
  readonly state: State;
  readonly gallery: Gallery;
  readonly lines: Lines;
  readonly delivery: Delivery;
  /** Refusals that the next calls get, in this order. */
  readonly refusals: Refusal[];
  /** The echo is delivered before our call is answered, as Meta often does. */
  readonly isEchoFirst: boolean;
}
type Bearer = { readonly kind: 'account'; readonly account: Account } | { readonly kind: 'app' };

export function createGraph(parts: Parts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch(() => response.destroy());
  });
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state } = parts;
  const file = /^\/cdn\/(\d+)\//.exec(request.url ?? '')?.[1];
  if (file !== undefined) return serveFile(state, file, response);
  const host = /^\/graph\.(facebook|instagram)\.com(\/.*)$/.exec(request.url ?? '');
  if (!host) return reply(response, 404, new Refusal(2500, 'Unknown path components').body);
  const login = host[1] as Login;
  // Refreshing has no version.
  request.url = host[2]?.startsWith('/refresh_access_token') ? `/v26.0${host[2]}` : (host[2] ?? '/');
  let call: Call | null;
  try {
    call = await readCall(request);
  } catch {
    return reply(response, 400, badParameter('The request could not be read.').body);
  }
  if (!call) return reply(response, 404, new Refusal(2500, 'Unknown path components').body);
  const isDrawn = (share: number) => share > 0 && state.random() < share;
  try {
    const isChore = isOnAccount(call);
    const bearer = bearerOf(state, call, login);
    const { faults } = state;
    const forced = isChore ? undefined : parts.refusals.shift();
    if (forced) throw forced;
    if (!isChore && isDrawn(faults.rateLimit)) throw tooMany(call);
    if (!isChore && isDrawn(faults.failBefore))
      return reply(response, 500, new Refusal(1, 'An unknown error has occurred.').body);
    const body = await route(parts, call, bearer, login);
    if (!isChore && isDrawn(faults.timeoutAfterAccept)) return;
    if (!isChore && isDrawn(faults.failAfterAccept))
      return reply(response, 500, new Refusal(2, 'Service temporarily unavailable').body);
    if (parts.isEchoFirst && call.method === 'POST') await parts.delivery.settled();
    reply(response, 200, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reply(response, error.status, error.body);
  }
}

const CHORES = new Set(['subscribed_apps', 'subscriptions']);
const isOnAccount = ({ path: [first = '', edge = ''] }: Call) =>
  CHORES.has(edge) || ['me', 'debug_token', 'refresh_access_token'].includes(first);

const tooMany = ({ path }: Call) =>
  path[1] === 'messages' || path[1] === 'conversations'
    ? new Refusal(613, 'Calls to this api have exceeded the rate limit.', 2534040)
    : new Refusal(80002, 'There have been too many calls to this Instagram account.');

function bearerOf(state: State, { token, params, path }: Call, login: Login): Bearer {
  if (token === null) throw new Refusal(104, 'An access token is required to request this resource.');
  const proof = textOf(params.appsecret_proof);
  const secret = login === 'facebook' ? state.appSecret : state.instagramSecret;
  if (proof !== undefined && proof !== createHmac('sha256', secret).update(token).digest('hex'))
    throw badParameter('Invalid appsecret_proof provided in the API argument');
  if (login === 'facebook' && token === `${state.appId}|${state.appSecret}`) return { kind: 'app' };
  if (path[0] === 'debug_token') throw new Refusal(190, 'Invalid OAuth access token signature.');
  const account = state.accounts.find((one) => (login === 'facebook' ? one.pageToken : one.token) === token);
  if (!account) throw new Refusal(190, 'Invalid OAuth access token - Cannot parse access token', undefined, 401);
  if (state.faults.isTokenRevoked) throw new Refusal(190, 'The session has been invalidated.', 460);
  if (login === 'instagram' && isOver(state, account)) throw new Refusal(190, 'Session has expired', 463);
  return { kind: 'account', account };
}

async function route(parts: Parts, call: Call, bearer: Bearer, login: Login): Promise<unknown> {
  const { state, delivery } = parts;
  const [first = '', edge] = call.path;
  if (first === 'debug_token' && login === 'facebook') return inspectToken(state, textOf(call.params.input_token));
  if (edge === 'subscriptions') {
    if (bearer.kind !== 'app') throw new Refusal(15, 'This method must be called with an app access_token.');
    return appSubscription(state, call, delivery);
  }
  if (first === 'refresh_access_token') return refreshToken(state, call.token);
  if (bearer.kind === 'app') throw new Refusal(200, 'Permissions error', undefined, 403);
  const { account } = bearer;
  if (first === 'me' && login === 'instagram') return me(state, account, call);
  const sender = login === 'facebook' ? account.pageId : account.id;
  if (first === sender) {
    const done = onSender(parts, call, account, login);
    if (done !== undefined) return done;
  }
  if (first === account.id) return onAccount(parts, call, account);
  return onThing(parts, call, first, account);
}

function onSender({ state, lines, delivery }: Parts, call: Call, account: Account, login: Login): unknown {
  const [, edge] = call.path;
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET subscribed_apps':
    case 'POST subscribed_apps':
    case 'DELETE subscribed_apps':
      return nodeSubscription(state, call, account, login, delivery);
    case 'POST messages':
      return sendMessage(state, call, account, lines);
    case 'GET conversations':
      return listConversations(state, call, account);
    case 'POST message_attachments':
      // The login of Instagram has no upload.
      if (login === 'instagram') throw new Refusal(2500, 'Unknown path components: /message_attachments');
      return uploadAttachment(state, call);
    case 'GET ':
      return login === 'facebook' ? pageNode(state, account, call) : undefined;
    default:
      return undefined;
  }
}

function onAccount({ state, gallery }: Parts, call: Call, account: Account): unknown {
  const [, edge] = call.path;
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return readAccount(state, call, account);
    case 'GET media':
      return listMedia(state, call, account);
    case 'GET tags':
      return listTags(state, call, account);
    case 'POST mentions':
      return answerMention(state, call, account, gallery);
    default:
      throw new Refusal(2500, `Unknown path components: /${edge}`);
  }
}

function onThing({ state, gallery, lines }: Parts, call: Call, id: string, account: Account): unknown {
  const media = state.media.get(id);
  if (media) return onMedia(state, call, media, account, gallery);
  const comment = state.comments.get(id);
  if (comment?.isDeleted) throw gone(id);
  if (comment) return onComment(state, call, comment, account, gallery);
  if (call.path.length > 1 || call.method !== 'GET') throw gone(id);
  const line = [...state.lines.values()].find((one) => one.id === id && one.account === account);
  if (line) return readConversation(line, call);
  if (/^\d+$/.test(id)) return profile(state, call, account, id, lines);
  return readMessageNode(state, id, account, call);
}

function serveFile(state: State, id: string, response: ServerResponse): void {
  const file = state.files.get(id);
  const isThere = file !== undefined && (file.endsAt === undefined || file.endsAt > state.now());
  response.writeHead(isThere ? 200 : 404, { 'content-type': isThere ? file.type : 'text/plain' });
  response.end(isThere ? file.bytes : '');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  const text = escaped(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

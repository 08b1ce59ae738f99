import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  accountList,
  appSubscription,
  inspectToken,
  pageNode,
  pageSubscription,
  USER_ID,
  USER_TOKEN,
} from './account-calls.ts';
import { type Bearer, type Call, objectOf, readCall, textOf } from './call.ts';
import type { Delivery } from './delivery.ts';
import { escaped } from './delivery.ts';
import { type Feed, isComment } from './feed.ts';
import {
  addComment,
  addPhoto,
  changeThing,
  commentNode,
  findStanding,
  like,
  listComments,
  listPosts,
  listRatings,
  postNode,
  publish,
} from './feed-calls.ts';
import type { Lines } from './lines.ts';
import { pick } from './listing.ts';
import { listConversations, listMessages, profile, sendMessage, uploadAttachment } from './message-calls.ts';
import { badParameter, gone, Refusal } from './refusal.ts';
import { type Channel, type Page, pageById, type State } from './state.ts';

export interface GraphParts {
  readonly state: State;
  readonly feed: Feed;
  readonly lines: Lines;
  readonly delivery: Delivery;
  /** Refusals that the next calls get, in this order. */
  readonly refusals: Refusal[];
  /** The echo is delivered before our call is answered, as Meta often does. */
  readonly isEchoFirst: boolean;
  readonly callsPerHour: number;
}

export function createGraph(parts: GraphParts): Server {
  const calls: number[] = [];
  return createServer((request, response) => {
    answer(parts, calls, request, response).catch(() => response.destroy());
  });
}

async function answer(
  parts: GraphParts,
  calls: number[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { state } = parts;
  const media = /^\/media\/(\d+)\//.exec(request.url ?? '')?.[1];
  if (media !== undefined) return serveFile(state, media, response);
  let call: Call | null;
  try {
    call = await readCall(request);
  } catch {
    return reply(response, 400, badParameter('The request could not be read.').body);
  }
  if (!call) return reply(response, 404, new Refusal(2500, 'Unknown path components').body);
  const used = count(calls, state.now(), parts.callsPerHour);
  const headers = { 'x-app-usage': JSON.stringify({ call_count: used, total_time: 1, total_cputime: 1 }) };
  const channel = channelOf(call);
  const faults = channel ? state.faults[channel] : null;
  const isDrawn = (share: number | undefined) => share !== undefined && share > 0 && state.random() < share;
  try {
    const forced = channel ? parts.refusals.shift() : undefined;
    if (forced) throw forced;
    const bearer = bearerOf(state, call);
    if ((channel && used >= 100) || isDrawn(faults?.rateLimit)) throw tooMany(channel ?? 'facebook', bearer);
    if (isDrawn(faults?.failBefore))
      return reply(response, 500, new Refusal(1, 'An unknown error has occurred.').body, headers);
    const body = await route(parts, call, bearer);
    if (isDrawn(faults?.timeoutAfterAccept)) return;
    if (isDrawn(faults?.failAfterAccept))
      return reply(response, 500, new Refusal(2, 'Service temporarily unavailable').body, headers);
    if (parts.isEchoFirst && call.method === 'POST') await parts.delivery.settled();
    reply(response, 200, body, headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reply(response, error.status, error.body, { ...headers, ...error.headers });
  }
}

function count(calls: number[], now: Date, perHour: number): number {
  const hourAgo = now.getTime() - 3_600_000;
  while (calls.length > 0 && (calls[0] ?? 0) < hourAgo) calls.shift();
  calls.push(now.getTime());
  return Math.floor(((calls.length - 1) / perHour) * 100);
}

function tooMany(channel: Channel, bearer: Bearer): Refusal {
  const pageId = bearer.kind === 'page' ? bearer.page.id : '0';
  const type = channel === 'messenger' ? 'messenger' : 'pages';
  const usage = {
    [pageId]: [{ type, call_count: 101, total_cputime: 12, total_time: 20, estimated_time_to_regain_access: 1 }],
  };
  const code = channel === 'messenger' ? 80006 : 80001;
  return new Refusal(code, 'There have been too many calls to this Page account.', undefined, 400, {
    'x-business-use-case-usage': JSON.stringify(usage),
  });
}

/** Whose faults apply: a private reply belongs to the comment that it answers. */
function channelOf({ path, params }: Call): Channel | null {
  const [first = '', edge] = path;
  if (edge === 'messages') {
    const recipient = objectOf(params.recipient);
    return recipient && !('id' in recipient) ? 'facebook' : 'messenger';
  }
  if (edge === 'message_attachments' || edge === 'conversations') return 'messenger';
  if (
    edge === 'subscribed_apps' ||
    edge === 'subscriptions' ||
    edge === 'accounts' ||
    first === 'me' ||
    first === 'debug_token'
  )
    return null;
  return edge === undefined && !first.includes('_') ? null : 'facebook';
}

function bearerOf(state: State, { token, params, path }: Call): Bearer {
  if (token === null) throw new Refusal(104, 'An access token is required to request this resource.');
  const proof = textOf(params.appsecret_proof);
  if (proof !== undefined && proof !== createHmac('sha256', state.appSecret).update(token).digest('hex')) {
    throw badParameter('Invalid appsecret_proof provided in the API argument');
  }
  if (token === `${state.appId}|${state.appSecret}`) return { kind: 'app' };
  if (path[0] === 'debug_token') throw new Refusal(190, 'Invalid OAuth access token signature.');
  const page = state.pages.find((one) => one.token === token);
  if (!page && token !== USER_TOKEN)
    throw new Refusal(190, 'Invalid OAuth access token - Cannot parse access token', undefined, 401);
  if (isRevoked(state))
    throw new Refusal(
      190,
      'Error validating access token: The session has been invalidated because the user changed their password.',
      460,
    );
  return page ? { kind: 'page', page } : { kind: 'user' };
}

/** One token serves both networks. */
const isRevoked = (state: State) => state.faults.facebook.isTokenRevoked || state.faults.messenger.isTokenRevoked;

async function route(parts: GraphParts, call: Call, bearer: Bearer): Promise<unknown> {
  const { state, delivery } = parts;
  const [first = '', edge] = call.path;
  if (first === 'debug_token') return inspectToken(state, textOf(call.params.input_token), isRevoked(state));
  if (edge === 'subscriptions') {
    if (bearer.kind !== 'app') throw new Refusal(15, 'This method must be called with an app access_token.');
    return appSubscription(state, call, delivery);
  }
  if (edge === 'accounts') return accountList(state, call, bearer);
  const id = first === 'me' && bearer.kind === 'page' ? bearer.page.id : first === 'me' ? USER_ID : first;
  if (id === USER_ID) return pick({ id, name: 'Ana Marek' }, call.params.fields, 'name');
  if (first.startsWith('t_') && edge === 'messages') return listMessages(state, call);
  const page = pageById(state, id);
  if (page) return onPage(parts, call, page, bearer);
  if (bearer.kind === 'page' && edge === undefined && call.method === 'GET') {
    const line = parts.lines.byPsid(bearer.page, id);
    if (line) return profile(state, call, line);
  }
  return onThing(parts, call, id, bearer);
}

/** Source: Meta, "Permissions": `pages_read_user_content`; read 2026-11. */
const USER_CONTENT = new Set(['visitor_posts', 'tagged', 'ratings']);
const unread = () =>
  new Refusal(
    10,
    "This endpoint requires the 'pages_read_user_content' permission or the 'Page Public Content Access' feature.",
  );

function onPage({ state, feed, lines, delivery }: GraphParts, call: Call, page: Page, bearer: Bearer): unknown {
  const [, edge] = call.path;
  if (edge === undefined && call.method === 'GET') return pick(pageNode(page), call.params.fields, 'name');
  if (bearer.kind !== 'page') throw new Refusal(210, 'A page access token is required to request this resource.');
  if (bearer.page !== page) throw new Refusal(200, 'Permissions error', undefined, 403);
  if (state.quirks.shouldWithholdUserContent && call.method === 'GET' && USER_CONTENT.has(edge ?? '')) throw unread();
  switch (`${call.method} ${edge}`) {
    case 'GET subscribed_apps':
    case 'POST subscribed_apps':
    case 'DELETE subscribed_apps':
      return pageSubscription(state, call, page, delivery);
    case 'POST feed':
      return publish(state, call, page, feed);
    case 'GET feed':
      return listPosts(state, call, page, ['own', 'visitor']);
    case 'GET published_posts':
    case 'GET posts':
      return listPosts(state, call, page, ['own']);
    case 'GET visitor_posts':
      return listPosts(state, call, page, ['visitor']);
    case 'GET tagged':
      return listPosts(state, call, page, ['elsewhere']);
    case 'GET ratings':
      return listRatings(state, call, page);
    case 'POST photos':
      return addPhoto(state, call, page, feed);
    case 'POST messages':
      return sendMessage(state, call, page, lines);
    case 'POST message_attachments':
      return uploadAttachment(state, call);
    case 'GET conversations':
      return listConversations(state, call, page);
    default:
      throw new Refusal(2500, `Unknown path components: /${edge}`);
  }
}

function onThing({ state, feed }: GraphParts, call: Call, id: string, bearer: Bearer): unknown {
  const [, edge] = call.path;
  const thing = findStanding(state, id);
  if (edge === undefined && call.method === 'GET')
    return isComment(thing)
      ? pick(commentNode(thing), call.params.fields, 'created_time,from,message')
      : pick(postNode(thing), call.params.fields, 'created_time,message');
  if (state.quirks.shouldWithholdUserContent && edge === 'comments' && call.method === 'GET') throw unread();
  if (edge === 'comments' && call.method === 'GET') return listComments(state, call, thing, bearer);
  if (bearer.kind !== 'page') throw new Refusal(210, 'A page access token is required to request this resource.');
  if (edge === undefined) return changeThing(call, thing, bearer.page, feed);
  if (edge === 'comments' && call.method === 'POST') return addComment(state, call, thing, bearer.page, feed);
  if (edge === 'likes' && call.method !== 'GET') return like(call, thing, bearer.page, feed);
  throw gone(id);
}

function serveFile(state: State, id: string, response: ServerResponse): void {
  const file = state.files.get(id);
  response.writeHead(file ? 200 : 404, {
    'content-type': file?.type ?? 'text/plain',
    'content-length': file?.bytes.length ?? 0,
  });
  response.end(file?.bytes);
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = escaped(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

import { type GoogleClient, googleError, openGoogleLogin } from '../loopback/google-login.ts';
import { type Call, type Reply, serve } from '../loopback/serve.ts';
import type { SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openReviews, type Reviews, type Written } from '../reviews/reviews.ts';

export interface GoogleReviewsOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly port?: number;
  readonly client: GoogleClient;
  readonly accountId: string;
  readonly locationId: string;
  readonly title: string;
}

const STARS = ['STAR_RATING_UNSPECIFIED', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
const MAX_REPLY_BYTES = 4_096;
const LIST_PARAMETERS = new Set(['pageSize', 'pageToken', 'orderBy']);

/** The reviews of one location, as the Business Profile API v4 gives them, and the login before it. */
export async function startGoogleReviews(options: GoogleReviewsOptions) {
  const random = seeded(options.seed);
  let ids = 0;
  // a later run has reviews of its own, beside those of this one that it remembers
  const prefix = options.now().getTime().toString(36);
  const reviews = openReviews({
    channel: 'google_reviews',
    name: 'Google reviews',
    of: options.title,
    now: options.now,
    random,
    newId: () => `AbFv${prefix}-${++ids}`,
    newAnswerId: () => `reply-${++ids}`,
  });
  const login = openGoogleLogin({ client: options.client }, options.now, () => reviews.faults.isTokenRevoked);
  const { url, close } = await serve({
    port: options.port,
    faults: reviews.faults,
    random,
    isSpared: ({ pathname }) => pathname === '/token',
    route: (call) => (call.pathname === '/token' ? login.token(call) : route(call)),
    broken: () => googleError(500, 'INTERNAL', 'Internal error encountered.').reply,
    limited: () => googleError(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Requests'.").reply,
  });

  function route(call: Call): Reply {
    if (call.path[0] === 'media') return media(call.path[1]);
    login.authorize(call);
    const [version, ...rest] = call.path;
    if (version === 'v1' && call.method === 'GET' && rest.join('/') === `locations/${options.locationId}`) {
      if (call.query.get('readMask') !== 'title')
        throw googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
      return { status: 200, body: { title: options.title } };
    }
    const [accounts, account, locations, location, collection, id, reply] = rest;
    const isHere = account === options.accountId && location === options.locationId;
    if (version !== 'v4' || accounts !== 'accounts' || locations !== 'locations' || collection !== 'reviews' || !isHere)
      throw googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (id === undefined) return list(call);
    const review = reviews.find(id);
    if (!review) throw googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (reply === undefined && call.method === 'GET') return { status: 200, body: shown(review) };
    if (reply === 'reply' && call.method === 'PUT') return put(call, review);
    if (reply === 'reply' && call.method === 'DELETE') return remove(review);
    throw googleError(404, 'NOT_FOUND', 'Method not found.');
  }

  function list({ method, query }: Call): Reply {
    if (method !== 'GET') throw googleError(404, 'NOT_FOUND', 'Method not found.');
    const odd = [...query.keys()].find((key) => !LIST_PARAMETERS.has(key));
    if (odd) throw googleError(400, 'INVALID_ARGUMENT', `Invalid JSON payload received. Unknown name "${odd}"`);
    const size = Number(query.get('pageSize') ?? 50);
    const from = Number(query.get('pageToken') ?? 0);
    if (!(size >= 1 && size <= 50) || !Number.isInteger(from))
      throw googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    if (!['updateTime desc', null].includes(query.get('orderBy')))
      throw googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    const all = reviews.listed();
    const page = all.slice(from, from + size);
    const body = {
      ...(page.length ? { reviews: page.map(shown) } : {}),
      averageRating: all.reduce((sum, { stars }) => sum + stars, 0) / (all.length || 1),
      totalReviewCount: all.length,
      ...(from + size < all.length ? { nextPageToken: String(from + size) } : {}),
    };
    return { status: 200, body };
  }

  function put({ json }: Call, review: Written): Reply {
    const { comment, ...odd } = json ?? {};
    const [unknown] = Object.keys(odd);
    if (unknown) throw googleError(400, 'INVALID_ARGUMENT', `Unknown name "${unknown}": Cannot find field.`);
    if (typeof comment !== 'string' || comment === '' || Buffer.byteLength(comment) > MAX_REPLY_BYTES)
      throw googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    const { text, at } = reviews.answer(review, comment);
    return { status: 200, body: { comment: text, updateTime: at.toISOString() } };
  }

  function remove(review: Written): Reply {
    if (!review.answer) throw googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    reviews.unanswer(review);
    return { status: 200, body: {} };
  }

  function media(id = ''): Reply {
    const picture = reviews.find(id)?.picture;
    if (!picture) throw googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    return { status: 200, body: picture.bytes, headers: { 'content-type': picture.mimeType } };
  }

  function shown({ id, by, stars, text, saidAt, changedAt, picture, answer }: Written) {
    return {
      name: `accounts/${options.accountId}/locations/${options.locationId}/reviews/${id}`,
      reviewId: id,
      reviewer: { displayName: by.name, profilePhotoUrl: `https://lh3.googleusercontent.test/a/${by.id}` },
      starRating: STARS[stars],
      ...(text ? { comment: text } : {}),
      createTime: saidAt.toISOString(),
      updateTime: changedAt.toISOString(),
      ...(picture ? { reviewMediaItems: [{ thumbnailUrl: `${url}/media/${id}` }] } : {}),
      ...(answer ? { reviewReply: { comment: answer.text, updateTime: answer.at.toISOString() } } : {}),
    };
  }

  const network: SimulatedNetwork = { ...reviews.network, close };
  return { network, url, close, reviews: reviews satisfies Reviews };
}

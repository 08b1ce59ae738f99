import { verify } from 'node:crypto';
import { type Call, Refused, type Reply, serve } from '../loopback/serve.ts';
import type { SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openReviews, type Written } from '../reviews/reviews.ts';
import { createdAnswer, shownAnswer, shownReview } from './shapes.ts';

export interface AppStoreOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly port?: number;
  readonly issuerId: string;
  readonly keyId: string;
  /** PEM of the public half of the key. */
  readonly publicKey: string;
  readonly appId: string;
  readonly appName: string;
}

const LONGEST_TOKEN_SECONDS = 20 * 60;
const MAX_RESPONSE = 5_970;
const LIST_PARAMETERS = new Set(['sort', 'limit', 'include', 'cursor', 'exists[publishedResponse]']);
/** Apple gives each its own; nobody reads it. */
const ERROR_ID = '6a1c4a5e-0d0b-4a5e-9f3c-2f1f5b8c7d10';
const error = (status: number, code: string, title: string, detail = title) =>
  new Refused(status, { errors: [{ id: ERROR_ID, status: String(status), code, title, detail }] });
const notFound = (detail: string) => error(404, 'NOT_FOUND', 'The specified resource does not exist', detail);

/** The customer reviews of one app, as App Store Connect's API v1 gives them. */
export async function startAppStore(options: AppStoreOptions) {
  const random = seeded(options.seed);
  let ids = 0;
  const newId = () => `00000019-${String(++ids).padStart(4, '0')}-7d0a-9e00-${Math.floor(random() * 1e12)}`;
  const reviews = openReviews({
    channel: 'app_store',
    name: 'App Store',
    of: options.appName,
    now: options.now,
    random,
    newId,
    newAnswerId: newId,
  });
  const { url, close } = await serve({
    port: options.port,
    faults: reviews.faults,
    random,
    route,
    broken: () => error(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.').reply,
    limited: () => error(429, 'RATE_LIMIT_EXCEEDED', 'The request rate limit has been reached.').reply,
  });

  function authorize({ headers }: Call): void {
    const [head = '', body = '', signature = ''] = (headers.authorization ?? '').replace(/^Bearer /, '').split('.');
    const { alg, kid } = jsonOf(head);
    const { iss, aud, iat, exp } = jsonOf(body);
    const seconds = Math.floor(options.now().getTime() / 1_000);
    const isFresh =
      typeof iat === 'number' && typeof exp === 'number' && exp > seconds && exp - iat <= LONGEST_TOKEN_SECONDS;
    const isKnown = kid === options.keyId && iss === options.issuerId && aud === 'appstoreconnect-v1';
    const isSigned =
      alg === 'ES256' &&
      verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        { key: options.publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    if (!isFresh || !isKnown || !isSigned || reviews.faults.isTokenRevoked)
      throw error(401, 'NOT_AUTHORIZED', 'Authentication credentials are missing or invalid.');
  }

  function route(call: Call): Reply {
    authorize(call);
    const [version, collection, id, sub] = call.path;
    if (version !== 'v1') throw notFound(call.pathname);
    switch (`${call.method} ${collection}`) {
      case 'GET apps':
        return sub === 'customerReviews' ? list(call, id) : app(id, sub);
      case 'GET customerReviews':
        return one(call, id, sub);
      case 'POST customerReviewResponses':
        return respond(call);
      case 'DELETE customerReviewResponses':
        return unrespond(id);
      default:
        throw error(404, 'PATH_ERROR', 'The URL path is not valid', call.pathname);
    }
  }

  function app(id: string | undefined, sub: string | undefined): Reply {
    if (id !== options.appId || sub !== undefined) throw notFound(`There is no app ${id}.`);
    return { status: 200, body: { data: { type: 'apps', id, attributes: { name: options.appName } } } };
  }

  function list({ query }: Call, id: string | undefined): Reply {
    if (id !== options.appId) throw notFound(`There is no resource of type 'apps' with id '${id}'`);
    const odd = [...query.keys()].find((key) => !LIST_PARAMETERS.has(key));
    if (odd) throw error(400, 'PARAMETER_ERROR.ILLEGAL', 'A given parameter is illegal', odd);
    const limit = Number(query.get('limit') ?? 50);
    const from = Number(query.get('cursor') ?? 0);
    const isSorted = query.get('sort') === '-createdDate';
    if (!(limit >= 1 && limit <= 200) || !Number.isInteger(from) || !isSorted)
      throw error(400, 'PARAMETER_ERROR.INVALID', 'A parameter has an invalid value');
    const all = reviews.listed().toSorted((a, b) => b.saidAt.getTime() - a.saidAt.getTime());
    const page = all.slice(from, from + limit);
    const self = `${url}/v1/apps/${id}/customerReviews?${query}`;
    const next = new URL(self);
    next.searchParams.set('cursor', String(from + limit));
    const body = {
      data: page.map(shownReview),
      ...(query.get('include') === 'response' ? included(page) : {}),
      links: { self, ...(from + limit < all.length ? { next: next.href } : {}) },
      meta: { paging: { total: all.length, limit } },
    };
    return { status: 200, body, headers: { 'x-rate-limit': 'user-hour-lim:3600;user-hour-rem:3545;' } };
  }

  function one({ query }: Call, id: string | undefined, sub: string | undefined): Reply {
    const review = id === undefined || sub !== undefined ? undefined : reviews.find(id);
    if (!review) throw notFound(`There is no resource of type 'customerReviews' with id '${id}'`);
    const extra = query.get('include') === 'response' ? included([review]) : {};
    return { status: 200, body: { data: shownReview(review), ...extra } };
  }

  function respond({ json }: Call): Reply {
    const asked = createdAnswer(json);
    if (!asked || asked.text === '' || asked.text.length > MAX_RESPONSE)
      throw error(
        409,
        'ENTITY_ERROR.ATTRIBUTE.INVALID',
        'The provided entity includes an attribute with an invalid value',
      );
    const review = reviews.find(asked.review);
    if (!review) throw notFound(`There is no resource of type 'customerReviews' with id '${asked.review}'`);
    reviews.answer(review, asked.text);
    return { status: 201, body: { data: shownAnswer(review) } };
  }

  function unrespond(id: string | undefined): Reply {
    const review = reviews.answered(id ?? '');
    if (!review) throw notFound(`There is no resource of type 'customerReviewResponses' with id '${id}'`);
    reviews.unanswer(review);
    return { status: 204 };
  }

  const network: SimulatedNetwork = { ...reviews.network, close };
  return { network, url, close, reviews };
}

const included = (page: readonly Written[]) => {
  const answers = page.filter(({ answer }) => answer !== null).map(shownAnswer);
  return answers.length > 0 ? { included: answers } : {};
};

function jsonOf(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

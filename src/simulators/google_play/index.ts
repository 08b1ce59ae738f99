import { type GoogleServiceAccount, googleError, openGoogleLogin } from '../loopback/google-login.ts';
import { type Call, type Reply, serve } from '../loopback/serve.ts';
import type { SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { openReviews, type Written } from '../reviews/reviews.ts';

export interface GooglePlayOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly port?: number;
  readonly service: GoogleServiceAccount;
  readonly packageName: string;
}

const VISIBLE_MS = 7 * 86_400_000;
const MAX_REPLY = 350;
const LIST_PARAMETERS = new Set(['maxResults', 'token', 'startIndex', 'translationLanguage']);

/** The reviews of one app, as the Play Developer API v3 gives them, and the login before it. */
export async function startGooglePlay(options: GooglePlayOptions) {
  const random = seeded(options.seed);
  let ids = 0;
  const prefix = Math.floor(random() * 0xffffff).toString(36);
  const reviews = openReviews({
    channel: 'google_play',
    name: 'Google Play',
    of: options.packageName,
    now: options.now,
    random,
    newId: () => `gp:AOq${prefix}_${++ids}`,
    newAnswerId: () => `reply-${++ids}`,
  });
  const login = openGoogleLogin(
    { service: options.service, audience: () => `${served.url}/token` },
    options.now,
    () => reviews.faults.isTokenRevoked,
  );
  const served = await serve({
    port: options.port,
    faults: reviews.faults,
    random,
    isSpared: ({ pathname }) => pathname === '/token',
    route: (call) => (call.pathname === '/token' ? login.token(call) : route(call)),
    broken: () => googleError(500, 'INTERNAL', 'Internal error encountered.').reply,
    limited: () => googleError(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Reviews get'.").reply,
  });

  function route(call: Call): Reply {
    login.authorize(call);
    const [api, version, applications, app, collection, ...rest] = call.path;
    const isReviews = api === 'androidpublisher' && version === 'v3' && applications === 'applications';
    if (!isReviews || collection !== 'reviews' || rest.length > 1) throw googleError(404, 'NOT_FOUND', 'Not found.');
    if (app !== options.packageName) throw googleError(404, 'NOT_FOUND', `Package not found: ${app}.`);
    const [name] = rest;
    if (name === undefined) return list(call);
    const isReply = call.method === 'POST' && name.endsWith(':reply');
    const review = reviews.find(isReply ? name.slice(0, -':reply'.length) : name);
    if (!review) throw googleError(404, 'NOT_FOUND', 'Review not found.');
    if (isReply) return reply(call, review);
    if (call.method === 'GET') return { status: 200, body: shown(review) };
    throw googleError(404, 'NOT_FOUND', 'Method not found.');
  }

  function list({ method, query }: Call): Reply {
    const odd = [...query.keys()].find((key) => !LIST_PARAMETERS.has(key));
    const size = Number(query.get('maxResults') ?? 10);
    const from = Number(query.get('token') ?? 0);
    if (method !== 'GET' || odd || !(size >= 1 && size <= 100) || !Number.isInteger(from))
      throw googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    const since = options.now().getTime() - VISIBLE_MS;
    const all = reviews.listed().filter(({ text, changedAt }) => text !== '' && changedAt.getTime() >= since);
    const page = all.slice(from, from + size);
    const body = {
      ...(page.length ? { reviews: page.map(shown) } : {}),
      ...(from + size < all.length ? { tokenPagination: { nextPageToken: String(from + size) } } : {}),
    };
    return { status: 200, body };
  }

  function reply({ json }: Call, review: Written): Reply {
    const { replyText, ...odd } = json ?? {};
    const [unknown] = Object.keys(odd);
    if (unknown) throw googleError(400, 'INVALID_ARGUMENT', `Unknown name "${unknown}": Cannot find field.`);
    if (typeof replyText !== 'string' || replyText === '' || replyText.length > MAX_REPLY)
      throw googleError(400, 'INVALID_ARGUMENT', 'The reply text is empty or too long.');
    const { text, at } = reviews.answer(review, replyText);
    return { status: 200, body: { result: { replyText: text, lastEdited: stamp(at) } } };
  }

  const network: SimulatedNetwork = { ...reviews.network, close: served.close };
  return { network, url: served.url, close: served.close, reviews };
}

const stamp = (at: Date) => ({
  seconds: String(Math.floor(at.getTime() / 1_000)),
  nanos: (at.getTime() % 1_000) * 1_000_000,
});

function shown({ id, by, stars, text, changedAt, answer }: Written) {
  const userComment = {
    text: `\t${text}`,
    lastModified: stamp(changedAt),
    starRating: stars,
    reviewerLanguage: by.language,
    device: 'akita',
    androidOsVersion: 36,
    appVersionCode: 412,
    appVersionName: '4.1.2',
    thumbsUpCount: 0,
    thumbsDownCount: 0,
    deviceMetadata: { productName: 'akita (Pixel 8a)', manufacturer: 'Google', deviceClass: 'FORM_FACTOR_PHONE' },
  };
  const ours = answer ? [{ developerComment: { text: answer.text, lastModified: stamp(answer.at) } }] : [];
  return { reviewId: id, authorName: by.name, comments: [{ userComment }, ...ours] };
}

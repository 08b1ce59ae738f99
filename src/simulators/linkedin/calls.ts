import { type Call, Refused, type Reply } from '../loopback/serve.ts';
import type { Faults } from '../network.ts';
import type { LinkedInPage } from './network.ts';
import { type Comment, commentBy, commentUrn, personUrn, postBy, type State } from './state.ts';

export const linkedInError = (status: number, code: string, message: string, serviceErrorCode = 100) =>
  new Refused(status, { status, serviceErrorCode, code, message });
const missing = (what: string) => linkedInError(404, 'NOT_FOUND', `Could not find ${what}`);
const invalid = (message: string) => linkedInError(400, 'ILLEGAL_ARGUMENT', message);

interface CallParts {
  readonly state: State;
  readonly faults: Faults;
  readonly page: LinkedInPage;
  readonly onSubscribed: () => void;
  readonly now: () => Date;
  readonly organizationId: string;
  readonly name: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly versions: readonly string[];
  readonly otherPages?: number;
  readonly isBrief?: boolean;
}
const ADMIN = 'urn:li:person:admin';
const MAX_COMMENT = 1_250;

/** LinkedIn's REST API, as far as it concerns the comments of one Page. */
export function createCalls(parts: CallParts): (call: Call) => Reply {
  const { state, faults, page } = parts;
  const organization = `urn:li:organization:${parts.organizationId}`;
  let granted: string | null = null;

  function authorize({ headers }: Call): void {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (faults.isTokenRevoked)
      throw linkedInError(401, 'REVOKED_ACCESS_TOKEN', 'The token used in the request has been revoked.', 65601);
    if (token !== parts.accessToken && (granted === null || token !== granted))
      throw linkedInError(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', 65600);
    if (headers['x-restli-protocol-version'] !== '2.0.0') throw invalid('Invalid protocol version');
    const version = String(headers['linkedin-version'] ?? '');
    if (!parts.versions.includes(version))
      throw linkedInError(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
  }

  function renew({ method, bytes }: Call): Reply {
    const form = new URLSearchParams(bytes.toString('utf8'));
    const isClient = form.get('client_id') === parts.clientId && form.get('client_secret') === parts.clientSecret;
    const isKnown = form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === parts.refreshToken;
    if (method !== 'POST' || !isClient || !isKnown || faults.isTokenRevoked)
      throw new Refused(400, { error: 'invalid_request', error_description: 'The provided token is invalid.' });
    granted = `AQXrenewed${parts.now().getTime()}`;
    return { status: 200, body: { access_token: granted, expires_in: 5_183_999 } };
  }

  function comments(call: Call, target: string, number: string | undefined): Reply {
    const parent = commentBy(state, target);
    const post = parent?.post ?? postBy(state, target);
    if (!post) throw missing(target);
    if (number !== undefined) {
      const one = state.comments.find((each) => each.post === post && each.number === number && !each.isGone);
      if (!one) throw missing(`comment ${number}`);
      return onComment(call, one);
    }
    if (call.method === 'GET') {
      const start = Number(call.query.get('start') ?? 0);
      const count = Number(call.query.get('count') ?? 10);
      const all = state.comments.filter((one) => !one.isGone && one.post === post && one.parent === (parent ?? null));
      const elements = all.slice(start, start + count).map(shown);
      return { status: 200, body: { paging: { start, count, links: [], total: all.length }, elements } };
    }
    if (call.method !== 'POST') throw linkedInError(405, 'METHOD_NOT_ALLOWED', 'Not allowed');
    const { actor, object, message, parentComment, ...odd } = call.json ?? {};
    const [unknown] = Object.keys(odd);
    if (unknown) throw invalid(`Unpermitted fields present in REQUEST_BODY: ${unknown}`);
    if (actor !== organization) throw linkedInError(403, 'ACCESS_DENIED', 'Not enough permissions for this actor');
    if (typeof object !== 'string' || postBy(state, object) !== post) throw invalid('object does not fit');
    if ((parent !== undefined) !== (parentComment === target)) throw invalid('parentComment does not fit');
    const one = page.comment(null, post, parent ?? null, wordsOf(message));
    return { status: 201, headers: { 'x-restli-id': one.number }, ...(parts.isBrief ? {} : { body: shown(one) }) };
  }

  function onComment(call: Call, one: Comment): Reply {
    if (call.method === 'GET') return { status: 200, body: shown(one) };
    if (call.query.get('actor') !== organization || one.by !== null)
      throw linkedInError(403, 'ACCESS_DENIED', 'Not enough permissions to change this comment');
    if (call.method === 'DELETE') {
      page.remove(one);
      return { status: 204 };
    }
    if (call.method !== 'POST' || call.headers['x-restli-method'] !== 'PARTIAL_UPDATE') throw invalid('Unknown method');
    page.change(one, wordsOf(field(field(field(call.json, 'patch'), 'message'), '$set')));
    return { status: 204 };
  }

  function wordsOf(message: unknown): string {
    const text = field(message, 'text');
    if (typeof text !== 'string' || text === '' || text.length > MAX_COMMENT) throw invalid('Comment text is invalid');
    return text;
  }

  function react({ method, query, json }: Call): Reply {
    const root = field(json, 'root');
    const one = typeof root === 'string' ? (commentBy(state, root) ?? postBy(state, root)) : undefined;
    if (method !== 'POST' || query.get('actor') !== organization || field(json, 'reactionType') !== 'LIKE')
      throw invalid('Reaction is invalid');
    if (!one) throw missing(String(root));
    if (one.likes.has(organization)) throw linkedInError(409, 'CONFLICT', 'Reaction exists already');
    one.likes.add(organization);
    return { status: 201, body: { id: `urn:li:reaction:(${organization},${root})` } };
  }

  function roles({ query }: Call): Reply {
    const start = Number(query.get('start') ?? 0);
    const count = Number(query.get('count') ?? 10);
    const isAsked = query.get('q') === 'roleAssignee' && query.get('role') === 'ADMINISTRATOR';
    if (!isAsked || !Number.isInteger(start) || !(count >= 1 && count <= 100)) throw invalid('Criteria are invalid');
    const others = Array.from({ length: parts.otherPages ?? 0 }, (_, index) => `urn:li:organization:${9_000 + index}`);
    const elements = [...others, organization].slice(start, start + count).map((one) => ({
      organization: one,
      role: 'ADMINISTRATOR',
      roleAssignee: ADMIN,
      state: 'APPROVED',
    }));
    return { status: 200, body: { paging: { start, count, links: [] }, elements } };
  }

  function notifications({ query }: Call): Reply {
    const [, from, to] = /^\(start:(\d+),end:(\d+)\)$/.exec(query.get('timeRange') ?? '') ?? [];
    const actions = /^List\(([A-Z_,]+)\)$/.exec(query.get('actions') ?? '')?.[1]?.split(',');
    const isOurs = query.get('organizationalEntity') === organization && query.get('q') === 'criteria';
    if (!from || !to || !actions || !isOurs) throw invalid('Criteria are invalid');
    const start = Number(query.get('start') ?? 0);
    const count = Number(query.get('count') ?? 10);
    const all = state.notifications
      .filter(({ action }) => actions.includes(String(action)))
      .filter(({ lastModifiedAt: at }) => Number(at) >= Number(from) && Number(at) <= Number(to))
      .toReversed();
    return { status: 200, body: { paging: { start, count, links: [] }, elements: all.slice(start, start + count) } };
  }

  function subscribe(call: Call): Reply {
    const key = [
      `developerApplication:urn:li:developerApplication:${parts.appId}`,
      `user:${ADMIN}`,
      `entity:${organization}`,
      'eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
    ].join(',');
    if (call.path[2] !== `(${key})`) throw invalid('Subscription key is invalid');
    const webhook = field(call.json, 'webhook');
    if (call.method !== 'PUT' || typeof webhook !== 'string') throw invalid('Subscription is invalid');
    state.webhook = webhook;
    parts.onSubscribed();
    return { status: 204 };
  }

  return (call) => {
    const [root, collection, target = '', sub, number] = call.path;
    if (call.pathname === '/oauth/v2/accessToken') return renew(call);
    authorize(call);
    if (root !== 'rest') throw missing(call.pathname);
    if (collection === 'organizationAcls') return roles(call);
    if (collection === 'organizations' && target === parts.organizationId)
      return { status: 200, body: { id: Number(target), localizedName: parts.name, vanityName: 'lindqvist-outdoor' } };
    if (collection === 'eventSubscriptions') return subscribe(call);
    if (collection === 'organizationalEntityNotifications') return notifications(call);
    if (collection === 'reactions') return react(call);
    if (collection === 'socialActions' && sub === 'comments') return comments(call, target, number);
    throw missing(call.pathname);
  };

  function shown(one: Comment) {
    const actor = one.by ? personUrn(one.by) : organization;
    return {
      id: one.number,
      $URN: commentUrn(one),
      commentUrn: commentUrn(one),
      actor,
      object: one.post.activity,
      ...(one.parent ? { parentComment: commentUrn(one.parent) } : {}),
      message: { attributes: [], text: one.text },
      created: { actor, time: one.at.getTime() },
      lastModified: { actor, time: one.changedAt.getTime() },
    };
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

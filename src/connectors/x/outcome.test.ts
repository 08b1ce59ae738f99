import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import { openHttp } from '../shared/http.ts';
import { openApi } from './api.ts';
import { outcomeBeforeSend, outcomeOf, troubleOf } from './outcome.ts';

const now = () => new Date('2026-11-20T09:00:00Z');
const inTenMinutes = String(now().getTime() / 1_000 + 600);
const keys = { apiKey: 'k', apiSecret: 's', accessToken: '1-t', accessSecret: 'a' };

async function failing(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const http = openHttp({ name: 'X', fetch: async () => new Response(text, { status, headers }) });
  const answer = await openApi({ http, baseUrl: 'https://api.x.com', now }, keys).post('/2/tweets', { text: 'x' });
  if (answer.ok) throw new Error('it did not fail');
  return answer;
}
const problem = (title: string, detail: string, type = 'about:blank') => ({ title, detail, type });

// bodies as the sheet has them, 2026-08
const TABLE: readonly {
  of: string;
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  outcome: object;
  trouble: Trouble['kind'];
}[] = [
  {
    of: 'slow down',
    status: 429,
    body: problem('Too Many Requests', 'Too Many Requests'),
    headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': inTenMinutes },
    outcome: { kind: 'try_later', afterMs: 601_000 },
    trouble: 'limited',
  },
  {
    of: 'slow down, in the old form and without a time',
    status: 429,
    body: { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
    outcome: { kind: 'try_later', afterMs: 60_000 },
    trouble: 'limited',
  },
  {
    of: 'the posts of a day',
    status: 429,
    body: {},
    headers: {
      'x-rate-limit-remaining': '7',
      'x-rate-limit-reset': '1',
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': inTenMinutes,
    },
    outcome: { kind: 'try_later', afterMs: 601_000 },
    trouble: 'limited',
  },
  {
    of: 'keys',
    status: 401,
    body: problem('Unauthorized', 'Unauthorized'),
    outcome: { kind: 'refused', reason: 'needs_login' },
    trouble: 'needs_login',
  },
  {
    of: 'an app token',
    status: 403,
    body: problem(
      'Unsupported Authentication',
      'Authenticating with OAuth 2.0 Application-Only is forbidden',
      'https://api.twitter.com/2/problems/unsupported-authentication',
    ),
    outcome: { kind: 'refused', reason: 'needs_login' },
    trouble: 'misconfigured',
  },
  {
    of: 'no plan',
    status: 403,
    body: {
      client_id: '1',
      reason: 'client-not-enrolled',
      title: 'Client Forbidden',
      type: 'https://api.twitter.com/2/problems/client-forbidden',
    },
    outcome: { kind: 'refused', reason: 'not_allowed' },
    trouble: 'misconfigured',
  },
  {
    of: 'credit',
    status: 402,
    body: problem('CreditsDepleted', 'x', 'https://api.twitter.com/2/problems/credits'),
    outcome: { kind: 'refused', reason: 'other' },
    trouble: 'misconfigured',
  },
  {
    of: 'not permitted',
    status: 403,
    body: problem('Forbidden', 'You are not permitted to perform this action.'),
    outcome: { kind: 'refused', reason: 'not_allowed' },
    trouble: 'unavailable',
  },
  {
    of: 'said before',
    status: 403,
    body: problem('Forbidden', 'You are not allowed to create a Tweet with duplicate content.'),
    outcome: { kind: 'refused', reason: 'duplicate' },
    trouble: 'unavailable',
  },
  {
    of: 'gone',
    status: 403,
    body: problem('Forbidden', 'You attempted to reply to a Tweet that is deleted or not visible to you.'),
    outcome: { kind: 'refused', reason: 'gone' },
    trouble: 'unavailable',
  },
  {
    of: 'a wrong parameter',
    status: 400,
    body: {
      errors: [{ parameters: {}, message: 'what' }],
      title: 'Invalid Request',
      detail: 'One or more',
      type: 'https://api.x.com/2/problems/invalid-request',
    },
    outcome: { kind: 'refused', reason: 'other', detail: 'One or more what' },
    trouble: 'unavailable',
  },
  { of: 'its own trouble', status: 503, body: 'upstream', outcome: { kind: 'unknown' }, trouble: 'unavailable' },
  { of: 'no JSON', status: 200, body: '<html>', outcome: { kind: 'unknown' }, trouble: 'unavailable' },
];

describe.each(TABLE)('$of', ({ status, body, headers, outcome, trouble }) => {
  it('as an outcome and as trouble', async () => {
    const failure = await failing(status, body, headers);
    expect(outcomeOf(failure)).toMatchObject(outcome);
    expect(troubleOf(failure)).toBeInstanceOf(Trouble);
    expect(troubleOf(failure).kind).toBe(trouble);
    // of what changes nothing, nothing is ever in doubt
    expect(outcomeBeforeSend(failure).kind).not.toBe('unknown');
  });
});

it.each([
  { code: 'ECONNREFUSED', kind: 'try_later' },
  { code: 'ECONNRESET', kind: 'unknown' },
])('a connection that ends with $code is $kind', async ({ code, kind }) => {
  const fetch = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
  const answer = await openApi(
    { http: openHttp({ name: 'X', fetch }), baseUrl: 'https://api.x.com', now },
    keys,
  ).delete('/a');
  expect(answer.ok ? null : outcomeOf(answer).kind).toBe(kind);
});

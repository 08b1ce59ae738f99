import type { Fetch } from '../../src/connectors/bluesky/xrpc.ts';
import { until } from '../product/until.ts';
import { untilIndexed } from './account.ts';
import type { RealPeople } from './people.ts';
import type { Atproto } from './start.mjs';

const error = (status: number, name: string, message: string) => Response.json({ error: name, message }, { status });

/**
 * What lies between us and the real network, with the dials of the simulated one: the faults are ours, every other
 * answer is the network's own. After something was written it waits until readers can see it.
 */
export function faultyFetch(network: Atproto, people: RealPeople): Fetch {
  const { faults } = people;
  return async (url, init) => {
    const nsid = new URL(url).pathname.replace('/xrpc/', '');
    if (faults.rateLimit >= 1) {
      const reset = String(Math.ceil(Date.now() / 1_000) + 60);
      const answer = error(429, 'RateLimitExceeded', 'Rate Limit Exceeded');
      answer.headers.set('ratelimit-reset', reset);
      return answer;
    }
    if (faults.failBefore >= 1) return error(500, 'InternalServerError', 'Internal Server Error');
    const answer = await fetch(url, faults.isTokenRevoked ? revoked(init) : init);
    const isWrite = init.method === 'POST' && /^com\.atproto\.repo\.(put|delete)Record$|sendMessage$/.test(nsid);
    if (isWrite && answer.ok) {
      await untilRead(network, people, nsid, JSON.parse(String(init.body)));
      await people.refresh();
      if (faults.failAfterAccept >= 1) return error(500, 'InternalServerError', 'Internal Server Error');
    }
    return answer;
  };
}

interface Written {
  readonly repo?: string;
  readonly collection?: string;
  readonly rkey?: string;
  readonly record?: { readonly subject?: { readonly uri: string } };
}

async function untilRead(
  network: Atproto,
  people: RealPeople,
  nsid: string,
  { repo, collection, rkey, record }: Written,
): Promise<void> {
  if (!collection) return;
  await untilIndexed(network, `at://${repo}/${collection}/${rkey}`, nsid.endsWith('putRecord'));
  const subject = record?.subject?.uri;
  if (subject === undefined) return;
  const count = collection.endsWith('.like') ? 'likeCount' : 'repostCount';
  // counts are added up some moments after the record itself
  await until(`${count} of ${subject}`, async () => {
    const { posts } = await people.brand.ask('app.bsky.feed.getPosts', { query: { uris: subject } });
    return ((posts as Record<string, number>[])[0]?.[count] ?? 0) > 0;
  });
}

/** As after an admin revoked the app password: what we hold is worth nothing, and the real server says so. */
function revoked(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  if (headers.has('authorization'))
    headers.set('authorization', `Bearer ${headers.get('authorization')?.slice(7, -6)}AAAAAA`);
  const body =
    typeof init.body === 'string' ? init.body.replace(/"password":"[^"]*"/, '"password":"revoked"') : init.body;
  return { ...init, headers, ...(body === undefined ? {} : { body }) };
}

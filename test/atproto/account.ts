import { until } from '../product/until.ts';
import type { Atproto } from './start.mjs';

type Json = Readonly<Record<string, unknown>>;
interface Asked {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly blob?: { readonly bytes: Uint8Array; readonly mimeType: string };
  readonly proxy?: string;
}

export interface RealAccount {
  readonly did: string;
  readonly handle: string;
  /** Throws what the server refused with. */
  ask(nsid: string, asked?: Asked): Promise<Json>;
  /** Writes a record and waits until readers see it. */
  write(collection: string, record: Json): Promise<{ readonly uri: string; readonly cid: string }>;
  appPassword(isPrivileged: boolean): Promise<string>;
}

/** Signs a new account up, as a person would. */
export async function signUp(network: Atproto, handle: string, displayName: string): Promise<RealAccount> {
  let token = '';
  const ask = async (nsid: string, { query, body, blob, proxy }: Asked = {}): Promise<Json> => {
    const url = new URL(`${network.url}/xrpc/${nsid}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    if (proxy) headers['atproto-proxy'] = proxy;
    if (blob) headers['content-type'] = blob.mimeType;
    else if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = blob ? Uint8Array.from(blob.bytes) : body === undefined ? null : JSON.stringify(body);
    const response = await fetch(url, { method: sent === null ? 'GET' : 'POST', headers, body: sent });
    const text = await response.text();
    if (!response.ok) throw new Error(`${nsid}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  const password = 'kettle-4711-kettle';
  const made = await ask('com.atproto.server.createAccount', {
    body: { handle, email: `${handle}@mail.test`, password },
  });
  token = String(made.accessJwt);
  const did = String(made.did);
  const profile = { $type: 'app.bsky.actor.profile', displayName };
  await ask('com.atproto.repo.putRecord', {
    body: { repo: did, collection: profile.$type, rkey: 'self', record: profile },
  });
  return {
    did,
    handle,
    ask,
    async write(collection, record) {
      const body = {
        repo: did,
        collection,
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      };
      const { uri, cid } = await ask('com.atproto.repo.createRecord', { body });
      await untilIndexed(network, String(uri), true);
      return { uri: String(uri), cid: String(cid) };
    },
    async appPassword(isPrivileged) {
      const body = { name: isPrivileged ? 'earshot' : 'earshot, no messages', privileged: isPrivileged };
      return String((await ask('com.atproto.server.createAppPassword', { body })).password);
    },
  };
}

/**
 * The reading half follows the writing half by some moments.
 * @param isThere false: until it is gone
 */
export async function untilIndexed(network: Atproto, uri: string, isThere: boolean): Promise<void> {
  const [repo = '', collection = '', rkey = ''] = uri.slice('at://'.length).split('/');
  const url = `${network.appviewUrl}/xrpc/com.atproto.repo.getRecord?${new URLSearchParams({ repo, collection, rkey })}`;
  await until(`${uri} ${isThere ? 'indexed' : 'gone'}`, async () => (await fetch(url)).ok === isThere);
}

import type { BlueskyCredentials } from './credentials.ts';
import { PostView } from './lexicon.ts';
import type { Sessions } from './sessions.ts';
import type { XrpcAnswer, XrpcCall, XrpcFailure } from './xrpc.ts';

/** The network as one account reaches it. */
export interface AccountCalls {
  readonly get: (nsid: string, query?: XrpcCall['query']) => Promise<XrpcAnswer>;
  readonly post: (nsid: string, body: unknown) => Promise<XrpcAnswer>;
  readonly upload: (bytes: Uint8Array, mimeType: string) => Promise<XrpcAnswer>;
  /** The same, through the account's server to the service of the direct messages. */
  readonly chatGet: (nsid: string, query?: XrpcCall['query']) => Promise<XrpcAnswer>;
  readonly chatPost: (nsid: string, body: unknown) => Promise<XrpcAnswer>;
  /** Posts that are still there, by address. At most 25 are asked for at once; more are asked for in turns. */
  readonly posts: (uris: readonly string[]) => Promise<ReadonlyMap<string, FoundView> | XrpcFailure>;
}
/** A post's view as understood, and as it came for the ledger. */
export interface FoundView {
  readonly view: PostView;
  readonly raw: unknown;
}

const POSTS_AT_ONCE = 25;

export function callsOf(sessions: Sessions, credentials: BlueskyCredentials): AccountCalls {
  const call = (what: XrpcCall) => sessions.call(credentials, what);
  const proxy = credentials.chatProxy;
  const get: AccountCalls['get'] = (nsid, query = {}) => call({ method: 'GET', nsid, query });
  return {
    get,
    post: (nsid, body) => call({ method: 'POST', nsid, body }),
    upload: (bytes, mimeType) =>
      call({ method: 'POST', nsid: 'com.atproto.repo.uploadBlob', blob: { bytes, mimeType } }),
    chatGet: (nsid, query = {}) => call({ method: 'GET', nsid, query, proxy }),
    chatPost: (nsid, body) => call({ method: 'POST', nsid, body, proxy }),
    async posts(uris) {
      const found = new Map<string, FoundView>();
      for (let at = 0; at < uris.length; at += POSTS_AT_ONCE) {
        const answer = await get('app.bsky.feed.getPosts', { uris: uris.slice(at, at + POSTS_AT_ONCE) });
        if (!answer.ok) return answer;
        for (const one of listOf(answer.body, 'posts')) {
          const read = PostView.safeParse(one);
          if (read.success) found.set(read.data.uri, { view: read.data, raw: one });
        }
      }
      return found;
    },
  };
}

export const isFailure = (answer: object): answer is XrpcFailure => 'ok' in answer && answer.ok === false;

/** The list under a name in an answer; empty when there is none. */
export function listOf(body: unknown, name: string): readonly unknown[] {
  const list = field(body, name);
  return Array.isArray(list) ? list : [];
}
export function textOf(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
}

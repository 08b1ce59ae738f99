/** `at://DID/collection/rkey`. */
export interface AtUri {
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
}

export const POST = 'app.bsky.feed.post';

export function readUri(uri: string): AtUri | null {
  const match = /^at:\/\/(did:[a-z]+:[^/\s]+)\/([\w.-]+)\/([\w.~:-]+)$/.exec(uri);
  return match ? { did: match[1]!, collection: match[2]!, rkey: match[3]! } : null;
}

export const didOf = (uri: string): string | null => readUri(uri)?.did ?? null;

/** By DID and not by handle: handles change. */
export function permalinkOf(uri: string): string | undefined {
  const at = readUri(uri);
  return at?.collection === POST ? `https://bsky.app/profile/${at.did}/post/${at.rkey}` : undefined;
}

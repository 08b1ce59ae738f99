import { sniffType } from '../../core/media/sniff.ts';
import { allowedAddresses, Forbidden, type Resolve } from './address-guard.ts';
import { agentTo } from './agent-to.ts';

/** The largest file that any network of ours delivers, in bytes. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const HEADERS_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 60_000;

/** What may be kept without a mark in its bytes that proves it; never anything that a browser runs. */
const PLAIN = new Set(['text/plain', 'text/csv', 'text/calendar', 'text/vcard', 'application/json']);

/** It will not be otherwise tomorrow. */
export class NotToBeHad extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotToBeHad';
  }
}

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

export interface FetchRules {
  readonly trustedOrigins: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly resolve?: Resolve;
  readonly maxBytes?: number;
  /** Sent to the first address only: a token is not for whoever it redirects to. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Fetches what a customer's message points at, from public addresses only. Each hop of a redirect is checked anew,
 * and connected to by the address that was checked. Throws `Forbidden` or `NotToBeHad` for good, others for now.
 */
export async function fetchFile(from: string, rules: FetchRules): Promise<FetchedFile> {
  let url = readUrl(from);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const isSameHost = url.origin === readUrl(from).origin;
    const answer = await fetchHop(url, isSameHost ? rules : { ...rules, headers: undefined });
    if ('bytes' in answer) return { bytes: answer.bytes, mimeType: typeOf(answer.bytes, answer.mimeType) };
    url = readUrl(answer.location, url);
  }
  throw new NotToBeHad('It was redirected too often.');
}

type Hop = FetchedFile | { readonly location: string };

async function fetchHop(
  url: URL,
  { trustedOrigins, signal, resolve, headers: own, maxBytes = MAX_FILE_BYTES }: FetchRules,
): Promise<Hop> {
  const addresses = await allowedAddresses(url, trustedOrigins, resolve);
  const { request } = await import('undici');
  const agent = await agentTo(addresses, HEADERS_TIMEOUT_MS);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      headersTimeout: HEADERS_TIMEOUT_MS,
      bodyTimeout: HEADERS_TIMEOUT_MS,
      headers: { 'user-agent': 'Earshot', accept: '*/*', ...own },
      signal: AbortSignal.any([signal, AbortSignal.timeout(BODY_TIMEOUT_MS)]),
    });
    body.on('error', () => undefined);
    const { location } = headers;
    if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') return { location };
    if (statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429)
      throw new NotToBeHad(`The network does not hand it out (${statusCode}).`);
    if (statusCode !== 200) throw new Error(`The network answered ${statusCode}.`);
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooBig(maxBytes);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw tooBig(maxBytes);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), mimeType: String(headers['content-type'] ?? '') };
  } finally {
    // Ends a body that nobody reads on.
    await agent.destroy();
  }
}

const tooBig = (maxBytes: number) => new NotToBeHad(`It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);

function readUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new Forbidden('It has no address that can be read.');
  return new URL(text, base);
}

/** The bytes decide. What has no mark is kept only as one of a few harmless kinds. */
export function typeOf(bytes: Uint8Array, claimed: string): string {
  if (bytes.length === 0) throw new NotToBeHad('It is empty.');
  const said = claimed.toLowerCase().split(';')[0]?.trim() ?? '';
  const found = sniffType(bytes);
  // Office files are ZIP archives: what they are called says more than that.
  if (found === 'application/zip' && said.startsWith('application/vnd.')) return said;
  if (found) return found;
  if (said.startsWith('audio/') || said.startsWith('video/')) return 'application/octet-stream';
  if (PLAIN.has(said)) return said;
  throw new NotToBeHad(`It is of a kind that is not kept (${said || 'unknown'}).`);
}

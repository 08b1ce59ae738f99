import { isLoopback } from '../config.ts';
import { allowedAddresses, type Resolve } from '../worker/address-guard.ts';
import { agentTo } from '../worker/agent-to.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/** An address that must not be asked, in words for whoever typed it. */
export class NotAsked extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotAsked';
  }
}

export interface Reach {
  /** Whether the desk itself is reachable from this machine alone: then so may a provider be, over plain HTTP too. */
  readonly mayLoopback: boolean;
  /** Providers in the house's own network, named where the server is set up and nowhere else. */
  readonly trustedOrigins: readonly string[];
  readonly resolve?: Resolve;
}

/** HTTPS to the public internet alone: whoever types an issuer must not reach what only this server reaches. */
export function requireReachable(url: URL, { mayLoopback, trustedOrigins }: Reach): ReadonlySet<string> {
  if (trustedOrigins.includes(url.origin)) return new Set([url.origin]);
  if (mayLoopback && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return new Set([url.origin]);
  if (url.protocol !== 'https:') throw new NotAsked('The address of a sign-in provider begins with https://.');
  return new Set();
}

/** Connects to the addresses that were checked, follows nothing, and reads no more than a provider has to say. */
export async function guardedFetch(
  address: string,
  init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: unknown },
  reach: Reach,
): Promise<Response> {
  const url = new URL(address);
  const addresses = await allowedAddresses(url, requireReachable(url, reach), reach.resolve);
  const { fetch: undiciFetch } = await import('undici');
  const agent = await agentTo(addresses, TIMEOUT_MS);
  try {
    const answer = await undiciFetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(init.method ? { method: init.method } : {}),
      ...(init.headers ? { headers: init.headers } : {}),
      ...(init.body === undefined || init.body === null ? {} : { body: String(init.body) }),
    });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new NotAsked('The provider answered more than it should.');
      chunks.push(chunk);
    }
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : Buffer.concat(chunks), {
      status: answer.status,
      headers: [...answer.headers],
    });
  } finally {
    await agent.destroy();
  }
}

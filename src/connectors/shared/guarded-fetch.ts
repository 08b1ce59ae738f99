import { allowedAddresses, Forbidden, type Resolve } from './address-guard.ts';
import { agentTo } from './agent-to.ts';

const CONNECT_MS = 10_000;
/** More than any endpoint of ours is asked for, in bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * `fetch` for an address that somebody typed: HTTPS to the public internet alone, connected to by the addresses that
 * were checked, following nothing. `trustedOrigins` are named where the server is set up and nowhere else.
 *
 * @returns a function that throws `Forbidden` before anything is sent
 */
export function createGuardedFetch(trustedOrigins: ReadonlySet<string>, resolve?: Resolve): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' && !trustedOrigins.has(url.origin))
      throw new Forbidden('The address must begin with https://.');
    const { fetch: undiciFetch } = await import('undici');
    const agent = await agentTo(await allowedAddresses(url, trustedOrigins, resolve), CONNECT_MS);
    try {
      const answer = await undiciFetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        ...(init?.method ? { method: init.method } : {}),
        ...(init?.headers ? { headers: Object.fromEntries(new Headers(init.headers)) } : {}),
        ...(init?.body === undefined || init.body === null ? {} : { body: String(init.body) }),
        ...(init?.signal ? { signal: init.signal } : {}),
      });
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of answer.body ?? []) {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) break;
        chunks.push(chunk);
      }
      const isEmpty = [101, 204, 205, 304].includes(answer.status);
      return new Response(isEmpty ? null : Buffer.concat(chunks), {
        status: answer.status,
        headers: [...answer.headers],
      });
    } finally {
      await agent.destroy();
    }
  };
}

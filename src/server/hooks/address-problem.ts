import { isLoopback } from '../config.ts';
import { isPublicAddress } from '../worker/address-guard.ts';

/**
 * What is wrong with an address before anything is sent; null: nothing. What a name stands for is looked at with every
 * sending: that can change.
 * @param mayLoopback the desk itself is reachable from this machine alone, so another program on it may be told
 */
export function addressProblem(text: string, mayLoopback: boolean): string | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return 'Write an address such as https://example.com/earshot.';
  if (url.username || url.password)
    return 'Leave user and password out of the address: everything sent there is signed.';
  if (isLoopback(url.hostname))
    return mayLoopback ? null : 'This is the server’s own machine. Give an address on the public internet.';
  if (url.protocol !== 'https:') return 'The address must begin with https://.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLiteral = /^[\d.]+$/.test(host) || host.includes(':');
  return isLiteral && !isPublicAddress(host) ? 'This address is not on the public internet.' : null;
}

/** The address itself, where another program on this machine may be told. */
export const trustedOrigin = (url: URL, mayLoopback: boolean): ReadonlySet<string> =>
  new Set(mayLoopback && isLoopback(url.hostname) ? [url.origin] : []);

import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** A customer's link asks for something that it must not get. */
export class Forbidden extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Forbidden';
  }
}

/** Open to the whole world: not ours, not the machine's own, no cloud's metadata, nothing reserved. */
export function isPublicAddress(address: string): boolean {
  try {
    // An IPv4 address dressed as IPv6 is judged as what it is.
    return ipaddr.process(address).range() === 'unicast';
  } catch {
    return false;
  }
}

/**
 * The addresses that may be connected to for this URL. All of a name's addresses must be public: one that also points
 * inside is not trusted by halves. The connection is made to these and the name not asked again.
 */
export async function allowedAddresses(
  url: URL,
  trustedOrigins: ReadonlySet<string>,
  resolve: Resolve = resolveName,
): Promise<readonly Address[]> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Forbidden(`Nothing is fetched over ${url.protocol.replace(':', '')}.`);
  if (url.username || url.password) throw new Forbidden('The address carries a password.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isTrusted = trustedOrigins.has(url.origin);
  const literal = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 } as const]
    : null;
  const addresses = literal ?? (await resolve(host));
  if (addresses.length === 0) throw new Error(`There is no address for ${host}.`);
  if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new Forbidden('The address is not on the public internet.');
  return addresses;
}

async function resolveName(host: string): Promise<readonly Address[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

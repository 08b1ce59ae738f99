import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { PasskeyPlace } from '../../actions/passkey-challenge.ts';
import { CareError } from '../../core/errors.ts';
import { isLoopback } from '../config.ts';

/**
 * Where passkeys belong: the configured address. A desk of this machine alone is opened as `localhost` or as an
 * address, whatever was configured, so there it is what the browser asked for. Null where there can be none: browsers
 * make passkeys for names, never for bare addresses.
 */
export function passkeyPlace(publicUrl: string, { host, headers }: FastifyRequest): PasskeyPlace | null {
  const own = new URL(publicUrl);
  const place = isLoopback(own.hostname)
    ? (readLoopback(headers.origin) ?? readLoopback(`http://${host}`) ?? own)
    : own;
  const rpId = place.hostname.replace(/^\[|\]$/g, '');
  return isIP(rpId) === 0 ? { rpId, origin: place.origin } : null;
}

export function requirePasskeyPlace(publicUrl: string, request: FastifyRequest): PasskeyPlace {
  const place = passkeyPlace(publicUrl, request);
  if (place) return place;
  const words = 'Passkeys belong to a name. Open the desk by its name (on this machine: http://localhost) to use them.';
  throw new CareError('conflict', 'no_passkeys_here', words);
}

function readLoopback(text: string | undefined): URL | null {
  const url = text === undefined ? null : URL.parse(text);
  return url && isLoopback(url.hostname) ? url : null;
}

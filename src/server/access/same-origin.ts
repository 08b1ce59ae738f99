import type { FastifyRequest } from 'fastify';
import { CareError } from '../../core/errors.ts';

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A cookie travels with whatever page makes the browser ask, so what changes something must come from our own page.
 * Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; one of the two must say "here".
 */
export function refuseForeignPages(request: FastifyRequest, ownOrigin: string | null): void {
  const isUpgrade = request.headers.upgrade?.toLowerCase() === 'websocket';
  if (CHANGES_NOTHING.has(request.method) && !isUpgrade) return;
  if (!isFromOurPage(request, ownOrigin))
    throw new CareError('forbidden', 'foreign_page', 'This request did not come from the desk itself.');
  const type = request.headers['content-type'];
  if (type !== undefined && !/^(application\/json|multipart\/form-data)\b/i.test(type))
    throw new CareError('invalid', 'wrong_content_type', 'Send JSON, or a file as multipart/form-data.');
}

/** For what is open to everybody (signing in): only a page that says it is a foreign one is refused. */
export function refuseDeclaredForeignPages(request: FastifyRequest, ownOrigin: string | null): void {
  const saysNothing = request.headers['sec-fetch-site'] === undefined && request.headers.origin === undefined;
  if (!saysNothing) refuseForeignPages(request, ownOrigin);
}

function isFromOurPage({ headers, host }: FastifyRequest, ownOrigin: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return false;
  return origin === ownOrigin || (URL.canParse(origin) && new URL(origin).host === host);
}

import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * As long as a browser keeps one, in seconds. When a session ends is decided here, by when it was last used: a cookie
 * that ends by itself would throw out people who come every day.
 */
const KEPT_SECONDS = 400 * 24 * 3600;

// The prefix makes the browser itself refuse the cookie from a sub-domain or over plain HTTP; it needs Secure.
const NAMES = { secure: '__Host-earshot', plain: 'earshot' };

export function readSessionCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  const cookieCalled = (wanted: string) => pairs.find(([name]) => name === wanted)?.[1];
  return cookieCalled(NAMES.secure) ?? cookieCalled(NAMES.plain);
}

export function setSessionCookie(reply: FastifyReply, token: string, isSecure: boolean): void {
  reply.setCookie(isSecure ? NAMES.secure : NAMES.plain, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: KEPT_SECONDS,
  });
}

export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(isSecure ? NAMES.secure : NAMES.plain, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
  });
}

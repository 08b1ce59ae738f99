import type { FastifyReply, FastifyRequest } from 'fastify';
import { CareError } from '../../core/errors.ts';
import type { ChatInbox } from './chat-inbox.ts';

/**
 * Lets pages of the chat's own websites in, and no others. Browsers name the page in `Origin`; it is no proof against
 * programs, which have the visitor's token to show.
 */
export function admitOrigin(
  { settings }: ChatInbox,
  request: FastifyRequest,
  reply: FastifyReply,
  ownOrigin: string,
): void {
  const { origin } = request.headers;
  reply.header('vary', 'origin');
  if (origin === undefined) {
    // A page asks its own server without naming itself; everybody else does.
    if (request.headers['sec-fetch-site'] === 'same-origin') return;
    throw foreign();
  }
  if (origin !== ownOrigin && !settings.origins.includes(origin)) throw foreign();
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '7200',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
}

const foreign = () =>
  new CareError(
    'forbidden',
    'foreign_website',
    'This website is not among the addresses of the chat. An admin can add it: Inboxes, the chat, Change.',
  );

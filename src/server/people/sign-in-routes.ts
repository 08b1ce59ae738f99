import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { signInByLink, signInByPassword } from '../../actions/sign-in.ts';
import { signOut } from '../../actions/sign-out.ts';
import { Done } from '../../wire/common.ts';
import { SignIn, SignInByLink } from '../../wire/people.ts';
import { refuseDeclaredForeignPages } from '../access/same-origin.ts';
import { clearSessionCookie, SESSION_LASTS_MS, setSessionCookie } from '../access/session-cookie.ts';
import type { Deps } from '../deps.ts';

/** Guessing passwords is slow by argon2id; this keeps it from filling the machine too. */
const SIGN_IN_LIMIT = { max: 30, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => request.ip };

export const signInRoutes: FastifyPluginAsyncZod<Deps> = async (app, { config, db, now }) => {
  const isSecure = config.url.startsWith('https:');
  const ownOrigin = new URL(config.url).origin;
  const doorwayOf = (request: FastifyRequest) => ({
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    lastsMs: SESSION_LASTS_MS,
    isPractice: config.isPractice,
  });
  app.addHook('onRequest', async (request) => refuseDeclaredForeignPages(request, ownOrigin));

  const options = {
    config: {
      rule: 'public',
      because: 'nobody is signed in before they sign in',
      rateLimit: SIGN_IN_LIMIT,
    },
  } as const;
  app.post(
    '/api/session',
    { ...options, schema: { tags: ['session'], body: SignIn, response: { 200: Done } } },
    async (request, reply) => {
      const session = await signInByPassword(db, doorwayOf(request), request.body, now());
      setSessionCookie(reply, session.token, isSecure);
      return { ok: true } as const;
    },
  );
  app.post(
    '/api/session/link',
    { ...options, schema: { tags: ['session'], body: SignInByLink, response: { 200: Done } } },
    async (request, reply) => {
      const session = await signInByLink(db, doorwayOf(request), request.body, now());
      setSessionCookie(reply, session.token, isSecure);
      return { ok: true } as const;
    },
  );
  app.delete(
    '/api/session',
    { config: { rule: 'signed_in' }, schema: { tags: ['session'], response: { 200: Done } } },
    async (request, reply) => {
      const { via } = request.who;
      if (via.kind === 'session') await signOut(db, request.who, via.tokenHash, now());
      clearSessionCookie(reply, isSecure);
      return { ok: true } as const;
    },
  );
};

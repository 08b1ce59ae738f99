import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchProvider, sealedForOidc } from '../../actions/keep-oidc-provider.ts';
import { findWorkspace } from '../../actions/sign-in.ts';
import { signInByOidc } from '../../actions/sign-in-by-oidc.ts';
import { ourPath } from '../../core/access/our-path.ts';
import { CareError } from '../../core/errors.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type OidcProviderRow, readOidcProvider } from '../../storage/sign-in/oidc.ts';
import { AskOidc, OidcAsked } from '../../wire/security.ts';
import { refuseDeclaredForeignPages } from '../access/same-origin.ts';
import type { Deps } from '../deps.ts';
import { beginSignIn, discover, finishSignIn, reachOf } from '../sign-in/oidc-client.ts';
import { isOidcProblem, type OidcProblem } from './oidc-problems.ts';
import { answerStep, doorwayOf, SIGN_IN_LIMIT } from './sign-in-routes.ts';

export const OIDC_CALLBACK = '/oidc/callback';

const COOKIE = 'earshot-oidc';
const LASTS_MS = 10 * 60_000;
const NOWHERE = 0 as WorkspaceId;

/** Kept in the browser that began, sealed: a code that another browser got comes back without it and opens nothing. */
const Begun = z.object({
  workspaceId: z.number().transform((id) => id as WorkspaceId),
  providerId: z.string(),
  checks: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  back: z.string(),
  endsAt: z.number(),
});

export const oidcRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config, db, seal, now } = deps;
  const isSecure = config.url.startsWith('https:');
  const ownOrigin = new URL(config.url).origin;
  const redirectUri = config.url + OIDC_CALLBACK;
  const cookie = { path: '/oidc', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

  const accessOf = (workspaceId: WorkspaceId, { id, issuer, clientId, clientSecret }: OidcProviderRow) => ({
    issuer,
    clientId,
    clientSecret: clientSecret ? String(seal.open(workspaceId, sealedForOidc(id), clientSecret)) : null,
  });

  app.post(
    '/api/session/oidc',
    {
      config: { rule: 'public', because: 'nobody is signed in before they sign in', rateLimit: SIGN_IN_LIMIT },
      onRequest: async (request) => refuseDeclaredForeignPages(request, ownOrigin),
      schema: { tags: ['session'], body: AskOidc, response: { 200: OidcAsked } },
    },
    async ({ body }, reply) => {
      const workspaceId = await findWorkspace(db.read, config, body.workspace);
      const provider = workspaceId && (await readOidcProvider(db.read, workspaceId, body.id));
      if (!workspaceId || !provider?.isEnabled) throw noSuchProvider();
      const { url, checks } = await discover(accessOf(workspaceId, provider), reachOf(config))
        .then((found) => beginSignIn(found, redirectUri))
        .catch((error: unknown) => {
          app.log.warn({ err: error }, 'a sign-in provider does not answer');
          const words = `${provider.name} does not answer. Try again in a moment, or sign in another way.`;
          throw new CareError('unavailable', 'provider_unreachable', words);
        });
      const begun: z.input<typeof Begun> = {
        workspaceId,
        providerId: provider.id,
        checks,
        back: ourPath(body.back),
        endsAt: now().getTime() + LASTS_MS,
      };
      const sealed = Buffer.from(seal.close(NOWHERE, 'sign-in/oidc', begun)).toString('base64url');
      reply.setCookie(COOKIE, sealed, { ...cookie, maxAge: LASTS_MS / 1000 });
      return { url: url.href };
    },
  );

  app.get(
    OIDC_CALLBACK,
    {
      config: { rule: 'public', because: 'a provider sends people back here', rateLimit: SIGN_IN_LIMIT },
      schema: { hide: true },
    },
    async (request, reply) => {
      reply.clearCookie(COOKIE, cookie).header('cache-control', 'no-store');
      try {
        const begun = readBegun(request);
        if (!begun || begun.endsAt <= now().getTime()) return goTo(reply, problemPath('sign_in_expired'));
        return goTo(reply, await comeBack(request, reply, begun));
      } catch (error) {
        const problem = problemOf(error);
        if (problem === 'provider_refused' || problem === 'provider_unreachable')
          request.log.warn({ err: error }, 'single sign-on did not work');
        return goTo(reply, problemPath(problem));
      }
    },
  );

  async function comeBack(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: z.output<typeof Begun>,
  ): Promise<string> {
    const { workspaceId, providerId, checks, back } = begun;
    const provider = await readOidcProvider(db.read, workspaceId, providerId);
    if (!provider?.isEnabled) return problemPath('provider_off');
    const current = new URL(request.url, config.url);
    const found = await discover(accessOf(workspaceId, provider), reachOf(config)).catch(() => null);
    if (!found) return problemPath('provider_unreachable');
    const claims = await finishSignIn(found, current, checks);
    const said = { workspaceId, providerId, claims: { ...claims, issuer: provider.issuer } };
    const step = await signInByOidc(db, doorwayOf(deps, request), said, now());
    answerStep(reply, step, isSecure);
    return back;
  }

  function readBegun(request: FastifyRequest): z.output<typeof Begun> | null {
    const text = request.cookies[COOKIE];
    if (!text) return null;
    try {
      const opened = seal.open(NOWHERE, 'sign-in/oidc', Buffer.from(text, 'base64url'));
      return Begun.safeParse(opened).data ?? null;
    } catch {
      return null;
    }
  }
};

const goTo = (reply: FastifyReply, path: string) => reply.redirect(path, 302);
const problemPath = (problem: OidcProblem) => `/sign-in?problem=${problem}`;

function problemOf(error: unknown): OidcProblem {
  if (error instanceof CareError) return isOidcProblem(error.code) ? error.code : 'provider_refused';
  const said = (error as { readonly error?: unknown }).error;
  return said === 'access_denied' ? 'sign_in_cancelled' : 'provider_refused';
}

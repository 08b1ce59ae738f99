import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { signInByCode } from '../../actions/finish-sign-in.ts';
import type { Doorway, SignInStep } from '../../actions/open-session.ts';
import { findWorkspace, signInByLink, signInByPassword } from '../../actions/sign-in.ts';
import { askForPasskey, signInByPasskey } from '../../actions/sign-in-by-passkey.ts';
import { signOut } from '../../actions/sign-out.ts';
import { neighbourhoodOf } from '../../core/access/neighbourhood.ts';
import { listOidcProviders } from '../../storage/sign-in/oidc.ts';
import { readPolicy } from '../../storage/sign-in/policy.ts';
import { readWorkspace } from '../../storage/workspaces.ts';
import { Done } from '../../wire/common.ts';
import { SignIn, SignInByLink } from '../../wire/people.ts';
import {
  PasskeyAnswer,
  PasskeyAsk,
  PasskeyAsked,
  SecondFactorByCode,
  SignedIn,
  SignInOptions,
  SignInOptionsQuery,
} from '../../wire/security.ts';
import { passkeyPlace, requirePasskeyPlace } from '../access/passkey-place.ts';
import { refuseDeclaredForeignPages } from '../access/same-origin.ts';
import { clearSessionCookie, setSessionCookie } from '../access/session-cookie.ts';
import type { Deps } from '../deps.ts';
import { problemInWords } from './oidc-problems.ts';

/** Of one address, a minute. Guessing is slowed down for each account too; this keeps it from filling the machine. */
export const SIGN_IN_LIMIT = {
  max: 30,
  timeWindow: 60_000,
  keyGenerator: (request: FastifyRequest) => neighbourhoodOf(request.ip),
};

export const doorwayOf = ({ config }: Pick<Deps, 'config'>, request: FastifyRequest): Doorway => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
  isPractice: config.isPractice,
});

/** Gives the browser its session where the last step was taken, and says what is wanted where it was not. */
export function answerStep(reply: FastifyReply, step: SignInStep, isSecure: boolean): SignedIn {
  if (step.step === 'second_factor') return { ...step, ways: [...step.ways] };
  setSessionCookie(reply, step.session.token, isSecure);
  return { step: 'done' };
}

export const signInRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config, db, now } = deps;
  const isSecure = config.url.startsWith('https:');
  const ownOrigin = new URL(config.url).origin;
  app.addHook('onRequest', async (request) => refuseDeclaredForeignPages(request, ownOrigin));

  const tags = ['session'];
  const open = {
    config: { rule: 'public', because: 'nobody is signed in before they sign in', rateLimit: SIGN_IN_LIMIT },
  } as const;

  app.get(
    '/api/sign-in/options',
    {
      config: { rule: 'public', because: 'the sign-in page has to know what to offer; it holds no secret' },
      schema: { tags, querystring: SignInOptionsQuery, response: { 200: SignInOptions } },
    },
    async (request) => {
      const { workspace: slug, problem } = request.query;
      const id = await findWorkspace(db.read, config, slug).catch(() => null);
      const workspace = id && (await readWorkspace(db.read, id));
      const providers = id ? await listOidcProviders(db.read, id) : [];
      return {
        workspace: workspace || null,
        password: id ? (await readPolicy(db.read, id)).allowPasswords : true,
        passkey: passkeyPlace(config.url, request) !== null,
        oidc: providers.filter(({ isEnabled }) => isEnabled).map(({ id, name }) => ({ id, name })),
        problem: problem ? problemInWords(problem) : null,
      };
    },
  );

  app.post(
    '/api/session',
    { ...open, schema: { tags, body: SignIn, response: { 200: SignedIn } } },
    async (request, reply) =>
      answerStep(reply, await signInByPassword(db, doorwayOf(deps, request), request.body, now()), isSecure),
  );
  app.post(
    '/api/session/link',
    { ...open, schema: { tags, body: SignInByLink, response: { 200: SignedIn } } },
    async (request, reply) =>
      answerStep(reply, await signInByLink(db, doorwayOf(deps, request), request.body, now()), isSecure),
  );
  app.post(
    '/api/session/second-factor',
    { ...open, schema: { tags, body: SecondFactorByCode, response: { 200: SignedIn } } },
    async (request, reply) =>
      answerStep(reply, await signInByCode(deps, doorwayOf(deps, request), request.body, now()), isSecure),
  );
  app.post(
    '/api/session/passkey/ask',
    { ...open, schema: { tags, body: PasskeyAsk, response: { 200: PasskeyAsked } } },
    async (request) => askForPasskey(deps, requirePasskeyPlace(config.url, request), request.body.ticket, now()),
  );
  app.post(
    '/api/session/passkey',
    { ...open, schema: { tags, body: PasskeyAnswer, response: { 200: SignedIn } } },
    async (request, reply) => {
      const place = requirePasskeyPlace(config.url, request);
      const step = await signInByPasskey(deps, place, doorwayOf(deps, request), request.body, now());
      return answerStep(reply, step, isSecure);
    },
  );

  app.delete(
    '/api/session',
    { config: { rule: 'signed_in' }, schema: { tags, response: { 200: Done } } },
    async (request, reply) => {
      const { via } = request.who;
      if (via.kind === 'session') await signOut(db, request.who, via.tokenHash, now());
      clearSessionCookie(reply, isSecure);
      return { ok: true } as const;
    },
  );
};

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { knownOf } from '../../actions/accept-invitation.ts';
import { askForNewPasskey, callPasskey, dropPasskey, keepPasskey } from '../../actions/keep-passkey.ts';
import { judgePassword } from '../../actions/password-strength/judge.ts';
import { addsFreelyUntil, reassure, reassureToAdd } from '../../actions/reassure.ts';
import { requirePerson } from '../../actions/require-person.ts';
import { confirmTotpSetUp, dropTotp, renewRecoveryCodes, startTotpSetUp } from '../../actions/set-up-totp.ts';
import { readAgent } from '../../storage/agents.ts';
import { listPasskeys, type PasskeyRow } from '../../storage/sign-in/passkeys.ts';
import { readPolicy } from '../../storage/sign-in/policy.ts';
import { countRecoveryCodes } from '../../storage/sign-in/recovery-codes.ts';
import { readTotp } from '../../storage/sign-in/totp.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  AskPasswordStrength,
  MySecurity,
  NewPasskey,
  Passkey,
  PasskeyAsked,
  PasswordStrength,
  PatchPasskey,
  Reassure,
  ReassureToAdd,
  RecoveryCodes,
  TotpConfirm,
  TotpStarted,
} from '../../wire/security.ts';
import { requirePasskeyPlace } from '../access/passkey-place.ts';
import { sessionOf, type Visitor } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';

const tags = ['me'];
const params = z.object({ id: Id });
/** Of one person, a minute: judging a password costs tens of milliseconds of a processor. */
const STRENGTH_LIMIT = { max: 120, timeWindow: 60_000 };

export const mySecurityRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config: settings, db, now } = deps;
  const config = { rule: 'signed_in' } as const;
  const takenAway = (who: Visitor, body: z.output<typeof Reassure>) =>
    reassure(deps, who, { ...body, thisSession: sessionOf(who) }, now());
  const added = (who: Visitor, body: z.output<typeof ReassureToAdd>) =>
    reassureToAdd(deps, who, { ...body, thisSession: sessionOf(who) }, now());

  app.get('/api/me/security', { config, schema: { tags, response: { 200: MySecurity } } }, async ({ who }) => {
    const { workspaceId, agentId } = requirePerson(who);
    const agent = await readAgent(db.read, workspaceId, agentId);
    const totp = await readTotp(db.read, workspaceId, agentId);
    return {
      hasPassword: Boolean(agent && agent.passwordHash !== null),
      totp: totp?.confirmedAt ? { since: totp.confirmedAt.toISOString() } : null,
      recoveryCodesLeft: await countRecoveryCodes(db.read, workspaceId, agentId),
      passkeys: (await listPasskeys(db.read, workspaceId, agentId)).map(showPasskey),
      addsFreelyUntil: (await addsFreelyUntil(db, who, sessionOf(who)))?.toISOString() ?? null,
      isSecondFactorRequired: (await readPolicy(db.read, workspaceId)).requireSecondFactor,
    };
  });

  app.post(
    '/api/me/totp',
    { config, schema: { tags, body: ReassureToAdd, response: { 200: TotpStarted } } },
    async ({ who, body }) => {
      await added(who, body);
      return startTotpSetUp(deps, who, now());
    },
  );
  app.put(
    '/api/me/totp',
    { config, schema: { tags, body: TotpConfirm, response: { 200: RecoveryCodes } } },
    async ({ who, body }) => ({ codes: [...(await confirmTotpSetUp(deps, who, body, now()))] }),
  );
  app.post(
    '/api/me/totp/remove',
    { config, schema: { tags, body: Reassure, response: { 200: Done } } },
    async ({ who, body }) => {
      await takenAway(who, body);
      await dropTotp(db, who, now());
      return { ok: true } as const;
    },
  );
  app.post(
    '/api/me/recovery-codes',
    { config, schema: { tags, body: Reassure, response: { 200: RecoveryCodes } } },
    async ({ who, body }) => {
      await takenAway(who, body);
      return { codes: [...(await renewRecoveryCodes(db, who, now()))] };
    },
  );

  app.post(
    '/api/me/passkeys/ask',
    { config, schema: { tags, body: ReassureToAdd, response: { 200: PasskeyAsked } } },
    async (request) => {
      const place = requirePasskeyPlace(settings.url, request);
      await added(request.who, request.body);
      return askForNewPasskey(deps, request.who, place, now());
    },
  );
  app.post(
    '/api/me/passkeys',
    { config, schema: { tags, body: NewPasskey, response: { 201: Passkey } } },
    async (request, reply) => {
      const place = requirePasskeyPlace(settings.url, request);
      reply.status(201);
      return showPasskey(await keepPasskey(deps, request.who, place, request.body, now()));
    },
  );
  app.patch(
    '/api/me/passkeys/:id',
    { config, schema: { tags, params, body: PatchPasskey, response: { 200: Passkey } } },
    async ({ who, params: { id }, body }) => showPasskey(await callPasskey(db, who, { id, name: body.name }, now())),
  );
  app.post(
    '/api/me/passkeys/:id/remove',
    { config, schema: { tags, params, body: Reassure, response: { 200: Done } } },
    async ({ who, params: { id }, body }) => {
      await takenAway(who, body);
      await dropPasskey(db, who, id, now());
      return { ok: true } as const;
    },
  );

  app.post(
    '/api/password-strength',
    {
      config: { ...config, rateLimit: STRENGTH_LIMIT },
      schema: { tags, body: AskPasswordStrength, response: { 200: PasswordStrength } },
    },
    async ({ who, body }) => {
      const about = who.agentId ? await knownOf(db, { workspaceId: who.workspaceId, agentId: who.agentId }) : [];
      const { score, advice } = await judgePassword(body.password, about);
      return { score, advice: [...advice] };
    },
  );
};

const showPasskey = ({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

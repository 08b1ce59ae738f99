import { z } from 'zod';
import { Id, Instant } from './common.ts';

/**
 * Signing in, all public, all but the first changing something:
 *
 *   GET  /api/sign-in/options?workspace=&problem=   what is offered here; `problem` is the code that came back in the address
 *   POST /api/session                     SignIn            -> SignedIn
 *   POST /api/session/link                SignInByLink      -> SignedIn
 *   POST /api/session/second-factor       SecondFactorByCode -> SignedIn
 *   POST /api/session/passkey/ask         PasskeyAsk        -> PasskeyAsked
 *   POST /api/session/passkey             PasskeyAnswer     -> SignedIn
 *   POST /api/session/oidc                AskOidc           -> OidcAsked, whose `url` the page then opens. It comes back
 *                                         to `back`, or to /sign-in?problem=CODE
 *   POST /api/invitation                  SignInByLink      -> Invitation; nothing is spent
 *   POST /api/invitation/accept           AcceptInvitation  -> SignedIn; without a password a passkey is added right after
 *   POST /api/invitation/password-strength AskInvitedPasswordStrength -> PasswordStrength
 *
 * One's own, signed in:
 *
 *   PATCH /api/me PatchMe, GET /api/me/security MySecurity, POST /api/password-strength AskPasswordStrength
 *   POST /api/me/totp ReassureToAdd -> TotpStarted, PUT /api/me/totp TotpConfirm -> RecoveryCodes (empty when there are some already)
 *   POST /api/me/totp/remove Reassure, POST /api/me/recovery-codes Reassure -> RecoveryCodes
 *   POST /api/me/passkeys/ask ReassureToAdd -> PasskeyAsked, POST /api/me/passkeys NewPasskey -> Passkey
 *   PATCH /api/me/passkeys/:id PatchPasskey -> Passkey, POST /api/me/passkeys/:id/remove Reassure
 *   GET and DELETE /api/me/sessions (DELETE: all the others), DELETE /api/me/sessions/:id
 *
 * Of others (agents.manage): POST and DELETE /api/agents/:id/invitation, GET and DELETE /api/agents/:id/sessions,
 * DELETE /api/agents/:id/second-factor. Of the workspace (security.manage): GET and PATCH /api/security/policy,
 * GET and POST /api/security/oidc, PATCH and DELETE /api/security/oidc/:id.
 */

/** What a password was followed by: a second step is wanted. `ticket` is shown to nobody and lasts five minutes. */
export const SignedIn = z.discriminatedUnion('step', [
  z.object({ step: z.literal('done') }),
  z.object({
    step: z.literal('second_factor'),
    ticket: z.string(),
    ways: z.array(z.enum(['totp', 'passkey', 'recovery_code'])),
  }),
]);
/** What may be done before signing in here. */
export const SignInOptions = z.object({
  workspace: z.object({ slug: z.string(), name: z.string(), isPractice: z.boolean() }).nullable(),
  password: z.boolean(),
  passkey: z.boolean(),
  oidc: z.array(z.object({ id: Id, name: z.string() })),
  problem: z.string().nullable().describe('The words for the code that single sign-on came back with'),
});
export const SignInOptionsQuery = z.object({
  workspace: z.string().max(100).optional(),
  problem: z.string().max(60).optional(),
});
export const SecondFactorByCode = z.object({ ticket: z.string().max(300), code: z.string().trim().min(6).max(40) });
/** WebAuthn's own JSON, made and read by the browser library. */
export const WebAuthnJson = z.record(z.string(), z.unknown());
export const PasskeyAsked = z.object({ ticket: z.string(), options: WebAuthnJson });
export const PasskeyAnswer = z.object({ ticket: z.string().max(300), response: WebAuthnJson });
export const PasskeyAsk = z.object({
  ticket: z.string().max(300).optional().describe('After a password; alone without'),
});

export const AskOidc = z.object({
  id: Id,
  workspace: z.string().max(100).optional(),
  back: z.string().max(2000).optional().describe('A path of the desk to come back to'),
});
export const OidcAsked = z.object({ url: z.string() });

/** What an invited person is shown before they come in. */
export const Invitation = z.object({
  name: z.string(),
  email: z.string(),
  workspace: z.object({ slug: z.string(), name: z.string() }),
  expiresAt: Instant,
  isInvitation: z.boolean().describe('False: a link for somebody who was here before. It just signs in'),
  password: z.boolean().describe('False: passwords are off here, a passkey is wanted'),
});
export const AcceptInvitation = z.object({
  token: z.string().min(10).max(200),
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  password: z.string().min(10, 'Use at least 10 characters.').max(1000).optional(),
});
export const PatchMe = z.object({ name: z.string().trim().min(1, 'A name is needed.').max(100) });

export const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export const MySecurity = z.object({
  hasPassword: z.boolean(),
  totp: z.object({ since: Instant }).nullable(),
  recoveryCodesLeft: z.number(),
  passkeys: z.array(Passkey),
  addsFreelyUntil: Instant.nullable().describe(
    'They came in by a one-time link: until then a way in is added without showing oneself again',
  ),
  isSecondFactorRequired: z.boolean().describe('The workspace wants one of everybody'),
});
/** The secret is shown until it was confirmed with a code. */
export const TotpStarted = z.object({ secret: z.string(), uri: z.string(), svg: z.string().describe('The QR code') });
export const TotpConfirm = z.object({ code: z.string().trim().min(6).max(10) });
export const RecoveryCodes = z.object({ codes: z.array(z.string()).describe('Shown once') });
/**
 * Who takes protection away shows once more who they are: by password, or by a code of their second factor. Who has
 * neither must have signed in within the last ten minutes (`sign_in_again` otherwise).
 */
export const Reassure = z.object({
  password: z.string().max(1000).optional(),
  code: z.string().trim().max(40).optional(),
});
/** The same of whoever adds a way in, but that a one-time link of the last ten minutes is proof enough. */
export const ReassureToAdd = Reassure.nullish();
export const NewPasskey = PasskeyAnswer.extend({ name: z.string().trim().min(1, 'A name is needed.').max(60) });

export const PatchPasskey = NewPasskey.pick({ name: true });

/** 0 (at once) to 4 (hard); below 3 is refused. `advice` is for people. */
export const PasswordStrength = z.object({ score: z.number().int().min(0).max(4), advice: z.array(z.string()) });
export const AskPasswordStrength = z.object({ password: z.string().max(1000) });
export const AskInvitedPasswordStrength = AskPasswordStrength.extend({ token: z.string().min(10).max(200) });

export const OidcProvider = z.object({
  id: Id,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  redirectUri: z.string().describe('To be entered at the provider'),
  mayJoin: z.boolean().describe('Whoever signs in there and is not here yet becomes an agent'),
  domains: z.array(z.string()).describe('Only addresses of these; empty: any that the provider calls verified'),
  isEnabled: z.boolean(),
});
export const OidcProviderList = z.object({ items: z.array(OidcProvider) });
export const NewOidcProvider = z.object({
  id: Id,
  name: z.string().trim().min(1, 'A name is needed.').max(60),
  issuer: z.url(),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: z.string().max(1000).optional(),
  mayJoin: z.boolean().default(false),
  domains: z.array(z.string().trim().toLowerCase().max(253)).max(50).default([]),
});
export const PatchOidcProvider = NewOidcProvider.omit({ id: true })
  .partial()
  .extend({ isEnabled: z.boolean().optional() });
export const SecurityPolicy = z.object({
  requireSecondFactor: z.boolean(),
  sessionDays: z.number().int().min(1).max(90).describe('Signed out after so many days without use'),
  allowPasswords: z.boolean().describe('False: only single sign-on, passkeys and one-time links'),
});
export const PatchSecurityPolicy = SecurityPolicy.partial();
export type SignedIn = z.infer<typeof SignedIn>;
export type SignInOptions = z.infer<typeof SignInOptions>;
export type MySecurity = z.infer<typeof MySecurity>;
export type Passkey = z.infer<typeof Passkey>;
export type OidcProvider = z.infer<typeof OidcProvider>;
export type SecurityPolicy = z.infer<typeof SecurityPolicy>;
export type Invitation = z.infer<typeof Invitation>;

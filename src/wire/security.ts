import { z } from 'zod';
import { Id, Instant } from './common.ts';

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
});
export const SecondFactorByCode = z.object({ ticket: z.string().max(300), code: z.string().trim().min(6).max(40) });
/** WebAuthn's own JSON, made and read by the browser library. */
export const WebAuthnJson = z.record(z.string(), z.unknown());
export const PasskeyAsked = z.object({ ticket: z.string(), options: WebAuthnJson });
export const PasskeyAnswer = z.object({ ticket: z.string().max(300), response: WebAuthnJson });
export const PasskeyAsk = z.object({
  ticket: z.string().max(300).optional().describe('After a password; alone without'),
});

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
  isSecondFactorRequired: z.boolean().describe('The workspace wants one of everybody'),
});
/** The secret is shown until it was confirmed with a code. */
export const TotpStarted = z.object({ secret: z.string(), uri: z.string(), svg: z.string().describe('The QR code') });
export const TotpConfirm = z.object({ code: z.string().trim().min(6).max(10) });
export const RecoveryCodes = z.object({ codes: z.array(z.string()).describe('Shown once') });
/** Who takes protection away shows once more who they are. */
export const Reassure = z.object({
  password: z.string().max(1000).optional(),
  code: z.string().trim().max(40).optional(),
});
export const NewPasskey = PasskeyAnswer.extend({ name: z.string().trim().min(1, 'A name is needed.').max(60) });

/** 0 (at once) to 4 (hard); below 3 is refused. `advice` is for people. */
export const PasswordStrength = z.object({ score: z.number().int().min(0).max(4), advice: z.array(z.string()) });
export const AskPasswordStrength = z.object({ password: z.string().max(1000) });

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

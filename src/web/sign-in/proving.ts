import type { z } from 'zod';
import type { PasskeyAsked, SignedIn } from '../../wire/security.ts';
import { call } from '../api/call.ts';
import { inPasskeyWords } from './passkey-words.ts';

export type SecondStepAsked = Extract<SignedIn, { step: 'second_factor' }>;

/** Every way through the door ends in the same answer: done, or a second step is wanted. */
export const byPassword = (email: string, password: string) =>
  call<SignedIn>('POST', '/api/session', { email, password });
export const byLink = (token: string) => call<SignedIn>('POST', '/api/session/link', { token });
export const byCode = (ticket: string, code: string) =>
  call<SignedIn>('POST', '/api/session/second-factor', { ticket, code });
export const askOidc = (id: string, back: string) => call<{ url: string }>('POST', '/api/session/oidc', { id, back });

/** By passkey: alone, or after a password when there is a ticket. */
export async function byPasskey(ticket?: string, isAutofill = false): Promise<SignedIn> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const asked = await call<z.infer<typeof PasskeyAsked>>('POST', '/api/session/passkey/ask', ticket ? { ticket } : {});
  const response = await startAuthentication({
    optionsJSON: asked.options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'],
    useBrowserAutofill: isAutofill,
  }).catch(inPasskeyWords);
  return call<SignedIn>('POST', '/api/session/passkey', { ticket: asked.ticket, response });
}

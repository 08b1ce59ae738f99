import type { z } from 'zod';
import type { Passkey, PasskeyAsked } from '../../wire/security.ts';
import { call } from '../api/call.ts';
import type { Proof } from '../settings/sign-in/proof.tsx';
import { inPasskeyWords } from './passkey-words.ts';

/** Makes a passkey on this device and tells the server its public half. */
export async function addPasskey(name: string, proof: Proof = {}): Promise<Passkey> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const asked = await call<z.infer<typeof PasskeyAsked>>('POST', '/api/me/passkeys/ask', proof);
  const response = await startRegistration({
    optionsJSON: asked.options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'],
  }).catch(inPasskeyWords);
  return call<Passkey>('POST', '/api/me/passkeys', { ticket: asked.ticket, response, name });
}

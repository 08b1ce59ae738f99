import { inWords } from '../api/call.ts';
import { t } from '../text/t.ts';

/** Why a passkey did not work, for people. The browser says "not allowed" for a person who changed their mind, too. */
export function passkeyWords(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return t('passkey.stopped');
  if (name === 'InvalidStateError') return t('passkey.known');
  if (name === 'SecurityError') return t('passkey.address');
  return inWords(error);
}

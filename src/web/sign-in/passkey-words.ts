import { t } from '../text/t.ts';

const WORDS = {
  NotAllowedError: 'passkey.stopped',
  AbortError: 'passkey.stopped',
  InvalidStateError: 'passkey.known',
  SecurityError: 'passkey.address',
} as const;

/**
 * Why a passkey did not work, for people: the browser's own words are for programmers. It says "not allowed" of a
 * person who changed their mind, too.
 */
export function inPasskeyWords(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (Object.hasOwn(WORDS, name)) throw new Error(t(WORDS[name as keyof typeof WORDS]), { cause: error });
  throw error;
}

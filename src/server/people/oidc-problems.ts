/** What single sign-on can come back with. The address carries the code alone: words in it could be anybody's. */
const WORDS = {
  sign_in_cancelled: 'Signing in was cancelled.',
  sign_in_expired: 'That took too long. Try again.',
  provider_off: 'This way of signing in is switched off here.',
  provider_unreachable: 'The sign-in provider does not answer. Try again in a moment, or sign in another way.',
  provider_refused:
    'The sign-in provider refused, or what it answered could not be verified. Try again, or ask an admin.',
  email_missing: 'The sign-in provider did not say what your e-mail address is. Ask an admin.',
  email_not_verified: 'The sign-in provider has not verified your e-mail address. Verify it there and try again.',
  domain_not_allowed: 'Your e-mail address is not of a domain that may sign in here.',
  not_invited: 'You are signed in there, but nobody has invited this address here. Ask an admin.',
  not_vouched:
    'An owner has to save this sign-in provider again before it may sign you in. Use another way until then.',
  already_joined: 'You came from another account of this provider before. Ask an admin.',
  deactivated: 'Your account here is deactivated. Ask an admin.',
} as const;
export type OidcProblem = keyof typeof WORDS;

export function isOidcProblem(code: string): code is OidcProblem {
  return Object.hasOwn(WORDS, code);
}

export function problemInWords(code: string): string {
  return isOidcProblem(code) ? WORDS[code] : 'Signing in did not work. Try again.';
}

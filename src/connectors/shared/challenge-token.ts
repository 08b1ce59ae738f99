/** Letters, digits and what base64 and UUIDs are made of, at most so many. */
const TOKEN = /^[\w+/=.~-]{1,256}$/;

/**
 * Whether a challenge is a token and nothing else. Whoever asks is nobody we know, and the answer is made with the secret
 * by which events are signed: an answer to a challenge that is an event would be its signature.
 */
export const isChallengeToken = (given: string | undefined): given is string =>
  given !== undefined && TOKEN.test(given);

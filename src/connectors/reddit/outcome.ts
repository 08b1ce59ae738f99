import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { RedditFailure } from './api.ts';

type Bad = Exclude<SendOutcome, { kind: 'accepted' }>;
const NO_WORD_WAIT_MS = 30_000;
const SLOW_DOWN_MS = 60_000;

/** Reddit's codes. Source: long-known behaviour of the API; noted 2026-11. */
const REASONS: Readonly<Record<string, readonly [RefusalReason, string?]>> = {
  login: ['needs_login'],
  USER_REQUIRED: ['needs_login'],
  THREAD_LOCKED: ['not_allowed', 'The moderators have locked this thread; nobody can answer in it.'],
  TOO_OLD: ['not_allowed', 'This post is archived; Reddit takes no answers to it any more.'],
  SUBREDDIT_NOTALLOWED: ['not_allowed', 'The account may not write in this subreddit.'],
  BANNED_FROM_SUBREDDIT: ['not_allowed', 'The account is banned from this subreddit.'],
  SUBREDDIT_OUTBOUND_LINKING_DISALLOWED: ['not_allowed'],
  USER_BLOCKED: ['blocked', 'This person has blocked the account.'],
  USER_BLOCKED_MESSAGE: ['blocked', 'This person has blocked the account.'],
  INVALID_USER: ['person_unavailable'],
  DELETED_COMMENT: ['gone'],
  DELETED_LINK: ['gone', 'The post is not there any more.'],
  NO_THING_ID: ['gone'],
  TOO_LONG: ['too_long'],
  NO_TEXT: ['other', 'An answer needs words.'],
  private: ['not_allowed', 'The subreddit is private, and the account is not among its members.'],
  banned: ['not_allowed', 'Reddit has closed the subreddit.'],
  quarantined: ['not_allowed', 'The subreddit is quarantined; the account would have to agree to see it first.'],
};
const WORDS: Readonly<Partial<Record<RefusalReason, string>>> = {
  needs_login:
    'Reddit does not accept the login of this inbox any more. Sign in again and enter the new refresh token in its settings.',
  gone: 'It is not there any more.',
  not_allowed:
    'Reddit does not let the account do that here: it is banned, not a moderator, or the place is closed to it.',
};

export const refused = (reason: RefusalReason, detail: string): SendOutcome & { kind: 'refused' } => ({
  kind: 'refused',
  reason,
  detail,
});

/** Of a call that writes. `canRepeat`: doing it twice does no harm, so it needs no looking for. */
export function outcomeOf(failure: RedditFailure, canRepeat = false): Bad {
  const { status, message, afterMs, isPerhapsDone } = failure;
  const wait = waitOf(failure);
  if (wait) return { kind: 'try_later', ...wait };
  if (isPerhapsDone && !canRepeat) return { kind: 'unknown', detail: message };
  if (isPerhapsDone || status === 0 || status >= 500 || status === 408)
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: message };
  const [meaning, words] = meaningOf(failure);
  return refused(meaning, words ?? WORDS[meaning] ?? message);
}

function meaningOf({ status, reason }: RedditFailure): readonly [RefusalReason, string?] {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (known) return known;
  if (status === 401) return ['needs_login'];
  if (status === 404) return ['gone'];
  return [status === 403 ? 'not_allowed' : 'other'];
}

/** New accounts and such with little karma are slowed down by the minute. */
function waitOf({ status, reason, message, afterMs }: RedditFailure): { afterMs: number; detail: string } | null {
  if (reason === 'RATELIMIT') return { afterMs: afterMs ?? SLOW_DOWN_MS, detail: message };
  return status === 429 ? { afterMs: afterMs ?? SLOW_DOWN_MS, detail: 'Reddit asks to slow down.' } : null;
}

/** Of a call that reads. */
export function troubleOf(failure: RedditFailure): Trouble {
  const wait = waitOf(failure);
  if (wait) return new Trouble('limited', wait.detail, wait.afterMs);
  if (meaningOf(failure)[0] === 'needs_login') return new Trouble('needs_login', WORDS.needs_login ?? failure.message);
  return new Trouble('unavailable', failure.message, failure.afterMs);
}

import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import { isQuotaOver, type YouTubeFailure } from './api.ts';
import { nextPacificMidnight } from './pacific.ts';

type Bad = Exclude<SendOutcome, { kind: 'accepted' }>;
const NO_WORD_WAIT_MS = 30_000;
const SLOW_DOWN_MS = 60_000;

/** Google's reasons. Source: "Errors", developers.google.com/youtube/v3/docs/errors; read 2026-11. */
const REASONS: Readonly<Record<string, readonly [RefusalReason, string?]>> = {
  authError: ['needs_login'],
  login: ['needs_login'],
  authorizationRequired: ['needs_login'],
  UNAUTHENTICATED: ['needs_login'],
  insufficientPermissions: ['needs_login', 'The sign-in did not allow youtube.force-ssl. Sign in again and allow it.'],
  youtubeSignupRequired: ['needs_login', 'The Google account has no YouTube channel.'],
  accessNotConfigured: [
    'not_allowed',
    'The YouTube Data API v3 is not enabled in the Google Cloud project. Enable it under APIs & Services, Library.',
  ],
  ineligibleAccount: [
    'not_allowed',
    'The account cannot comment: its YouTube channel is not complete or is suspended.',
  ],
  commentsDisabled: ['not_allowed', 'Comments are switched off for this video.'],
  forbidden: ['not_allowed', 'YouTube does not let this channel do that here.'],
  parentCommentIsPrivate: ['not_allowed', 'The comment is not public, and cannot be answered until it is published.'],
  operationNotSupported: ['not_allowed', 'YouTube does not support this for this comment.'],
  banWithoutReject: ['not_allowed'],
  commentTextTooLong: ['too_long'],
  commentTextRequired: ['other', 'An answer needs words.'],
  parentIdMissing: ['other'],
  parentCommentNotFound: ['gone'],
  commentNotFound: ['gone'],
  commentThreadNotFound: ['gone'],
  videoNotFound: ['gone', 'The video is not there any more.'],
  channelNotFound: ['gone'],
};
const WORDS: Readonly<Partial<Record<RefusalReason, string>>> = {
  needs_login:
    'Google does not accept the login of this inbox any more. Sign in again and enter the new refresh token in its settings.',
  gone: 'The comment is not there any more.',
};
const QUOTA_OVER =
  'The quota of the Google Cloud project is used up for today. It begins anew at midnight Pacific time.';

export const refused = (reason: RefusalReason, detail: string): SendOutcome & { kind: 'refused' } => ({
  kind: 'refused',
  reason,
  detail,
});

/** Of a call that writes. `canRepeat`: doing it twice does no harm, so it needs no looking for. */
export function outcomeOf(failure: YouTubeFailure, now: Date, canRepeat = false): Bad {
  const wait = waitOf(failure, now);
  if (wait) return { kind: 'try_later', ...wait };
  const { status, reason, message, afterMs, isPerhapsDone } = failure;
  // "failed to process": Google does not say whether in part
  const isOpen = isPerhapsDone || reason === 'processingFailure';
  if (isOpen && !canRepeat) return { kind: 'unknown', detail: message };
  if (isOpen || status === 0 || status >= 500 || status === 408)
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: message };
  const [meaning, words] = meaningOf(failure);
  return refused(meaning, words ?? WORDS[meaning] ?? message);
}

/** Of a call before the one that writes: whatever became of it, nothing was sent yet. */
export const outcomeBeforeSend = (failure: YouTubeFailure, now: Date): Bad => outcomeOf(failure, now, true);

export function isGone(failure: YouTubeFailure): boolean {
  return meaningOf(failure)[0] === 'gone';
}

function meaningOf({ status, reason }: YouTubeFailure): readonly [RefusalReason, string?] {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (known) return known;
  if (status === 401) return ['needs_login'];
  if (status === 404) return ['gone'];
  return [status === 403 ? 'not_allowed' : 'other'];
}

function waitOf(failure: YouTubeFailure, now: Date): { afterMs: number; detail: string } | null {
  if (isQuotaOver(failure)) return { afterMs: nextPacificMidnight(now).getTime() - now.getTime(), detail: QUOTA_OVER };
  const isSlow = failure.status === 429 || /ratelimitexceeded|resource_exhausted/i.test(failure.reason);
  return isSlow ? { afterMs: failure.afterMs ?? SLOW_DOWN_MS, detail: 'YouTube asks to slow down.' } : null;
}

/** Of a call that reads. */
export function troubleOf(failure: YouTubeFailure, now: Date): Trouble {
  const wait = waitOf(failure, now);
  if (wait) return new Trouble('limited', wait.detail, wait.afterMs);
  const [meaning, words] = meaningOf(failure);
  if (meaning === 'needs_login') return new Trouble('needs_login', words ?? WORDS.needs_login ?? failure.message);
  if (failure.reason === 'accessNotConfigured') return new Trouble('misconfigured', words ?? failure.message);
  return new Trouble('unavailable', failure.message, failure.afterMs);
}

import { Trouble } from '../../core/channel/connector.ts';
import type { SendOutcome } from '../../core/channel/outgoing.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import type { Failed, Failure } from './api.ts';

const COME_AGAIN_MS = 15_000;
const SLOW_DOWN_MS = 60_000;

export const NEEDS_LOGIN =
  'The server does not accept the access token of this inbox any more. Make a new one there under Preferences, Development, and enter it in the settings of the inbox.';

/** What the server's words and numbers mean. Source: Mastodon 4.6 documentation and its messages, read 2026-11. */
function judge({ status, message }: Failure): Refusal {
  const said = message || `error ${status}`;
  if (status === 401) return refused('needs_login', NEEDS_LOGIN);
  if (status === 403 && /scope/i.test(message))
    return refused(
      'needs_login',
      'The access token of this inbox does not allow this. Make one with the scopes that the set-up page names.',
    );
  if (status === 403 && /login is currently disabled|suspended/i.test(message))
    return refused('not_allowed', `The server has closed the account for now: ${said}`);
  if (status === 404 || status === 410)
    return refused('gone', 'The post is not there any more, or the account may not see it.');
  if (/character limit|too long/i.test(message)) return refused('too_long', `The server says: ${said}`);
  if (status === 413 || /file|media|attach/i.test(message))
    return refused('bad_attachment', `The server says: ${said}`);
  return refused(status === 403 ? 'not_allowed' : 'other', `The server says: ${said}`);
}

/**
 * Of a call that makes something.
 *
 * @param isHarmlessTwice doing it again changes nothing, so a lost answer is no doubt but a reason to try again
 */
export function outcomeOf(failure: Failed, isHarmlessTwice: boolean): Exclude<SendOutcome, { kind: 'accepted' }> {
  const later = (detail: string, afterMs = COME_AGAIN_MS) => ({ kind: 'try_later', afterMs, detail }) as const;
  if (failure.kind === 'lost')
    return !failure.isSent || isHarmlessTwice ? later(failure.detail) : { kind: 'unknown', detail: failure.detail };
  if (failure.status === 429) return later('The server asks to slow down.', failure.afterMs ?? SLOW_DOWN_MS);
  if (failure.status >= 500) {
    const detail = `The server has trouble of its own (${failure.status}).`;
    return isHarmlessTwice ? later(detail) : { kind: 'unknown', detail };
  }
  // A page of something that stands before the server says nothing about what became of the call.
  if (failure.status < 400) return later('The server sends us elsewhere. Check its address.');
  return judge(failure);
}

/** Of a call that reads. */
export function troubleOf(failure: Failed): Trouble {
  if (failure.kind === 'lost') return new Trouble('unavailable', failure.detail);
  const { status, message, afterMs } = failure;
  if (status === 429) return new Trouble('limited', 'The server asks to slow down.', afterMs ?? SLOW_DOWN_MS);
  if (status === 401) return new Trouble('needs_login', NEEDS_LOGIN);
  if (status === 403)
    return new Trouble('needs_login', `The server does not allow this: ${message || 'no reason given'}.`);
  if (status === 404)
    return new Trouble('misconfigured', 'The server does not know this call: it does not speak the API of Mastodon.');
  return new Trouble('unavailable', `The server says: ${message || `error ${status}`}.`, afterMs);
}

import { Trouble } from '../../core/channel/connector.ts';
import type { SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import type { LineError, LineFailure } from './call.ts';

export const NEEDS_LOGIN =
  'LINE does not take the channel ID and secret of this inbox any more: fill in the present ones in its settings.';
const QUOTA_USED =
  'The account has used up the messages that its plan has for this month. Change the plan in the LINE Official Account Manager, or wait for the next month.';
const MINUTE_MS = 60_000;
const UNREACHED_WAIT_MS = 15_000;
/** A key is good for 24 hours; an hour is left for clocks and slow answers. Source: LINE, "Retry failed requests". */
const KEY_IS_GOOD_MS = 23 * 3_600_000;
/** Shorter than anybody goes on trying: what may have been sent must not end as certainly not sent. */
const ASKED_AGAIN_MS = 5 * 3_600_000;

/** The same number says "slow down" and "no more this month": the words make the difference. */
export const isQuotaUsed = ({ status, message }: LineError): boolean =>
  status === 429 && /monthly limit/i.test(message);

/**
 * What became of a push. Whatever LINE answers by a number below 500 was certainly not sent, 409 apart, which is
 * looked at before. An answer that was lost may be asked for again under the same key.
 *
 * @param ageMs since the act was made, and so at least since its key was first used
 */
export function outcomeOf(failed: LineFailure, ageMs: number): SendOutcome {
  if (failed.kind === 'lost') {
    if (!failed.isSent) return { kind: 'try_later', afterMs: UNREACHED_WAIT_MS, detail: failed.detail };
    return ageMs < ASKED_AGAIN_MS
      ? {
          kind: 'try_later',
          afterMs: UNREACHED_WAIT_MS,
          detail: `${failed.detail} It is tried again in a way that cannot bring it there twice.`,
        }
      : { kind: 'unknown', detail: `${failed.detail} It may have been sent.` };
  }
  const { status, message, waitMs } = failed;
  if (isQuotaUsed(failed)) return refused('not_allowed', QUOTA_USED);
  if (status === 429)
    return { kind: 'try_later', afterMs: waitMs ?? MINUTE_MS, detail: 'LINE takes no more calls just now.' };
  if (status === 401) return refused('needs_login', NEEDS_LOGIN);
  if (status === 403) return refused('not_allowed', `LINE does not allow this account to do that${said(failed)}.`);
  if (status === 404) return refused('gone', `LINE does not know this chat any more${said(failed)}.`);
  if (status === 400 && /failed to send/i.test(message))
    return refused(
      'person_unavailable',
      'LINE cannot reach this person: they are no friend of the account, or have blocked it.',
    );
  return refused('other', `LINE did not take the message${said(failed)}.`);
}

/**
 * What was said to a second asking, after the answer to the first was lost. What LINE looks at before the key (the
 * login, the month's messages) says nothing of what the first did. Only a login is waited for, and then asked again
 * under the same key.
 */
export function inDoubt(second: SendOutcome, ageMs: number): SendOutcome {
  const isAskedAgain = second.kind === 'try_later' || (second.kind === 'refused' && second.reason === 'needs_login');
  if (second.kind === 'accepted' || second.kind === 'unknown' || (isAskedAgain && ageMs < ASKED_AGAIN_MS))
    return second;
  return { kind: 'unknown', detail: `It may have been sent before this: ${second.detail}` };
}

/** Whether the key may have been used so long ago that LINE has forgotten it. */
export const isKeyForgotten = (ageMs: number): boolean => ageMs >= KEY_IS_GOOD_MS;

function said({ message, details }: LineError): string {
  const words = [message, ...details].filter(Boolean).join('; ');
  return words ? `: ${words.slice(0, 300)}` : '';
}

/** For lookups and pulls: what is worth trying again is thrown, what is not there is null. */
export function nothingOr(failed: LineFailure): null {
  if (failed.kind === 'lost') throw new Trouble('unavailable', failed.detail);
  const { status, waitMs } = failed;
  if (status === 404 || status === 410) return null;
  if (status === 401) throw new Trouble('needs_login', NEEDS_LOGIN);
  if (status === 429) throw new Trouble('limited', 'LINE takes no more calls just now.', waitMs ?? MINUTE_MS);
  if (status === 403)
    throw new Trouble('misconfigured', `LINE does not allow this account to ask that${said(failed)}.`);
  throw new Trouble('unavailable', `LINE answered ${status}${said(failed)}.`);
}

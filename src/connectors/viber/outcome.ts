import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ViberAnswer } from './call.ts';

type Failed = Exclude<ViberAnswer, { kind: 'ok' }>;

export const BAD_TOKEN = 2;
const TOO_MANY = 12;
const HOUR_MS = 3_600_000;
/** A general error is tried so many times. */
const PATIENCE = 3;
const GENERAL_WAIT_MS = 30_000;
const UNREACHED_WAIT_MS = 15_000;

const UNAVAILABLE =
  'This person is not subscribed: they left the chat or have not written yet. Viber lets nobody write to them until they write.';
const UNANSWERED =
  'This person got 100 messages within the hour without answering. Viber takes the next ones from the next full hour on, or once they answer.';
const SUPPORT = 'Ask Viber’s support, or your partner there.';

/** Numbers up to 20 as documented, 21 to 24 from memory. Source: Viber REST Bot API, "Error codes"; read 2026-11. */
const REFUSED: Readonly<Record<number, readonly [RefusalReason, string]>> = {
  1: ['other', 'Viber did not take an address in it.'],
  2: ['needs_login', 'Viber no longer accepts the token of this bot: fill in the present one in the inbox’s settings.'],
  3: ['other', 'Viber did not understand the message.'],
  4: ['other', 'Viber misses something in the message.'],
  5: ['person_unavailable', 'This person has no account on Viber any more.'],
  6: ['person_unavailable', UNAVAILABLE],
  7: ['not_allowed', `Viber has blocked this bot. ${SUPPORT}`],
  8: ['needs_login', 'Viber knows no bot with this token: fill in the present one in the inbox’s settings.'],
  9: ['not_allowed', `Viber has suspended this bot. ${SUPPORT}`],
  10: ['other', 'Viber sends nothing for a bot without a webhook: test the inbox in its settings, then try again.'],
  11: ['person_unavailable', 'None of this person’s devices can show such a message: send it as plain text.'],
  13: ['other', 'Viber does not know this version of its own interface.'],
  14: ['other', 'Viber does not take this message in this version of its interface.'],
  15: ['not_allowed', `Viber does not allow this bot to send. ${SUPPORT}`],
  16: ['not_allowed', 'Viber does not allow an answer in this chat.'],
  17: ['not_allowed', 'Viber does not allow this bot to do that.'],
  18: ['not_allowed', 'This bot has no public chat.'],
  19: ['not_allowed', 'Viber could not send it.'],
  20: ['not_allowed', 'Viber does not allow this bot to send to many.'],
  21: ['not_allowed', 'Viber does not allow it in the country of this person.'],
  22: ['not_allowed', 'Viber does not allow payments here.'],
  23: ['not_allowed', 'The free messages of this month are used up. Viber sends more only on a paid plan.'],
  24: ['not_allowed', 'The balance of this Viber account is used up: fill it up at your Viber partner.'],
};

/** What became of a message. Whatever Viber answers by a number was certainly not sent. */
export function outcomeOf(failed: Failed, attempt: number, now: Date): SendOutcome {
  if (failed.kind === 'lost') {
    return failed.isSent
      ? { kind: 'unknown', detail: `${failed.detail} It may have been sent.` }
      : { kind: 'try_later', afterMs: UNREACHED_WAIT_MS, detail: failed.detail };
  }
  const { status, message } = failed;
  // It concerns this person alone: to wait would hold up everybody else's answers.
  if (status === TOO_MANY && /without reply/i.test(message))
    return { kind: 'refused', reason: 'not_allowed', detail: UNANSWERED };
  if (status === TOO_MANY)
    return { kind: 'try_later', afterMs: toNextHour(now), detail: 'Viber takes no more messages in this hour.' };
  const known = Object.hasOwn(REFUSED, status) ? REFUSED[status] : undefined;
  if (known) return { kind: 'refused', reason: known[0], detail: withWords(known[1], status, message) };
  const detail = `Viber could not do it (${message || 'no reason given'}, number ${status}).`;
  if (attempt < PATIENCE) return { kind: 'try_later', afterMs: GENERAL_WAIT_MS, detail };
  return { kind: 'refused', reason: 'other', detail };
}

const SELF_EXPLAINING = new Set([2, 5, 6, 7, 8, 9, 10, 15, 23, 24]);
const withWords = (sentence: string, status: number, message: string) =>
  SELF_EXPLAINING.has(status) || message === '' ? sentence : `${sentence} Viber says: ${message}.`;

/** The count of unanswered messages starts anew with the clock hour. */
const toNextHour = (now: Date) => HOUR_MS - (now.getTime() % HOUR_MS);

/** For lookups: what is worth trying again is thrown, what is not there is null. */
export function nothingOr(failed: Failed): null {
  if (failed.kind === 'lost') throw new Trouble('unavailable', failed.detail);
  if (failed.status === TOO_MANY)
    throw new Trouble('limited', 'Viber tells who somebody is only twice in 12 hours.', 12 * HOUR_MS);
  const known = REFUSED[failed.status];
  if (known?.[0] === 'needs_login') throw new Trouble('needs_login', known[1]);
  if (known?.[0] === 'person_unavailable') return null;
  throw new Trouble('unavailable', known?.[1] ?? `Viber could not do it (${failed.message}, number ${failed.status}).`);
}

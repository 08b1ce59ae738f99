import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import type { XrpcFailure } from './xrpc.ts';

const NO_WORD_WAIT_MS = 30_000;

/** What the network's own names mean for an act. Source: lexicons and the reference server 0.6.7, read 2026-11-22. */
const REASONS: Readonly<Record<string, RefusalReason>> = {
  ExpiredToken: 'needs_login',
  InvalidToken: 'needs_login',
  AuthMissing: 'needs_login',
  AuthenticationRequired: 'needs_login',
  AuthFactorTokenRequired: 'needs_login',
  AccountTakedown: 'not_allowed',
  AccountDeactivated: 'not_allowed',
  AccountSuspended: 'not_allowed',
  AccountNotFound: 'not_allowed',
  BlobTooLarge: 'bad_attachment',
  InvalidMimeType: 'bad_attachment',
  PayloadTooLarge: 'bad_attachment',
  BlobNotFound: 'bad_attachment',
  RecordNotFound: 'gone',
  InvalidConvo: 'gone',
  ReplyTargetNotFound: 'gone',
  ConvoLocked: 'not_allowed',
  BlockedActor: 'blocked',
  BlockedSubject: 'blocked',
  MessagesDisabled: 'person_unavailable',
  NotFollowedBySender: 'person_unavailable',
  RecipientNotFound: 'person_unavailable',
};

const WORDS: Readonly<Partial<Record<RefusalReason, string>>> = {
  needs_login: 'Bluesky does not accept the login of this inbox any more. Enter a new app password in its settings.',
  blocked: 'One of the two accounts has blocked the other.',
  person_unavailable: 'This person does not take direct messages from the account.',
};

/** Of a call that makes something. */
export function outcomeOf(failure: XrpcFailure): Exclude<SendOutcome, { kind: 'accepted' }> {
  const { status, message, afterMs, isPerhapsDone } = failure;
  if (status === 429)
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: 'Bluesky asks to slow down.' };
  if (status === 0 || status >= 500) {
    if (isPerhapsDone) return { kind: 'unknown', detail: message };
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: message };
  }
  const reason = reasonOf(failure);
  return refused(reason, WORDS[reason] ?? message);
}

/** Of a call before the one that makes something: whatever became of it, nothing was sent yet. */
export const outcomeBeforeSend = (failure: XrpcFailure) => outcomeOf({ ...failure, isPerhapsDone: false });

function reasonOf({ status, error, message }: XrpcFailure): RefusalReason {
  if (/too (big|long|large)|maximum/i.test(message) && /text|grapheme/i.test(message)) return 'too_long';
  const reason = REASONS[error];
  if (reason) return reason;
  if (status === 401) return 'needs_login';
  if (status === 413) return 'bad_attachment';
  return status === 403 ? 'not_allowed' : 'other';
}

/** Of a call that reads. */
export function troubleOf(failure: XrpcFailure): Trouble {
  const { status, error, message, afterMs } = failure;
  if (status === 429) return new Trouble('limited', 'Bluesky asks to slow down.', afterMs ?? NO_WORD_WAIT_MS);
  const reason = reasonOf(failure);
  if (reason === 'needs_login') return new Trouble('needs_login', WORDS.needs_login ?? message);
  if (error.startsWith('Account'))
    return new Trouble('needs_login', `Bluesky has closed the account for now: ${message}`);
  if (error === 'ENOTFOUND')
    return new Trouble('misconfigured', 'There is no server under the address given in the settings.');
  return new Trouble('unavailable', message, afterMs);
}

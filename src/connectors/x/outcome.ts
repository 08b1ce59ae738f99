import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ApiFailure } from './api.ts';

const NO_WORD_WAIT_MS = 60_000;
/** Credits are added by a person: looked for again in a while. */
const NO_CREDIT_WAIT_MS = 15 * 60_000;

export const WORDS = {
  login:
    'X does not accept the keys of this inbox any more. Make a new access token in the developer console and enter it in the settings of the inbox.',
  credit: 'The credit of the X developer account is used up. Add credits at developer.x.com, Billing.',
  enrolled:
    'The app is not attached to a plan of the X developer account. Attach it at developer.x.com, or use the keys of one that is.',
  rights:
    'The access token has no right to do this. Set the app to "Read and write and Direct message", then make a new access token.',
  clock:
    'X does not accept the keys because the clock of this machine is more than five minutes off. Set the clock right.',
  slow: 'X asks to slow down.',
} as const;

export const refused = (reason: RefusalReason, detail: string): SendOutcome & { kind: 'refused' } => ({
  kind: 'refused',
  reason,
  detail,
});

/** Of a call that makes something. */
export function outcomeOf(failure: ApiFailure): Exclude<SendOutcome, { kind: 'accepted' }> {
  const { status, detail, afterMs, isPerhapsDone } = failure;
  const said = detail.slice(0, 300);
  if (status === 429) return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: WORDS.slow };
  if (isPerhapsDone) return { kind: 'unknown', detail: said };
  if (status === 0 || status >= 500 || status === 408)
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: said };
  switch (kindOf(failure)) {
    case 'login':
      return refused('needs_login', WORDS.login);
    case 'clock':
      return refused('other', WORDS.clock);
    case 'rights':
      return refused('needs_login', WORDS.rights);
    case 'enrolled':
      return refused('not_allowed', WORDS.enrolled);
    case 'credit':
      return refused('other', WORDS.credit);
    default:
      return refused(reasonOf(failure), said);
  }
}

/** Of a call before the one that makes something, or of one that changes nothing when it is made twice. */
export const outcomeBeforeSend = (failure: ApiFailure) => outcomeOf({ ...failure, isPerhapsDone: false });

function kindOf({ status, type, title, detail }: ApiFailure): Exclude<keyof typeof WORDS, 'slow'> | null {
  if (type === 'clock' || type === '135') return 'clock';
  if (status === 401 || type === '89' || type === '32') return 'login';
  if (status === 402 || type === 'credits' || title === 'CreditsDepleted') return 'credit';
  if (type === 'client-forbidden') return 'enrolled';
  if (type === 'unsupported-authentication' || type === 'oauth1-permissions' || /oauth1 app permissions/i.test(detail))
    return 'rights';
  return null;
}

function reasonOf({ status, detail, type }: ApiFailure): RefusalReason {
  if (/duplicate/i.test(detail)) return 'duplicate';
  if (/too long|length|280/i.test(detail) && /text|tweet|post/i.test(detail)) return 'too_long';
  if (/media/i.test(detail) && status === 400) return 'bad_attachment';
  if (status === 404 || type === 'resource-not-found' || /deleted or not visible/i.test(detail)) return 'gone';
  if (/block/i.test(detail)) return 'blocked';
  if (status === 413) return 'bad_attachment';
  return status === 403 ? 'not_allowed' : 'other';
}

/** Of a call that reads. */
export function troubleOf(failure: ApiFailure): Trouble {
  const { status, detail, afterMs } = failure;
  if (status === 429) return new Trouble('limited', WORDS.slow, afterMs ?? NO_WORD_WAIT_MS);
  switch (kindOf(failure)) {
    case 'login':
      return new Trouble('needs_login', WORDS.login);
    case 'clock':
      return new Trouble('misconfigured', WORDS.clock);
    case 'rights':
      return new Trouble('misconfigured', WORDS.rights, NO_CREDIT_WAIT_MS);
    case 'enrolled':
      return new Trouble('misconfigured', WORDS.enrolled, NO_CREDIT_WAIT_MS);
    case 'credit':
      return new Trouble('misconfigured', WORDS.credit, NO_CREDIT_WAIT_MS);
    default:
      return new Trouble('unavailable', detail, afterMs);
  }
}

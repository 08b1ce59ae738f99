import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { HttpAnswer } from './http.ts';
import { retryAfterMs } from './http.ts';
import { refused } from './refused.ts';

/** What became of one call to a network that answers in JSON and says with the status how it went. */
export type RestAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly headers: Headers; readonly json: unknown }
  | RestFailure;
export interface RestFailure {
  readonly kind: 'failed';
  /** 0: there was no answer. */
  readonly status: number;
  /** The network's own name of the error; empty when it gave none. */
  readonly code: string;
  readonly message: string;
  readonly afterMs?: number;
  /** Whether the call may have been carried out. */
  readonly isPerhapsDone: boolean;
}

/** What the body of a refusal says, as each network writes it. */
export type ReadError = (json: unknown) => { readonly code: string; readonly message: string };

export function restAnswerOf(answer: HttpAnswer, name: string, readError: ReadError, now: Date): RestAnswer {
  if (answer.kind === 'lost')
    return { kind: 'failed', status: 0, code: '', message: answer.detail, isPerhapsDone: answer.isSent };
  const { status, headers, json } = answer;
  if (status >= 200 && status < 300) return { kind: 'ok', status, headers, json };
  const { code, message } = readError(json);
  const afterMs = retryAfterMs(headers, now);
  return {
    kind: 'failed',
    status,
    code,
    message: message || `${name} answered ${status}.`,
    ...(afterMs === undefined ? {} : { afterMs }),
    isPerhapsDone: status >= 500 || status === 408,
  };
}

/** How one network's refusals are told. */
export interface RestWords {
  /** On screen: "Google Play". */
  readonly name: string;
  /** What to do when the login is no longer good. */
  readonly login: string;
  /** By the network's own names of errors; what is not here is decided by the status. */
  readonly reasons?: Readonly<Record<string, RefusalReason>>;
}

const NO_WORD_WAIT_MS = 60_000;

/** Of a call that makes or changes something. */
export function outcomeOf(failure: RestFailure, words: RestWords): Exclude<SendOutcome, { kind: 'accepted' }> {
  const { status, message, afterMs, isPerhapsDone } = failure;
  if (status === 429)
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: `${words.name} asks to slow down.` };
  if (status === 0 || status >= 500 || status === 408) {
    if (isPerhapsDone) return { kind: 'unknown', detail: message };
    return { kind: 'try_later', afterMs: afterMs ?? NO_WORD_WAIT_MS, detail: message };
  }
  const reason = reasonOf(failure, words);
  if (reason === 'needs_login') return refused(reason, loginWords(words));
  return refused(
    reason,
    reason === 'gone' ? `${words.name} does not find it: it is not there any more.` : said(failure, words),
  );
}

/** Of a call before the one that makes something: whatever became of it, nothing was sent yet. */
export const outcomeBeforeSend = (failure: RestFailure, words: RestWords) =>
  outcomeOf({ ...failure, isPerhapsDone: false }, words);

/** Of a call that reads. */
export function troubleOf(failure: RestFailure, words: RestWords): Trouble {
  const { status, message, afterMs } = failure;
  if (status === 429) return new Trouble('limited', `${words.name} asks to slow down.`, afterMs ?? NO_WORD_WAIT_MS);
  if (status === 0 || status >= 500 || status === 408) return new Trouble('unavailable', message, afterMs);
  if (reasonOf(failure, words) === 'needs_login') return new Trouble('needs_login', loginWords(words));
  return new Trouble('misconfigured', said(failure, words));
}

/** Whose words they are, or they read as ours. */
const said = ({ message }: RestFailure, { name }: RestWords) =>
  message.startsWith(name) ? message : `${name} refuses: ${message}`;
const loginWords = ({ name, login }: RestWords) => `${name} does not accept the login of this inbox any more. ${login}`;

function reasonOf({ status, code }: RestFailure, { reasons = {} }: RestWords): RefusalReason {
  const named = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (named) return named;
  if (status === 401) return 'needs_login';
  if (status === 403) return 'not_allowed';
  return status === 404 || status === 410 ? 'gone' : 'other';
}

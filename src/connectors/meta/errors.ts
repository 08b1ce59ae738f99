import { Trouble } from '../../core/channel/connector.ts';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { GraphAnswer, GraphError } from './graph.ts';

/** What an error means for us: a refusal, a wait, or that nobody knows what happened. */
export type Meaning = RefusalReason | 'limited' | 'transient';

interface Row {
  readonly code: number;
  /** Absent: every subcode that has no row of its own. */
  readonly sub?: number;
  readonly means: Meaning;
  readonly words: string;
  readonly waitMs?: number;
}

const MINUTE_MS = 60_000;
const LOGIN = 'Connect the Page again.';

/**
 * Decided by code and subcode, never by status or text: Meta changes the wording without notice.
 * Sources: Meta, "Handle errors" and Messenger Platform "Common error codes" (25 June 2026); read 2026-11.
 */
const ROWS: readonly Row[] = [
  { code: 1, means: 'transient', words: 'Meta had a fault of its own.' },
  { code: 2, means: 'transient', words: 'Meta is down just now.' },
  {
    code: 3,
    means: 'not_allowed',
    words: 'The app lacks a capability that this needs. An admin must add it in the app dashboard.',
  },
  { code: 4, means: 'limited', words: 'The app has made too many calls.', waitMs: 10 * MINUTE_MS },
  {
    code: 10,
    means: 'not_allowed',
    words: 'The app may not do this. A permission is missing, or was not used for 90 days: connect the Page again.',
  },
  {
    code: 10,
    sub: 2018065,
    means: 'window_closed',
    words: 'The time to answer this person is over. They must write first.',
  },
  {
    code: 10,
    sub: 2018278,
    means: 'window_closed',
    words: 'The time to answer this person is over. They must write first.',
  },
  {
    code: 10,
    sub: 2534022,
    means: 'window_closed',
    words: 'The time to answer this person is over. They must write first.',
  },
  { code: 10, sub: 2018108, means: 'person_unavailable', words: 'This person cannot get messages now.' },
  { code: 10, sub: 1893063, means: 'blocked', words: 'Meta has restricted this Page. Look at the Page quality tab.' },
  { code: 17, means: 'limited', words: 'The account has made too many calls.', waitMs: 10 * MINUTE_MS },
  { code: 32, means: 'limited', words: 'The Page has made too many calls.', waitMs: 10 * MINUTE_MS },
  { code: 100, means: 'other', words: 'Meta did not understand the request.' },
  { code: 100, sub: 33, means: 'gone', words: 'It is no longer there, or the Page may not see it.' },
  { code: 100, sub: 1893061, means: 'window_closed', words: 'Meta no longer takes the tag this was sent with.' },
  { code: 100, sub: 2018001, means: 'person_unavailable', words: 'This Page has no such person in Messenger.' },
  { code: 100, sub: 2018008, means: 'bad_attachment', words: 'Meta could not fetch the file.' },
  { code: 100, sub: 2018047, means: 'bad_attachment', words: 'Meta does not take this type of file.' },
  { code: 100, sub: 2018109, means: 'bad_attachment', words: 'The file is too big for Messenger.' },
  { code: 100, sub: 2018164, means: 'bad_attachment', words: 'Meta could not use the file.' },
  {
    code: 100,
    sub: 2018294,
    means: 'bad_attachment',
    words: 'The video took too long to take in. Send a shorter one.',
  },
  { code: 100, sub: 2018292, means: 'gone', words: 'This comment can no longer be answered privately.' },
  { code: 102, means: 'needs_login', words: `The session with Meta has ended. ${LOGIN}` },
  { code: 190, means: 'needs_login', words: `Meta no longer accepts the token. ${LOGIN}` },
  {
    code: 190,
    sub: 458,
    means: 'needs_login',
    words: `The app was removed from the account that gave the token. ${LOGIN}`,
  },
  {
    code: 190,
    sub: 459,
    means: 'needs_login',
    words: 'Meta wants the person who gave the token to log in on facebook.com first. Then connect the Page again.',
  },
  {
    code: 190,
    sub: 460,
    means: 'needs_login',
    words: `The password of the person who gave the token was changed. ${LOGIN}`,
  },
  { code: 190, sub: 463, means: 'needs_login', words: `The token has expired. ${LOGIN}` },
  {
    code: 190,
    sub: 464,
    means: 'needs_login',
    words: 'The person who gave the token must confirm their account on facebook.com. Then connect the Page again.',
  },
  { code: 190, sub: 467, means: 'needs_login', words: `The token is not valid any more. ${LOGIN}` },
  {
    code: 190,
    sub: 492,
    means: 'needs_login',
    words:
      'The person who gave the token no longer has a role on the Page. Somebody who has one must connect it again.',
  },
  {
    code: 200,
    sub: 1545041,
    means: 'person_unavailable',
    words: 'This person cannot be reached: they may have blocked the Page.',
  },
  {
    code: 200,
    sub: 2018028,
    means: 'not_allowed',
    words: 'The app is not approved to write to this person. It needs Advanced Access to pages_messaging.',
  },
  { code: 230, means: 'gone', words: 'This person has not agreed to show their profile.' },
  { code: 341, means: 'limited', words: 'Meta limits this app for a while.', waitMs: 30 * MINUTE_MS },
  {
    code: 368,
    means: 'blocked',
    words: 'Meta has blocked this Page for a while because of its rules. Stop sending for some hours.',
  },
  { code: 506, means: 'duplicate', words: 'The last post has exactly this text.' },
  { code: 551, means: 'person_unavailable', words: 'This person cannot be reached now.' },
  { code: 613, means: 'limited', words: 'Too many calls of this kind.', waitMs: MINUTE_MS },
  { code: 1705, means: 'needs_login', words: 'The token is of a person. Use the token of the Page.' },
  {
    code: 10900,
    means: 'already_replied',
    words: 'This comment was answered privately before. Meta allows one private reply.',
  },
  { code: 10902, means: 'not_allowed', words: 'This comment cannot be answered privately.' },
  { code: 1609005, means: 'other', words: 'Meta does not take the link.' },
  { code: 2018218, means: 'gone', words: 'This person has no profile that we may see.' },
  {
    code: 2018300,
    means: 'owned_by_other_app',
    words: 'Another app holds this conversation. Take it over in the Page inbox, or wait until it is released.',
  },
  {
    code: 2018321,
    means: 'owned_by_other_app',
    words: 'An automated flow holds this conversation. Wait until it has ended.',
  },
  { code: 9000001, means: 'gone', words: 'The message was deleted.' },
];

const USAGE_CODES = new Set([80001, 80002, 80006, 80008]);

export interface Verdict {
  readonly means: Meaning;
  /** A sentence for people, with Meta's own words when ours say little. */
  readonly detail: string;
  readonly waitMs: number;
}

export function judge(error: GraphError): Verdict {
  const row =
    ROWS.find(({ code, sub }) => code === error.code && sub !== undefined && sub === error.subcode) ??
    // Some 2018xxx numbers come as a code, some as a subcode of 10, 100 or 200.
    ROWS.find(({ code, sub }) => sub === undefined && code > 10_000 && code === error.subcode) ??
    ROWS.find(({ code, sub }) => code === error.code && sub === undefined) ??
    familyOf(error);
  const number = `${error.code}${error.subcode === undefined ? '' : `/${error.subcode}`}`;
  const said = row.means === 'other' || row.means === 'not_allowed' ? ` Meta says: ${error.message.slice(0, 300)}` : '';
  return {
    means: row.means,
    detail: `${row.words}${said} (${number})`,
    waitMs: error.waitMs ?? row.waitMs ?? MINUTE_MS,
  };
}

function familyOf({ code }: GraphError): Pick<Row, 'means' | 'words' | 'waitMs'> {
  if (code >= 200 && code <= 299)
    return { means: 'not_allowed', words: 'The Page has not given the app the permission for this.' };
  if (USAGE_CODES.has(code))
    return { means: 'limited', words: 'The Page has used up its calls for now.', waitMs: 5 * MINUTE_MS };
  return { means: 'other', words: 'Meta refused.' };
}

/**
 * @param isRepeatable doing it twice is the same as once (a like, a hide): then a lost answer is no reason for doubt
 * @param verdictOn where a channel of Meta's has meanings of its own
 */
export function outcomeOf(
  answer: Exclude<GraphAnswer, { kind: 'ok' }>,
  isRepeatable: boolean,
  verdictOn: (error: GraphError) => Verdict = judge,
): SendOutcome {
  if (answer.kind === 'lost') {
    if (!answer.isSent || isRepeatable) return { kind: 'try_later', afterMs: MINUTE_MS / 4, detail: answer.detail };
    return { kind: 'unknown', detail: answer.detail };
  }
  const { means, detail, waitMs } = verdictOn(answer.error);
  if (means === 'limited') return { kind: 'try_later', afterMs: waitMs, detail };
  // A fault of Meta's own may come after the message went out, so it does not say that nothing was sent.
  if (means === 'transient')
    return isRepeatable ? { kind: 'try_later', afterMs: MINUTE_MS / 4, detail } : { kind: 'unknown', detail };
  return { kind: 'refused', reason: means, detail };
}

type Failed = Exclude<GraphAnswer, { kind: 'ok' }>;

export const wordsOf = (answer: Failed, verdictOn: (error: GraphError) => Verdict = judge): string =>
  answer.kind === 'lost' ? answer.detail : verdictOn(answer.error).detail;

/** For reading: what the inbox's health should show. Null: it is simply not to be had. */
export function troubleIn(answer: Failed, verdictOn: (error: GraphError) => Verdict = judge): Trouble | null {
  if (answer.kind === 'lost') return new Trouble('unavailable', answer.detail);
  const { means, detail, waitMs } = verdictOn(answer.error);
  if (means === 'needs_login') return new Trouble('needs_login', detail);
  if (means === 'limited') return new Trouble('limited', detail, waitMs);
  if (means === 'transient') return new Trouble('unavailable', detail);
  return null;
}

/** Throws what the inbox's health should show; null for what is simply not to be had. */
export function nothingOr(answer: Failed): null {
  const trouble = troubleIn(answer);
  if (trouble) throw trouble;
  return null;
}

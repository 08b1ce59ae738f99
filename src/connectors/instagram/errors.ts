import type { Trouble } from '../../core/channel/connector.ts';
import type { Finding, SendOutcome } from '../../core/channel/outgoing.ts';
import {
  judge as judgeForPages,
  type Meaning,
  outcomeOf as outcomeBy,
  troubleIn as troubleBy,
  type Verdict,
  wordsOf as wordsBy,
} from '../meta/errors.ts';
import type { GraphAnswer, GraphError } from '../meta/graph.ts';

interface Row {
  readonly code: number;
  /** Absent: every subcode that has no row of its own. */
  readonly sub?: number;
  readonly means: Meaning;
  readonly words: string;
}

const LOGIN = 'Connect the account again.';
/** A comment that cannot be answered privately; also how our own earlier try looks from outside. */
export const PRIVATE_REPLY_REFUSED = 2534025;
export const MESSAGES_SWITCHED_OFF = 2534041;

/**
 * What Instagram means in its own way, or where the common words speak of a Page.
 * Source: Meta, Instagram Messaging "Error codes" (25 June 2026) and "Handle errors"; read 2026-11.
 */
const ROWS: readonly Row[] = [
  { code: 10, means: 'not_allowed', words: 'The app may not do this on Instagram. A permission is missing.' },
  {
    code: 10,
    sub: 2534022,
    means: 'window_closed',
    words: 'The time to answer this person is over. They must write first.',
  },
  {
    code: 10,
    sub: 2534077,
    means: 'not_allowed',
    words: 'The app may not write to this person: a permission or a reviewed feature is missing.',
  },
  { code: 100, sub: 33, means: 'gone', words: 'It is no longer there, or the account may not see it.' },
  { code: 100, sub: 2534014, means: 'person_unavailable', words: 'This account has no such person in its messages.' },
  { code: 100, sub: 2534015, means: 'other', words: 'Instagram did not take the message.' },
  {
    code: 100,
    sub: PRIVATE_REPLY_REFUSED,
    means: 'not_allowed',
    words:
      'This comment cannot be answered privately: it was answered once before, is older than 7 days, or was deleted.',
  },
  {
    code: 100,
    sub: 2534037,
    means: 'owned_by_other_app',
    words: 'Another app holds this conversation. Release it there, or in the inbox of Instagram, first.',
  },
  { code: 190, means: 'needs_login', words: `Instagram no longer accepts the token. ${LOGIN}` },
  {
    code: 190,
    sub: 458,
    means: 'needs_login',
    words: `The app was removed from the account that gave the token. ${LOGIN}`,
  },
  {
    code: 190,
    sub: 460,
    means: 'needs_login',
    words: `The password of the person who gave the token was changed. ${LOGIN}`,
  },
  { code: 190, sub: 463, means: 'needs_login', words: `The token has expired. ${LOGIN}` },
  { code: 190, sub: 467, means: 'needs_login', words: `The token is not valid any more. ${LOGIN}` },
  {
    code: 200,
    sub: MESSAGES_SWITCHED_OFF,
    means: 'not_allowed',
    words:
      'The account does not let apps at its messages. In the Instagram app: Settings, Messages, Connected tools, Allow access to messages.',
  },
  { code: 613, sub: 2534040, means: 'limited', words: 'Too many messages in a short time.' },
];

export function judge(error: GraphError): Verdict {
  const row =
    ROWS.find(({ code, sub }) => code === error.code && sub !== undefined && sub === error.subcode) ??
    ROWS.find(({ code, sub }) => code === error.code && sub === undefined && isPlain(error));
  if (!row) return judgeForPages(error);
  const said = row.means === 'other' || row.means === 'not_allowed' ? ` Meta says: ${error.message.slice(0, 300)}` : '';
  const number = `${error.code}${error.subcode === undefined ? '' : `/${error.subcode}`}`;
  return { means: row.means, detail: `${row.words}${said} (${number})`, waitMs: error.waitMs ?? MINUTE_MS };
}
const MINUTE_MS = 60_000;
/** A subcode that only the common table knows says more than the code alone. */
const isPlain = ({ code, subcode }: GraphError) => subcode === undefined || code === 190;

type Failed = Exclude<GraphAnswer, { kind: 'ok' }>;

export const outcomeOf = (answer: Failed, isRepeatable: boolean): SendOutcome => outcomeBy(answer, isRepeatable, judge);

export const wordsOf = (answer: Failed): string => wordsBy(answer, judge);

export const unclear = (answer: Failed): Finding => ({ kind: 'unclear', detail: wordsOf(answer) });

export const isGone = (answer: Failed): boolean => answer.kind === 'error' && judge(answer.error).means === 'gone';

/** Something about this one thing alone: the others can be read all the same. */
export const isOdd = (answer: Failed): boolean =>
  answer.kind === 'error' && ['gone', 'other'].includes(judge(answer.error).means);

/** For reading: what the inbox's health should show. Null: it is simply not to be had. */
export const troubleIn = (answer: Failed): Trouble | null => troubleBy(answer, judge);

/** Throws what the inbox's health should show; null for what is simply not to be had. */
export function nothingOr(answer: Failed): null {
  const trouble = troubleIn(answer);
  if (trouble) throw trouble;
  return null;
}

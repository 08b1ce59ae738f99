import type { Quota } from '../channel/connector.ts';
import type { InboxState } from '../conversation/states.ts';
import type { Silence } from './rhythm.ts';

export const ALERT_KINDS = [
  'login',
  'trouble',
  'token',
  'setup',
  'silent',
  'missed',
  'gap',
  'refusals',
  'limit',
  'mailbox',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something that is wrong with an inbox, and what a person can do about it. */
export interface Finding {
  readonly kind: AlertKind;
  readonly detail: string;
  readonly todo: string;
}

/** What is known of one inbox. */
export interface InboxFacts {
  readonly network: string;
  readonly state: InboxState;
  readonly stateDetail: string | null;
  readonly stateSince: Date;
  readonly tokenExpiresAt: Date | null;
  /** What the last look at the account found. */
  readonly check: AccountLook | null;
  readonly silence: Silence | null;
  /** What no webhook brought and a comparison did, within a day. */
  readonly recovered: number;
  readonly hasWebhook: boolean;
  /** Times that the network tells nothing of, and that nobody has settled. */
  readonly openGaps: number;
  /** What was sent within an hour. */
  readonly sends: { readonly accepted: number; readonly refused: number; readonly lastRefusal: string | null };
  readonly quota: Quota | null;
  /** A mail to the owner of the account came back. */
  readonly deadMailbox: string | null;
}
export interface AccountLook {
  readonly warnings: readonly string[];
  /** Said so in a row. */
  readonly failures: number;
  readonly problem: string | null;
  readonly todo: string | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A network that is away for less than this is the weather. */
const PATIENCE_MS = 5 * MINUTE_MS;
const TOKEN_WARNING_MS = 7 * DAY_MS;
/** Once is a hiccup. */
const FAILED_LOOKS = 2;
const LEAST_REFUSED = 5;
const REFUSED_SHARE = 0.5;
const NEAR_LIMIT = 0.8;

/** Everything that is wrong now; at most one finding of a kind. A paused inbox is left in peace. */
export function findingsOf(facts: InboxFacts, now: Date): readonly Finding[] {
  if (facts.state === 'paused') return [];
  return RULES.flatMap((rule) => rule(facts, now) ?? []);
}

type Rule = (facts: InboxFacts, now: Date) => Finding | null;

const login: Rule = ({ network, state, stateDetail, check }) => {
  const isShut = state === 'needs_login';
  const failed = check && check.failures >= FAILED_LOOKS ? check : null;
  if (!isShut && !failed?.problem) return null;
  return {
    kind: 'login',
    detail: (isShut ? stateDetail : failed?.problem) ?? `${network} does not let us in any more.`,
    todo: failed?.todo ?? 'Open the inbox in the settings and connect the account anew.',
  };
};

const trouble: Rule = ({ network, state, stateDetail, stateSince }, now) =>
  state === 'trouble' && now.getTime() - stateSince.getTime() >= PATIENCE_MS
    ? {
        kind: 'trouble',
        detail: stateDetail ?? `${network} does not answer as it should.`,
        todo: 'Nothing is lost: it is tried again by itself. If it stays, test the inbox in the settings.',
      }
    : null;

const token: Rule = ({ tokenExpiresAt }, now) => {
  const left = tokenExpiresAt ? tokenExpiresAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  if (left > TOKEN_WARNING_MS) return null;
  const days = Math.floor(left / DAY_MS);
  const when =
    left <= 0 ? 'has ended' : days === 0 ? 'ends today' : days === 1 ? 'ends tomorrow' : `ends in ${days} days`;
  return {
    kind: 'token',
    detail: `The access to this account ${when}.`,
    todo: 'Make a new token on the network and put it into the inbox.',
  };
};

const setup: Rule = ({ check }) =>
  check && check.warnings.length > 0
    ? {
        kind: 'setup',
        detail: check.warnings.join(' '),
        todo: 'Correct it on the network or in the inbox, then test the inbox.',
      }
    : null;

const silent: Rule = ({ silence, hasWebhook }) =>
  silence
    ? {
        kind: 'silent',
        detail: `Nothing was heard here since then, where about ${silence.due} messages usually come in such a time.`,
        todo: hasWebhook
          ? 'Write a message to the account yourself. If it does not come in, test the inbox: the network may send its events elsewhere.'
          : 'Write a message to the account yourself. If it does not come in, test the inbox.',
      }
    : null;

const missed: Rule = ({ recovered, hasWebhook }) =>
  recovered > 0 && hasWebhook
    ? {
        kind: 'missed',
        detail: `${recovered} ${recovered === 1 ? 'message was' : 'messages were'} found by comparing with the network's own list within a day: the network had not told of ${recovered === 1 ? 'it' : 'them'}.`,
        todo: 'They are on the desk now, later than they should be. Test the inbox: its events may not be subscribed.',
      }
    : null;

const gap: Rule = ({ openGaps }) =>
  openGaps > 0
    ? {
        kind: 'gap',
        detail: `There ${openGaps === 1 ? 'is a time' : `are ${openGaps} times`} of which the network tells nothing any more.`,
        todo: 'Look there by hand for people who wait, then settle it in the inbox.',
      }
    : null;

const refusals: Rule = ({ network, sends: { accepted, refused, lastRefusal } }) =>
  refused >= LEAST_REFUSED && refused / (accepted + refused) >= REFUSED_SHARE
    ? {
        kind: 'refusals',
        detail: `${network} refused ${refused} of ${accepted + refused} answers within an hour.${lastRefusal ? ` The last time it said: ${lastRefusal}` : ''}`,
        todo: 'Read why; the answers wait in their conversations and can be tried again.',
      }
    : null;

const limit: Rule = ({ quota }) =>
  quota && quota.limit !== null && quota.limit > 0 && quota.used >= quota.limit * NEAR_LIMIT
    ? {
        kind: 'limit',
        detail: `${quota.used.toLocaleString('en')} of ${quota.limit.toLocaleString('en')} ${quota.of} are used${quota.used >= quota.limit ? ', so nothing more goes for now' : ''}.`,
        todo: 'Raise the limit in the inbox or on the network, or read less often.',
      }
    : null;

const mailbox: Rule = ({ network, deadMailbox }) =>
  deadMailbox
    ? {
        kind: 'mailbox',
        detail: `A mail to ${deadMailbox}, where ${network} writes when something is wrong with the account, came back.`,
        todo: 'Give the account an address on the network that somebody reads, and put it into the inbox.',
      }
    : null;

const RULES: readonly Rule[] = [login, trouble, token, setup, silent, missed, gap, refusals, limit, mailbox];

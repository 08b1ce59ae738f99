import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { Finding, Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { type AccountCalls, callsOf } from './account-calls.ts';
import { readUri } from './at-uri.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { type BlueskyCredentials, credentialForm } from './credentials.ts';
import { createLookups } from './lookups.ts';
import { outcomeBeforeSend } from './outcome.ts';
import { parse } from './parse.ts';
import { findChat, sendChat } from './send-chat.ts';
import { findRecord, findRemoval, sendDeletion, sendMarking, sendPost, sendUndoing } from './send-public.ts';
import { createSessions } from './sessions.ts';
import { createSource } from './source.ts';
import { createXrpc, type Fetch } from './xrpc.ts';

export interface BlueskyOptions {
  readonly fetch?: Fetch;
  readonly now?: () => Date;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Bluesky and every other server of the AT Protocol that speaks its lexicons. */
export function createBluesky({
  fetch = globalThis.fetch,
  now = () => new Date(),
  timeoutMs = 20_000,
}: BlueskyOptions = {}): Connector<BlueskyCredentials> {
  const sessions = createSessions(createXrpc({ fetch, now, timeoutMs }), now);

  return {
    channel: 'bluesky',
    name: 'Bluesky',
    mark: 'B',
    capabilities,
    proof: { kind: 'real_server', by: 'A real AT Protocol network on loopback: `npx vitest run --project real`.' },
    credentials: credentialForm,
    check: (credentials) => checkAccount(sessions, credentials),
    parse,
    async send(act, credentials, account) {
      const session = await sessions.open(credentials);
      if (!session.ok) return outcomeBeforeSend(session);
      if (session.did !== account)
        return refused(
          'needs_login',
          `The credentials of this inbox open @${session.handle}, which is another account.`,
        );
      return sendAct(callsOf(sessions, credentials), account, act);
    },
    allows,
    find: (act, credentials, account) => findAct(callsOf(sessions, credentials), account, act),
    source: createSource(sessions, now),
    lookups: createLookups(sessions),
  };
}

/** Direct conversations have ids of the chat service; everything public has an address. */
const isDirect = (act: Outgoing & { kind: 'reply' }) => readUri(act.thread.id) === null;

/** Between two people there is nothing but words. */
function allows({ kind, target }: AskedFor): Allowance {
  if (!target || kind === 'reply' || readUri(target.id)) return ALLOWED;
  const why =
    kind === 'delete'
      ? 'Bluesky lets nobody take back a direct message for both sides.'
      : `Bluesky has no ${kind} for direct messages.`;
  return { isAllowed: false, why };
}

async function sendAct(calls: AccountCalls, account: string, act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return isDirect(act) ? sendChat(calls, act) : sendPost(calls, account, act);
    case 'publish':
    case 'quote':
      return sendPost(calls, account, act);
    case 'like':
    case 'repost':
      return sendMarking(calls, account, act);
    case 'unlike':
    case 'unrepost':
      return sendUndoing(calls, account, act);
    case 'delete':
      return sendDeletion(calls, account, act);
    case 'edit':
      return refused('not_allowed', 'Posts on Bluesky cannot be edited; delete it and write anew.');
    case 'private_reply':
      return refused('not_allowed', 'Bluesky has no private answer to a public post.');
    case 'hide':
    case 'unhide':
      return refused('not_allowed', 'Hiding answers is not supported for Bluesky.');
  }
}

async function findAct(calls: AccountCalls, account: string, act: Outgoing): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return isDirect(act) ? findChat(calls, account, act) : findRecord(calls, account, act);
    case 'publish':
    case 'quote':
    case 'like':
    case 'repost':
      return findRecord(calls, account, act);
    case 'unlike':
    case 'unrepost':
    case 'delete':
      return findRemoval(calls, account, act);
    default:
      return { kind: 'absent' }; // such an act never leaves the house
  }
}

import type { Connector } from '../../core/channel/connector.ts';
import type { Finding, Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import { openHttp } from '../shared/http.ts';
import { checkAccount, createAccounts } from './accounts.ts';
import { allows } from './allows.ts';
import type { Api } from './api.ts';
import { createAppStreams } from './app-streams.ts';
import { createAppTokens } from './app-tokens.ts';
import { capabilities } from './capabilities.ts';
import { connectAccount, lookAtDoor } from './connect.ts';
import { credentialForm, type Plan, settingsOf, type XCredentials } from './credentials.ts';
import { findMessage, findPost } from './find.ts';
import { createLookups, createMedia } from './lookups.ts';
import { refused } from './outcome.ts';
import { parse } from './parse.ts';
import { sendMark } from './send-mark.ts';
import { sendMessage } from './send-message.ts';
import { sendPost } from './send-post.ts';
import { webhook } from './signature.ts';
import { createSource } from './source.ts';
import { machineTimers, type Timers } from './timers.ts';

export interface XOptions {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** What the stream waits by. */
  readonly timers?: Timers;
}

/** X, by version 2 of its API, with the keys of an app and of the account that answers. */
export function createX({
  now = () => new Date(),
  timers = machineTimers,
  ...options
}: XOptions = {}): Connector<XCredentials> {
  const baseUrl = (options.baseUrl ?? 'https://api.x.com').replace(/\/+$/, '');
  const http = openHttp({ name: 'X', ...options });
  const accounts = createAccounts({ http, baseUrl, now });
  const tokens = createAppTokens(http, baseUrl, now);
  const streams = createAppStreams({ http, fetch: options.fetch ?? fetch, baseUrl, now, timers, tokens });
  const doorman = { http, baseUrl, now, tokens };
  return {
    channel: 'x',
    name: 'X',
    mark: 'X',
    capabilities,
    proof: {
      kind: 'vendor_sdk',
      by: 'twitter-api-v2 1.29 and X’s own @xdevplatform/xdk 0.6 as callers of the simulated network; twitter-text 3.1 for the length of texts.',
    },
    credentials: credentialForm,
    settings: settingsOf,
    allows,
    async check(credentials, callbackUrl) {
      const found = await checkAccount(accounts, credentials, now);
      if (!found.ok) return found;
      const door = await lookAtDoor(doorman, credentials, found.account.id, callbackUrl);
      return { ...found, ...door, warnings: [...found.warnings, ...door.warnings] };
    },
    parse,
    send: (act, credentials, account) => sendAct(accounts(credentials).api, credentials.plan, account, act),
    find: (act, credentials, account) => findAct(accounts(credentials).api, account, act),
    webhook,
    source: createSource({ accounts, streams, now, timers }),
    lookups: createLookups(accounts),
    media: createMedia(accounts, baseUrl),
    connect: (credentials, id, callbackUrl) =>
      connectAccount(doorman, credentials, { api: accounts(credentials).api, id }, callbackUrl),
  };
}

const isDirect = (act: Outgoing & { kind: 'reply' }) => act.thread.reach === 'owned_private';

async function sendAct(api: Api, plan: Plan, account: string, act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return isDirect(act) ? sendMessage(api, account, act) : sendPost(api, plan, account, act);
    case 'private_reply':
      return sendMessage(api, account, act);
    case 'publish':
    case 'quote':
      return sendPost(api, plan, account, act);
    case 'edit':
      return refused('not_allowed', capabilities.lacks.edit ?? 'X has no such act.');
    default:
      return sendMark(api, plan, account, act);
  }
}

async function findAct(api: Api, account: string, act: Outgoing): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return isDirect(act) ? findMessage(api, account, act) : findPost(api, account, act);
    case 'private_reply':
      return findMessage(api, account, act);
    case 'publish':
    case 'quote':
      return findPost(api, account, act);
    default:
      // these never end unknown: done twice they are the same
      return { kind: 'unclear', detail: 'Try it again: doing it twice does no harm.' };
  }
}

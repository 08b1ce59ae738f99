import type { Connector } from '../../core/channel/connector.ts';
import { openHttp } from '../shared/http.ts';
import { createAllowanceLeft } from './allowance-left.ts';
import { allows } from './allows.ts';
import { type ApiParts, openReddit } from './api.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { credentialForm, type RedditCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { createLogin } from './login.ts';
import { createLookups } from './lookups.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { createSource } from './source.ts';

export interface RedditOptions {
  /** Instead of www.reddit.com and oauth.reddit.com: one address that answers for both. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** One Reddit account: what is said to it, in its subreddits, and with its keywords. */
export function createReddit(options: RedditOptions = {}): Connector<RedditCredentials> {
  const { baseUrl, fetch, timeoutMs, now = () => new Date() } = options;
  const http = openHttp({ name: 'Reddit', ...(fetch ? { fetch } : {}), ...(timeoutMs ? { timeoutMs } : {}) });
  const parts: ApiParts = {
    http,
    apiUrl: baseUrl ?? 'https://oauth.reddit.com',
    login: createLogin(http, `${baseUrl ?? 'https://www.reddit.com'}/api/v1/access_token`, now),
    left: createAllowanceLeft(now),
    now,
  };
  return {
    channel: 'reddit',
    name: 'Reddit',
    mark: 'R',
    capabilities,
    proof: {
      kind: 'sheet',
      by: "Its own simulated network, written after the API's documented and long-known behaviour.",
    },
    credentials: credentialForm,
    check: (credentials) => checkAccount(parts, credentials),
    parse,
    send: (act, credentials, account) => sendAct({ reddit: openReddit(parts, credentials), credentials, account }, act),
    find: (act, credentials, account) => findAct({ reddit: openReddit(parts, credentials), credentials, account }, act),
    settings: ({ username, subreddits, keywords }) => ({ username, subreddits, keywords }),
    allows,
    source: createSource(parts),
    lookups: createLookups(parts),
  };
}

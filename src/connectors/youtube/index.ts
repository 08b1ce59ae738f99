import type { Connector } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { openHttp } from '../shared/http.ts';
import { type ApiParts, openYouTube } from './api.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { credentialForm, type YouTubeCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { createLogin } from './login.ts';
import { createLookups } from './lookups.ts';
import { parse } from './parse.ts';
import { type Sending, sendAct } from './send.ts';
import { createSource } from './source.ts';
import { createSpending } from './spending.ts';

export interface YouTubeOptions {
  /** Instead of Google's two hosts: one that answers `/token` and `/youtube/v3`. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Comments below the videos of one YouTube channel. */
export function createYouTube(options: YouTubeOptions = {}): Connector<YouTubeCredentials> {
  const { baseUrl, fetch, timeoutMs, now = () => new Date() } = options;
  const http = openHttp({ name: 'YouTube', ...(fetch ? { fetch } : {}), ...(timeoutMs ? { timeoutMs } : {}) });
  const parts: ApiParts = {
    http,
    apiUrl: `${baseUrl ?? 'https://www.googleapis.com'}/youtube/v3`,
    login: createLogin(http, baseUrl ? `${baseUrl}/token` : 'https://oauth2.googleapis.com/token', now),
    spending: createSpending(now),
    rejected: new Set(),
    lost: new Map(),
    now,
  };
  const sendingOf = (credentials: YouTubeCredentials, account: ExternalAccountId): Sending => ({
    youtube: openYouTube(parts, credentials),
    credentials,
    account,
    now,
    rejected: parts.rejected,
    lost: parts.lost,
  });
  return {
    channel: 'youtube',
    name: 'YouTube',
    mark: 'Yt',
    capabilities,
    proof: {
      kind: 'vendor_sdk',
      by: "Google's own client @googleapis/youtube 39, whose calls the simulator understands and who reads its answers.",
    },
    credentials: credentialForm,
    check: (credentials) => checkAccount(parts, credentials),
    parse,
    send: (act, credentials, account) => sendAct(sendingOf(credentials, account), act),
    find: (act, credentials, account) => findAct(sendingOf(credentials, account), act),
    source: createSource(parts),
    lookups: createLookups(parts),
  };
}

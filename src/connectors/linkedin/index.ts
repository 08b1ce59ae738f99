import type { Connector } from '../../core/channel/connector.ts';
import { openHttp } from '../shared/http.ts';
import { refused } from '../shared/refused.ts';
import { callsOf as callsWith, HOSTS, openLogin } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { checkPage, subscribe } from './check.ts';
import { credentialForm, type LinkedInCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { createLookups } from './lookups.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { webhook } from './signature.ts';
import { createSource } from './source.ts';

export interface LinkedInOptions {
  /** A simulated network that speaks for both hosts of LinkedIn. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** One Page of a company on LinkedIn. */
export function createLinkedIn({
  baseUrl,
  now = () => new Date(),
  ...options
}: LinkedInOptions = {}): Connector<LinkedInCredentials> {
  const hosts = baseUrl ? { api: baseUrl, login: baseUrl } : HOSTS;
  const parts = { http: openHttp({ name: 'LinkedIn', ...options }), hosts, now };
  const login = openLogin(parts);
  const renewed = new Map<string, string>();
  const callsOf = (credentials: LinkedInCredentials) => callsWith(parts, login, renewed, credentials);

  return {
    channel: 'linkedin',
    name: 'LinkedIn',
    mark: 'in',
    capabilities,
    proof: {
      kind: 'sheet',
      by: "LinkedIn's documentation of the Community Management API, and notifications as they were seen.",
    },
    credentials: credentialForm,
    settings: ({ webhooks }) => ({ webhooks }),
    check: (credentials) => checkPage(callsOf(credentials), credentials),
    parse,
    send: async (act, credentials, account) =>
      account === credentials.organizationId
        ? sendAct(callsOf(credentials), act, account)
        : refused('needs_login', 'The credentials of this inbox open another Page.'),
    find: (act, credentials, account) => findAct(callsOf(credentials), act, account),
    webhook,
    source: createSource(callsOf, now),
    lookups: createLookups(callsOf),
    connect: async (credentials, _account, callbackUrl) =>
      credentials.webhooks
        ? subscribe(callsOf(credentials), credentials, callbackUrl)
        : { ok: true, detail: 'Comments and mentions are read every 20 minutes.' },
  };
}

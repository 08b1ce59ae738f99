import { ALLOWED } from '../../core/channel/allowance.ts';
import type { Connector } from '../../core/channel/connector.ts';
import { createGuardedFetch } from '../shared/guarded-fetch.ts';
import { capabilities } from './capabilities.ts';
import { checkSource } from './check.ts';
import { type ApiCredentials, apiCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { openLine } from './line.ts';
import { parse } from './parse.ts';
import { ONLY_HEARS, sendAct } from './send.ts';
import { isSigned } from './signature.ts';

export interface ApiOptions {
  /** An address inside the house that may be called all the same, named where the server is set up. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Any other source, by signed HTTP in both directions. */
export function createApi(options: ApiOptions = {}): Connector<ApiCredentials> {
  const now = options.now ?? (() => new Date());
  const trusted = new Set(options.baseUrl ? [new URL(options.baseUrl).origin] : []);
  const { timeoutMs, fetch = createGuardedFetch(trusted) } = options;
  const line = openLine({ fetch, now, ...(timeoutMs ? { timeoutMs } : {}) });
  return {
    channel: 'api',
    name: 'API',
    mark: '{}',
    capabilities,
    proof: { kind: 'real_server', by: 'The format is our own; the example bridge of the docs speaks it in a test.' },
    credentials: apiCredentials,
    check: (credentials) => checkSource(line, credentials),
    parse,
    send: (act, credentials, account) => sendAct(line, act, credentials, account, now()),
    find: (act, credentials, account) => findAct(line, act, credentials, account),
    connect: async ({ url }) => ({
      ok: true,
      detail: url === '' ? 'Connected. It only hears: enter an address for answers to answer from here.' : 'Connected.',
    }),
    settings: ({ url }) => ({ canAnswer: url !== '' }),
    allows: ({ kind, settings }) =>
      kind === 'reply' &&
      typeof settings === 'object' &&
      settings !== null &&
      'canAnswer' in settings &&
      !settings.canAnswer
        ? { isAllowed: false, why: ONLY_HEARS }
        : ALLOWED,
    webhook: {
      family: 'api',
      isAuthentic: (request, credentials) => isSigned(request, credentials, now()),
      isOneAccount: true,
      // Whoever sends keeps what was not taken.
      retriesMs: Number.POSITIVE_INFINITY,
    },
  };
}

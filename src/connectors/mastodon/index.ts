import { setTimeout as wait } from 'node:timers/promises';
import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { Connector } from '../../core/channel/connector.ts';
import { type ApiOptions, openApi } from './api.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { credentialForm, type MastodonCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { openLimits } from './instance.ts';
import { createLookups } from './lookups.ts';
import { parse } from './parse.ts';
import { visibilityOf } from './post.ts';
import { NOT_FOR_ALL, sendAct } from './send.ts';
import { createSource } from './source.ts';

export interface MastodonOptions extends ApiOptions {
  /** Waits while the server works on a file. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** An account on a server of Mastodon, or on one that speaks its API. */
export function createMastodon(options: MastodonOptions = {}): Connector<MastodonCredentials> {
  const { now = () => new Date(), pause = (ms: number) => wait(ms) } = options;
  const open = openApi(options);
  const limitsOf = openLimits(now);
  return {
    channel: 'mastodon',
    name: 'Mastodon',
    mark: 'Ma',
    capabilities,
    proof: {
      kind: 'vendor_sdk',
      by: 'masto 8 as a caller of the simulator; the documentation’s examples as fixtures.',
    },
    credentials: credentialForm,
    settings: ({ server, keywords }) => ({ server, keywords: [...keywords] }),
    check: (credentials) => checkAccount(open(credentials), credentials),
    parse,
    async send(act, credentials) {
      const api = open(credentials);
      return sendAct({ api, limits: await limitsOf(api), pause }, act);
    },
    find: (act, credentials) => findAct(open(credentials), act),
    allows,
    source: createSource(open, now),
    lookups: createLookups(open),
  };
}

function allows({ kind, target }: AskedFor): Allowance {
  if (!target || (kind !== 'repost' && kind !== 'quote')) return ALLOWED;
  if (!['private', 'direct'].includes(visibilityOf(target))) return ALLOWED;
  return {
    isAllowed: false,
    why: kind === 'repost' ? NOT_FOR_ALL : 'What was not written for everybody cannot be quoted.',
  };
}

import type { Connector } from '../../core/channel/connector.ts';
import { checkPage } from '../meta/check.ts';
import { type MetaCredentials, metaCredentials } from '../meta/credentials.ts';
import { FACEBOOK_FIELDS } from '../meta/fields.ts';
import { openGraph } from '../meta/graph.ts';
import { historySettings } from '../meta/history.ts';
import { answerChallenge, isSigned } from '../meta/signature.ts';
import { subscribe } from '../meta/subscription.ts';
import { capabilities } from './capabilities.ts';
import { findAct } from './find.ts';
import { lookupsThrough } from './lookups.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { sourceOver } from './source.ts';

const SCOPES = ['pages_read_engagement', 'pages_read_user_content', 'pages_manage_engagement', 'pages_manage_metadata'];
const USEFUL = { pages_manage_posts: 'publish posts', pages_messaging: 'answer comments privately' };

/** A Facebook Page: what people write on it, and what they write about it elsewhere. */
export function createFacebook(
  options: {
    readonly graphUrl?: string;
    readonly fetch?: typeof fetch;
    readonly timeoutMs?: number;
    /** Decides how far back is read; the machine's clock when absent. */
    readonly now?: () => Date;
  } = {},
): Connector<MetaCredentials> {
  const graph = openGraph(options);
  return {
    channel: 'facebook',
    name: 'Facebook',
    mark: 'f',
    capabilities,
    proof: { kind: 'sheet', by: 'Meta’s documentation, by its examples as fixtures.' },
    credentials: metaCredentials,
    check: (credentials, callbackUrl) =>
      checkPage(graph, credentials, { scopes: SCOPES, useful: USEFUL, fields: FACEBOOK_FIELDS }, callbackUrl),
    parse,
    send: (act, credentials) => sendAct(graph, act, credentials),
    find: (act, credentials) => findAct(graph, act, credentials),
    webhook: { family: 'meta', challenge: answerChallenge, isAuthentic: isSigned },
    settings: historySettings,
    source: sourceOver(graph, options.now ?? (() => new Date())),
    lookups: lookupsThrough(graph),
    connect: (credentials, _account, callbackUrl) => subscribe(graph, credentials, callbackUrl),
  };
}

import type { Connector } from '../../core/channel/connector.ts';
import { checkPage } from '../meta/check.ts';
import { type MetaCredentials, metaCredentials } from '../meta/credentials.ts';
import { MESSENGER_FIELDS } from '../meta/fields.ts';
import { openGraph } from '../meta/graph.ts';
import { historySettings } from '../meta/history.ts';
import { findPerson } from '../meta/person.ts';
import { answerChallenge, isSigned } from '../meta/signature.ts';
import { subscribe } from '../meta/subscription.ts';
import { capabilities } from './capabilities.ts';
import { findAct } from './find.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { sourceOver } from './source.ts';

const SCOPES = ['pages_messaging', 'pages_manage_metadata'];

export interface MessengerOptions {
  readonly graphUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  /** Decides whether the window to answer is open; the machine's clock when absent. */
  readonly now?: () => Date;
  /** Between two readings of conversations, in milliseconds. */
  readonly conversationEveryMs?: number;
}

/** Meta allows two calls a second on conversations; with some room. Source: "Rate limits" (March 2026). */
const CONVERSATION_EVERY_MS = 600;

/** The private line of a Facebook Page. */
export function createMessenger(options: MessengerOptions = {}): Connector<MetaCredentials> {
  const graph = openGraph(options);
  const now = options.now ?? (() => new Date());
  return {
    channel: 'messenger',
    name: 'Messenger',
    mark: 'M',
    capabilities,
    proof: { kind: 'sheet', by: 'Meta’s documentation, by its examples as fixtures.' },
    credentials: metaCredentials,
    check: (credentials, callbackUrl) =>
      checkPage(graph, credentials, { scopes: SCOPES, useful: {}, fields: MESSENGER_FIELDS }, callbackUrl),
    parse,
    send: (act, credentials) => sendAct(graph, act, credentials, now()),
    find: (act, credentials) => findAct(graph, act, credentials),
    webhook: { family: 'meta', challenge: answerChallenge, isAuthentic: isSigned },
    settings: historySettings,
    source: sourceOver(graph, now, options.conversationEveryMs ?? CONVERSATION_EVERY_MS),
    lookups: { person: (personId, credentials) => findPerson(graph, personId, credentials) },
    connect: (credentials, _account, callbackUrl) => subscribe(graph, credentials, callbackUrl),
  };
}

import type { Connector } from '../../core/channel/connector.ts';
import { openGraph } from '../meta/graph.ts';
import { answerChallenge, isSigned } from '../meta/signature.ts';
import { capabilities } from './capabilities.ts';
import { checkNumber } from './check.ts';
import { type WhatsAppCredentials, whatsAppCredentials } from './credentials.ts';
import { placeOfMedia } from './media.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { subscribe } from './subscription.ts';
import { listTemplates } from './templates.ts';

export interface WhatsAppOptions {
  /** With the version: `https://graph.facebook.com/v26.0`. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  /** Decides whether the window to answer is open; the machine's clock when absent. */
  readonly now?: () => Date;
}

/** A document may have 100 MB; what is said with it goes in a call of its own. */
const UPLOAD_MS = 90_000;

/** WhatsApp: the private lines of one phone number, over Meta's Cloud API. */
export function createWhatsApp({
  baseUrl,
  now = () => new Date(),
  ...options
}: WhatsAppOptions = {}): Connector<WhatsAppCredentials> {
  const reach = { ...options, ...(baseUrl === undefined ? {} : { graphUrl: baseUrl }) };
  const graph = openGraph(reach);
  const uploads = openGraph({ timeoutMs: UPLOAD_MS, ...reach });
  return {
    channel: 'whatsapp',
    name: 'WhatsApp',
    mark: 'W',
    capabilities,
    proof: {
      kind: 'sheet',
      by: 'Meta’s documentation and API description; whatsapp-api-js 6.3, a well-kept client that is not Meta’s own, calls the simulator and reads its webhooks.',
    },
    credentials: whatsAppCredentials,
    check: (credentials, callbackUrl) => checkNumber(graph, credentials, now(), callbackUrl),
    parse,
    send: (act, credentials) => sendAct({ graph, uploads }, act, credentials, now()),
    templates: (credentials) => listTemplates(graph, credentials),
    media: (id, credentials) => placeOfMedia(graph, id, credentials),
    // Source: Meta, "Webhooks": tried again for seven days; read 2026-11.
    webhook: { family: 'meta', challenge: answerChallenge, isAuthentic: isSigned, retriesMs: 7 * 86_400_000 },
    connect: (credentials, _account, callbackUrl) => subscribe(graph, credentials, callbackUrl),
  };
}

import type { Connector } from '../../core/channel/connector.ts';
import { checkChannel, setWebhook } from './account.ts';
import { allows } from './allows.ts';
import { type LineOptions, openLine } from './call.ts';
import { capabilities } from './capabilities.ts';
import { type LineCredentials, lineCredentials } from './credentials.ts';
import { findPerson } from './lookups.ts';
import { findMedia } from './media.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { isSigned } from './signature.ts';
import { openSource } from './source.ts';

/** The chats of a LINE Official Account: one to one, and in the groups that it was asked into. */
export function createLine(options: LineOptions = {}): Connector<LineCredentials> {
  const line = openLine(options);
  const now = options.now ?? (() => new Date());
  return {
    channel: 'line',
    name: 'LINE',
    mark: 'L',
    capabilities,
    proof: {
      kind: 'vendor_sdk',
      by: '@line/bot-sdk 11.2: its client calls the simulator, its validateSignature and its types judge our webhooks.',
    },
    credentials: lineCredentials,
    check: (credentials, callbackUrl) => checkChannel(line, credentials, callbackUrl),
    parse,
    send: (act, credentials) => sendAct(line, act, credentials, now()),
    allows,
    media: (id, credentials) => findMedia(line, id, credentials),
    webhook: { family: 'line', isAuthentic: isSigned },
    source: openSource(line),
    lookups: { person: (personId, credentials, account) => findPerson(line, personId, credentials, account) },
    connect: (credentials, _account, callbackUrl) => setWebhook(line, credentials, callbackUrl),
  };
}

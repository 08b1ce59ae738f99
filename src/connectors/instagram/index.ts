import type { Connector } from '../../core/channel/connector.ts';
import { answerChallenge } from '../meta/signature.ts';
import { allows } from './allows.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { type InstagramCredentials, instagramCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { lookupsOver } from './lookups.ts';
import { parse } from './parse.ts';
import { renewToken } from './renew.ts';
import { type InstagramOptions, openHosts, roadsOver } from './road.ts';
import { sendAct } from './send.ts';
import { isAuthentic } from './signature.ts';
import { sourceOver } from './source.ts';
import { subscribe } from './subscription.ts';

/** Two calls a second, with some room. */
const CONVERSATION_EVERY_MS = 600;

/** A professional Instagram account: its comments, mentions and direct messages. */
export function createInstagram(options: InstagramOptions = {}): Connector<InstagramCredentials> {
  const hosts = openHosts(options);
  const roads = roadsOver(hosts);
  const now = options.now ?? (() => new Date());
  return {
    channel: 'instagram',
    name: 'Instagram',
    mark: 'Ig',
    capabilities,
    proof: { kind: 'sheet', by: 'Meta’s documentation, by its examples as fixtures.' },
    credentials: instagramCredentials,
    check: (credentials, callbackUrl) => checkAccount(hosts, roads(credentials), credentials, callbackUrl),
    renew: (credentials) => renewToken(hosts, credentials, now()),
    parse,
    send: (act, credentials) => sendAct(roads(credentials), act, credentials, now()),
    find: (act, credentials) => findAct(roads(credentials), act),
    allows,
    webhook: { family: 'instagram', challenge: answerChallenge, isAuthentic },
    source: sourceOver(roads, now, options.conversationEveryMs ?? CONVERSATION_EVERY_MS),
    lookups: lookupsOver(roads),
    connect: (credentials, _account, callbackUrl) => subscribe(hosts, roads(credentials), credentials, callbackUrl),
  };
}

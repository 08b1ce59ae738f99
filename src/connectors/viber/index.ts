import type { Connector } from '../../core/channel/connector.ts';
import { checkBot, setWebhook } from './account.ts';
import { openViber, type ViberOptions } from './call.ts';
import { capabilities } from './capabilities.ts';
import { settingsOf, type ViberCredentials, viberCredentials } from './credentials.ts';
import { findPerson } from './lookups.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { isSigned } from './signature.ts';
import { welcomeFor } from './welcome.ts';

export interface CreateViberOptions extends ViberOptions {
  /** Decides when the next clock hour begins; the machine's clock when absent. */
  readonly now?: () => Date;
}

/** The private lines of a Viber bot. */
export function createViber({
  now = () => new Date(),
  ...options
}: CreateViberOptions = {}): Connector<ViberCredentials> {
  const viber = openViber(options);
  return {
    channel: 'viber',
    name: 'Viber',
    mark: 'Vb',
    capabilities,
    proof: {
      kind: 'sheet',
      by: 'Viber’s documentation: its examples as fixtures, its signature by a computed vector.',
    },
    credentials: viberCredentials,
    settings: settingsOf,
    check: (credentials, callbackUrl) => checkBot(viber, credentials, callbackUrl),
    parse,
    send: (act, credentials) => sendAct(viber, act, credentials, now()),
    webhook: {
      family: 'viber',
      isAuthentic: isSigned,
      isOneAccount: true,
      isSetByUs: true,
      retriesMs: 3_600_000,
      answer: welcomeFor,
    },
    lookups: { person: (personId, { authToken }, account) => findPerson(viber, personId, authToken, account) },
    connect: (credentials, _account, callbackUrl) => setWebhook(viber, credentials, callbackUrl),
  };
}

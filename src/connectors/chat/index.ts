import type { Connector } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { capabilities } from './capabilities.ts';
import { type ChatCredentials, chatCredentials, chatSettings } from './credentials.ts';
import { extract, parse } from './parse.ts';
import { sendAct } from './send.ts';

/** A window on a website of one's own, served by Earshot itself. */
export function createChat(): Connector<ChatCredentials> {
  return {
    channel: 'chat',
    name: 'Web chat',
    mark: 'C',
    home: 'widget',
    capabilities,
    proof: { kind: 'real_server', by: 'Earshot’s own server and window, together in a browser.' },
    credentials: chatCredentials,
    async check({ site, title }) {
      const { host, hostname, protocol } = new URL(site);
      const isOpen = protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
      const warnings = isOpen ? ['The website has no TLS: others can read along on the way.'] : [];
      return { ok: true, account: { id: host as ExternalAccountId, name: title || host, handle: host }, warnings };
    },
    parse,
    extract,
    send: sendAct,
    settings: chatSettings,
  };
}

import type { Connector } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { capabilities } from './capabilities.ts';
import { type PhoneCredentials, phoneCredentials } from './credentials.ts';
import { parse } from './parse.ts';

/** Calls, written down by those who were on the line or by a telephone system. */
export function createPhone(): Connector<PhoneCredentials> {
  return {
    channel: 'phone',
    name: 'Phone',
    mark: '☏',
    home: 'desk',
    capabilities,
    proof: { kind: 'real_server', by: 'Earshot itself: calls are logged at the desk or by its own API.' },
    credentials: phoneCredentials,
    async check({ number, title }) {
      return {
        ok: true,
        account: { id: number as ExternalAccountId, name: title || number, handle: number },
        warnings: [],
      };
    },
    parse,
    async send({ kind }) {
      const detail = capabilities.lacks[kind] ?? 'The telephone has no such act.';
      return { kind: 'refused', reason: 'not_allowed', detail };
    },
  };
}

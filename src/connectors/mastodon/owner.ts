import { Trouble } from '../../core/channel/connector.ts';
import type { Api } from './api.ts';
import { troubleOf } from './outcome.ts';
import { addressOf, handleOf } from './person.ts';
import { Account } from './status.ts';

/** Whose token it is. Throws `Trouble`. */
export async function readOwner(api: Api) {
  const answer = await api.get('/api/v1/accounts/verify_credentials');
  if (answer.kind !== 'ok') throw troubleOf(answer);
  const account = Account.safeParse(answer.body).data;
  if (!account) throw new Trouble('misconfigured', 'The server does not say whose token this is.');
  return { id: account.id, address: addressOf(account), handle: handleOf(account) };
}

import { z } from 'zod';
import { id, lenient } from '../shared/shapes.ts';
import type { Api, ApiFailure } from './api.ts';
import { listOf } from './shapes.ts';
import { type Refused, refusedBy } from './webhooks.ts';

const pathOf = (webhookId: string) => `/2/account_activity/webhooks/${webhookId}/subscriptions/all`;

/**
 * Has the Account Activity API, which X means to end, send all that happens to one account.
 *
 * @returns why not; null: it is subscribed
 */
export async function subscribeAccount(account: Api, webhookId: string): Promise<Refused | null> {
  const answer = await account.post(pathOf(webhookId), {});
  if (answer.ok || /duplicate|already/i.test(`${answer.title} ${answer.detail}`)) return null;
  return refusedBy(answer);
}

const Accounts = z.looseObject({
  data: lenient(z.looseObject({ subscriptions: lenient(listOf(z.looseObject({ user_id: id }))) })),
});

/** Whether that service sends to this webhook what happens to the account. */
export async function isAccountSubscribed(app: Api, account: string, webhookId: string): Promise<boolean | ApiFailure> {
  const answer = await app.get(`${pathOf(webhookId)}/list`);
  if (!answer.ok) return answer;
  const all = Accounts.safeParse(answer.body).data?.data?.subscriptions ?? [];
  return all.some(({ user_id }) => user_id === account);
}

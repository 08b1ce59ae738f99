import type { Api } from './api.ts';
import { whyOf } from './webhooks.ts';

/**
 * Has the Account Activity API, which X means to end, send all that happens to one account.
 *
 * @returns why not; null: it is subscribed
 */
export async function subscribeAccount(account: Api, webhookId: string): Promise<string | null> {
  const answer = await account.post(`/2/account_activity/webhooks/${webhookId}/subscriptions/all`, {});
  if (answer.ok || /duplicate|already/i.test(`${answer.title} ${answer.detail}`)) return null;
  return whyOf(answer);
}

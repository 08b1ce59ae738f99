import { BY_OLDER, KINDS } from './activity-kinds.ts';
import type { Api } from './api.ts';
import { isAccountSubscribed } from './subscribe-account.ts';
import { kindsFor, listed } from './subscribe-activity.ts';
import { mayPass } from './webhooks.ts';

/** What X sends to one webhook of what happens to an account, by either service, in words. Null: it cannot say now. */
export async function sentHere(app: Api, account: string, webhookId: string): Promise<readonly string[] | null> {
  const newer = await listed(app);
  const kinds = 'ok' in newer ? [] : kindsFor(newer, account, webhookId);
  const words = kinds.flatMap((kind) => KINDS.get(kind) ?? []);
  // an app has one of the services at a time
  if (words.length > 0) return words;
  if ('ok' in newer && mayPass(newer)) return null;
  const older = await isAccountSubscribed(app, account, webhookId);
  if (typeof older === 'boolean') return older ? BY_OLDER : [];
  return mayPass(older) ? null : [];
}

import { Trouble } from '../../core/channel/connector.ts';
import type { Subscribed } from '../../core/commerce/shop.ts';
import type { Answer, Call } from './call.ts';
import type { ShopifyCredentials } from './credentials.ts';
import { SUBSCRIBE, SUBSCRIPTIONS, UNSUBSCRIBE } from './queries.ts';
import { TOPICS } from './webhook.ts';

interface Known {
  readonly id: string;
  readonly topic: string;
  readonly uri: string;
}

/** Shopify deletes what was not answered eight times in a row, so that what is missing is made again with every look. */
export async function subscribe(call: Call, credentials: ShopifyCredentials, callbackUrl: string): Promise<Subscribed> {
  if (!credentials.clientSecret)
    return {
      isTold: false,
      detail:
        'Without the client secret nobody can tell whether a webhook is Shopify’s: changes are looked for every few minutes.',
    };
  const known = await subscriptions(call, credentials);
  const has = new Set(known.filter(({ uri }) => uri === callbackUrl).map(({ topic }) => topic));
  for (const topic of TOPICS.filter((one) => !has.has(one))) {
    const answer = await call(SUBSCRIBE, { topic, w: { uri: callbackUrl, format: 'JSON' } }, credentials);
    const problem = problemIn(answer, 'webhookSubscriptionCreate');
    if (problem && !/already been taken/i.test(problem))
      return {
        isTold: false,
        detail: `Shopify does not send webhooks to ${callbackUrl}: ${problem} Changes are looked for every few minutes.`,
      };
  }
  return { isTold: true, detail: 'Shopify tells us of every change.' };
}

export async function unsubscribe(call: Call, credentials: ShopifyCredentials, callbackUrl: string): Promise<void> {
  for (const { id, uri } of await subscriptions(call, credentials))
    if (uri === callbackUrl) await call(UNSUBSCRIBE, { id }, credentials);
}

async function subscriptions(call: Call, credentials: ShopifyCredentials): Promise<readonly Known[]> {
  const { data } = await call(SUBSCRIPTIONS, {}, credentials);
  const { nodes } = Object(data.webhookSubscriptions) as { readonly nodes?: unknown };
  if (!Array.isArray(nodes)) throw new Trouble('unavailable', 'Shopify did not say what it tells us.');
  return nodes.filter((node): node is Known => typeof node?.id === 'string' && typeof node?.topic === 'string');
}

function problemIn({ data }: Answer, mutation: string): string | null {
  const { userErrors } = Object(data[mutation]) as { readonly userErrors?: unknown };
  return Array.isArray(userErrors) && userErrors.length > 0 ? String(userErrors[0]?.message) : null;
}

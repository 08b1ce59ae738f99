import { only } from './body.ts';
import { type Call, type Endpoint, fieldsOf } from './call.ts';
import { noSuchPath, Refusal, wrongToken } from './refusal.ts';
import type { Standing } from './server.ts';
import type { Account } from './store.ts';

export interface Hook {
  readonly id: string;
  readonly url: string;
  valid: boolean;
  readonly created_at: string;
}
export interface Subscription {
  readonly subscription_id: string;
  readonly event_type: string;
  readonly filter: { readonly user_id: string };
  readonly tag?: string;
  readonly webhook_id?: string;
  readonly created_at: string;
}
export interface HookParts {
  readonly brand: Account;
  readonly standing: Standing;
  readonly now: () => Date;
  readonly nextId: (at: Date) => string;
  readonly check: (address: string) => Promise<boolean>;
  /** How many webhooks the app may have. */
  readonly most: number;
}

const PRIVATE = /^(?:post\.(?:mention|reply|quote|repost)|dm|chat|like|mute|block)\./;
const PUBLIC = /^(?:post\.(?:create|delete)|follow\.|profile\.)/;
const DAILY = 450;

const refusal = (name: string, detail: string) =>
  new Refusal(400, {
    errors: [{ message: `${name}: ${detail}` }],
    title: name,
    detail,
    type: 'about:blank',
    status: 400,
  });

/** Where an app has what happens sent, and what of it. */
export function openHooks({ brand, standing, now, nextId, check, most }: HookParts) {
  const hooks = new Map<string, Hook>();
  const subscriptions = new Map<string, Subscription>();
  /** Webhooks to which the older service sends what happens to the brand. */
  const accounts = new Set<string>();
  const known = (call: Call): Hook => {
    const hook = hooks.get(call.ids[0] ?? '');
    if (!hook) throw refusal('WebhookIdInvalid', 'The webhook id is not known.');
    return hook;
  };

  async function register(call: Call) {
    const { url } = only('body', call.body, ['url']);
    const address = typeof url === 'string' ? URL.parse(url) : null;
    const isTaken = address?.protocol === 'https:' && address.port === '' && (standing.takesQuery || !address.search);
    if (typeof url !== 'string' || !isTaken) throw refusal('UrlValidationFailed', 'The url is not valid.');
    if ([...hooks.values()].some((one) => one.url === url))
      throw refusal('DuplicateUrlFailed', 'There is a webhook with this url already.');
    if (hooks.size >= most) throw refusal('WebhookLimitExceeded', 'Too many webhooks.');
    if (!(await check(url))) throw refusal('CrcValidationFailed', 'The response token was not what was expected.');
    const hook = { id: nextId(now()), url, valid: true, created_at: now().toISOString() };
    hooks.set(hook.id, hook);
    return { data: hook };
  }

  function subscribe(call: Call) {
    if (!standing.hasActivity) throw wrongToken();
    const { event_type: kind, filter, tag, webhook_id: hook } = call.body;
    const { user_id: user } = only('filter', filter, ['user_id', 'direction', 'keyword']);
    if (typeof kind !== 'string' || !(PRIVATE.test(kind) || PUBLIC.test(kind)))
      throw refusal('Invalid Request', 'The event type is not known.');
    if (PRIVATE.test(kind) && (!standing.isPrivateTold || user !== brand.id))
      throw new Refusal(403, {
        title: 'Forbidden',
        detail: 'The user has not authorized your app for private events.',
        type: 'about:blank',
        status: 403,
      });
    if (typeof hook !== 'string' || !hooks.has(hook)) throw refusal('WebhookIdInvalid', 'The webhook id is not known.');
    const isTwice = [...subscriptions.values()].some(
      (one) => one.event_type === kind && one.filter.user_id === user && one.webhook_id === hook,
    );
    if (isTwice) throw refusal('DuplicateSubscription', 'The subscription exists already.');
    const made: Subscription = {
      subscription_id: nextId(now()),
      event_type: kind,
      filter: { user_id: String(user) },
      ...(typeof tag === 'string' ? { tag } : {}),
      webhook_id: hook,
      created_at: now().toISOString(),
    };
    subscriptions.set(made.subscription_id, made);
    // the documents show three shapes of this answer
    const shapes = [made, [made], { subscription: made }];
    return { data: shapes[subscriptions.size % shapes.length], meta: { total_subscriptions: subscriptions.size } };
  }

  const endpoints: readonly Endpoint[] = [
    {
      method: 'GET',
      path: /^\/2\/webhooks$/,
      limit: DAILY,
      takes: ['webhook_config.fields'],
      by: 'app',
      answer(call) {
        if (hooks.size === 0) return { meta: { result_count: 0 } };
        const asked = fieldsOf(call, 'webhook_config.fields');
        const data = [...hooks.values()].map(({ id, url, valid, created_at }) => ({
          id,
          url,
          ...(asked.has('valid') ? { valid } : {}),
          ...(asked.has('created_at') ? { created_at } : {}),
        }));
        return { data, meta: { result_count: data.length } };
      },
    },
    { method: 'POST', path: /^\/2\/webhooks$/, limit: DAILY, takes: ['url'], by: 'app', answer: register },
    {
      method: 'PUT',
      path: /^\/2\/webhooks\/(\d+)$/,
      limit: DAILY,
      takes: [],
      by: 'app',
      async answer(call) {
        const hook = known(call);
        hook.valid = await check(hook.url);
        if (!hook.valid) throw refusal('CrcValidationFailed', 'The response token was not what was expected.');
        return { data: { valid: true } };
      },
    },
    {
      method: 'DELETE',
      path: /^\/2\/webhooks\/(\d+)$/,
      limit: DAILY,
      takes: [],
      by: 'app',
      answer: (call) => ({ data: { deleted: hooks.delete(known(call).id) } }),
    },
    {
      method: 'GET',
      path: /^\/2\/activity\/subscriptions$/,
      limit: 500,
      takes: ['pagination_token', 'max_results'],
      by: 'app',
      answer() {
        if (!standing.hasActivity) throw wrongToken();
        return { data: [...subscriptions.values()], meta: { result_count: subscriptions.size } };
      },
    },
    {
      method: 'POST',
      path: /^\/2\/activity\/subscriptions$/,
      limit: 500,
      takes: ['event_type', 'filter', 'tag', 'webhook_id'],
      by: 'both',
      answer: subscribe,
    },
    {
      method: 'POST',
      path: /^\/2\/account_activity\/webhooks\/(\d+)\/subscriptions\/all$/,
      limit: 500,
      takes: [],
      answer(call) {
        if (!standing.hasAccountActivity) throw noSuchPath();
        const { id } = known(call);
        if (accounts.has(id)) throw refusal('DuplicateSubscriptionFailed', 'Subscription already exists.');
        accounts.add(id);
        return { data: { subscribed: true } };
      },
    },
    {
      method: 'GET',
      path: /^\/2\/account_activity\/webhooks\/(\d+)\/subscriptions\/all\/list$/,
      limit: 500,
      takes: [],
      by: 'app',
      answer(call) {
        if (!standing.hasAccountActivity) throw noSuchPath();
        const { id, url } = known(call);
        const subscriptions = accounts.has(id) ? [{ user_id: brand.id }] : [];
        return { data: { application_id: '1', webhook_id: id, webhook_url: url, subscriptions } };
      },
    },
  ];
  return { endpoints, hooks, subscriptions, accounts };
}
export type Hooks = ReturnType<typeof openHooks>;

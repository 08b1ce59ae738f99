import { type Field, parseOperation, select } from './graphql.ts';
import { gid, orderNode } from './node.ts';
import { SCHEMA } from './shape.ts';
import { type KeptOrder, type State, visibleOrders } from './state.ts';

type Body = Readonly<Record<string, unknown>>;

/** Data and errors of one operation. */
export function answerTo(state: State, text: string, variables: Body): Body {
  let operation: ReturnType<typeof parseOperation>;
  try {
    operation = parseOperation(text, variables);
    const root = operation.kind === 'mutation' ? 'Mutation' : 'Query';
    const data: Record<string, unknown> = {};
    const errors: unknown[] = [];
    for (const field of operation.fields) {
      const denied = deniedFor(state, field);
      if (denied) errors.push({ message: denied, extensions: { code: 'ACCESS_DENIED' }, path: [field.name] });
      const value = denied ? null : operation.kind === 'mutation' ? change(state, field) : read(state, field);
      Object.assign(data, select(SCHEMA, root, { [field.name]: value }, [field]));
    }
    return { data, ...(errors.length > 0 ? { errors } : {}) };
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}

function deniedFor({ scopes }: State, { name }: Field): string | null {
  const needs = name === 'orders' || name === 'order' ? 'read_orders' : null;
  if (!needs || scopes.includes(needs)) return null;
  return `Access denied for ${name} field. Required access: \`${needs}\` access scope.`;
}

function read(state: State, { name, args }: Field): unknown {
  const { shop, scopes, subscriptions } = state;
  if (name === 'shop')
    return {
      id: gid('Shop', 1),
      name: shop.name,
      myshopifyDomain: shop.domain,
      currencyCode: shop.currency,
      primaryDomain: { url: shop.url },
    };
  if (name === 'currentAppInstallation') return { accessScopes: scopes.map((handle) => ({ handle })) };
  if (name === 'webhookSubscriptions') return { nodes: [...subscriptions.values()] };
  if (name === 'order') {
    const order = visibleOrders(state).find(({ id }) => gid('Order', id) === args.id);
    return order ? orderNode(state, order) : null;
  }
  if (name === 'orders') return orders(state, args);
  return null;
}

function orders(state: State, { first, after, query, sortKey, reverse }: Body) {
  const most = typeof first === 'number' ? first : 0;
  if (most < 1 || most > 250) throw new Error('you must provide one of first or last, at most 250');
  const key = (order: KeptOrder) => (sortKey === 'UPDATED_AT' ? order.updatedAt : order.createdAt).getTime();
  const fits = searched(typeof query === 'string' ? query : '');
  const all = visibleOrders(state)
    .filter(fits)
    .toSorted((one, other) => (key(one) - key(other) || one.id - other.id) * (reverse ? -1 : 1));
  // A cursor names a place in the order of things, so that what moves to the end meanwhile is met there.
  const from = typeof after === 'string' ? readCursor(after) : null;
  const rest = from
    ? all.filter((order) => key(order) > from.key || (key(order) === from.key && order.id > from.id))
    : all;
  const page = rest.slice(0, most);
  const last = page.at(-1);
  return {
    nodes: page.map((order) => orderNode(state, order)),
    pageInfo: {
      hasNextPage: rest.length > page.length,
      endCursor: last
        ? Buffer.from(JSON.stringify({ last_id: last.id, last_value: key(last) })).toString('base64')
        : null,
    },
  };
}

function readCursor(text: string): { readonly id: number; readonly key: number } {
  const { last_id: id, last_value: key } = JSON.parse(Buffer.from(text, 'base64').toString());
  return { id, key };
}

function searched(query: string): (order: KeptOrder) => boolean {
  const [, name = '', rest = ''] = /^(\w+):(.*)$/.exec(query) ?? [];
  const plain = rest.replace(/^"(.*)"$/, '$1');
  if (name === 'email') return ({ email }) => email?.toLowerCase() === plain.toLowerCase();
  if (name === 'phone') return ({ phone }) => phone === plain;
  // The search takes a name with or without the mark before it.
  if (name === 'name') return (order) => order.name === plain || order.name.replace(/^#/, '') === plain;
  const since = /^>='([^']+)'$/.exec(rest)?.[1];
  if (name === 'updated_at' && since) return ({ updatedAt }) => updatedAt.getTime() >= Date.parse(since);
  // What it does not know, Shopify's search leaves out.
  return () => true;
}

function change(state: State, { name, args }: Field): unknown {
  if (name === 'webhookSubscriptionDelete') {
    const isGone = state.subscriptions.delete(String(args.id));
    return isGone
      ? { deletedWebhookSubscriptionId: args.id, userErrors: [] }
      : {
          deletedWebhookSubscriptionId: null,
          userErrors: [{ field: ['id'], message: 'Webhook subscription does not exist' }],
        };
  }
  const wish = Object(args.webhookSubscription) as Body;
  const uri = String(wish.uri ?? '');
  const wrong = (message: string) => ({
    webhookSubscription: null,
    userErrors: [{ field: ['webhookSubscription', 'callbackUrl'], message }],
  });
  // Loopback passes here: nothing else is ever called.
  if (!/^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(uri))
    return wrong('Address protocol http:// is not supported');
  const topic = String(args.topic);
  if ([...state.subscriptions.values()].some((one) => one.topic === topic && one.uri === uri))
    return wrong('Address for this topic has already been taken');
  state.minted += 1;
  const made = {
    id: gid('WebhookSubscription', 1_000 + state.minted),
    topic,
    uri,
    format: 'JSON' as const,
    failures: 0,
  };
  state.subscriptions.set(made.id, made);
  return { webhookSubscription: made, userErrors: [] };
}

import type { Schema } from './graphql.ts';

const LEAF = null;
const leaves = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, LEAF]));

/** The part of Shopify's schema of 2026-10 that a desk asks for; whatever else is asked for is refused. */
export const SCHEMA: Schema = {
  Query: {
    shop: 'Shop',
    currentAppInstallation: 'AppInstallation',
    orders: 'OrderConnection',
    order: 'Order',
    webhookSubscriptions: 'WebhookSubscriptionConnection',
  },
  Mutation: {
    webhookSubscriptionCreate: 'WebhookSubscriptionCreatePayload',
    webhookSubscriptionDelete: 'WebhookSubscriptionDeletePayload',
  },
  Shop: { ...leaves('id', 'name', 'myshopifyDomain', 'currencyCode', 'ianaTimezone'), primaryDomain: 'Domain' },
  Domain: leaves('url', 'host'),
  AppInstallation: { ...leaves('id'), accessScopes: 'AccessScope' },
  AccessScope: leaves('handle', 'description'),
  OrderConnection: { nodes: 'Order', pageInfo: 'PageInfo' },
  PageInfo: leaves('hasNextPage', 'endCursor', 'hasPreviousPage', 'startCursor'),
  Order: {
    ...leaves(
      'id',
      'legacyResourceId',
      'name',
      'createdAt',
      'updatedAt',
      'cancelledAt',
      'cancelReason',
      'displayFinancialStatus',
    ),
    ...leaves('displayFulfillmentStatus', 'returnStatus', 'email', 'phone', 'note', 'tags', 'statusPageUrl'),
    currentTotalPriceSet: 'MoneyBag',
    totalPriceSet: 'MoneyBag',
    totalRefundedSet: 'MoneyBag',
    customer: 'Customer',
    shippingAddress: 'MailingAddress',
    lineItems: 'LineItemConnection',
    fulfillments: 'Fulfillment',
  },
  MoneyBag: { shopMoney: 'MoneyV2', presentmentMoney: 'MoneyV2' },
  MoneyV2: leaves('amount', 'currencyCode'),
  Customer: leaves('id', 'displayName'),
  MailingAddress: leaves('name', 'phone', 'city', 'countryCodeV2', 'zip'),
  LineItemConnection: { nodes: 'LineItem' },
  LineItem: {
    ...leaves('id', 'name', 'sku', 'quantity', 'currentQuantity'),
    image: 'Image',
    originalUnitPriceSet: 'MoneyBag',
  },
  Image: leaves('url', 'altText'),
  Fulfillment: {
    ...leaves('id', 'status', 'displayStatus', 'createdAt', 'estimatedDeliveryAt', 'deliveredAt'),
    trackingInfo: 'FulfillmentTrackingInfo',
  },
  FulfillmentTrackingInfo: leaves('company', 'number', 'url'),
  WebhookSubscriptionConnection: { nodes: 'WebhookSubscription' },
  WebhookSubscription: leaves('id', 'topic', 'uri', 'format'),
  WebhookSubscriptionCreatePayload: { webhookSubscription: 'WebhookSubscription', userErrors: 'UserError' },
  WebhookSubscriptionDeletePayload: { ...leaves('deletedWebhookSubscriptionId'), userErrors: 'UserError' },
  UserError: leaves('field', 'message'),
};

/** Held against Shopify's own schema of version 2026-10. */
const ORDER = `id legacyResourceId name createdAt updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus email phone statusPageUrl
  currentTotalPriceSet{shopMoney{amount currencyCode}} totalPriceSet{shopMoney{amount currencyCode}} totalRefundedSet{shopMoney{amount currencyCode}}
  customer{id} shippingAddress{name phone}
  lineItems(first:20){nodes{name sku quantity image{url} originalUnitPriceSet{shopMoney{amount currencyCode}}}}
  fulfillments(first:5){displayStatus estimatedDeliveryAt deliveredAt trackingInfo{company number url}}`;

export const ORDERS_FOUND = `query($q:String){ orders(first:20, query:$q, sortKey:CREATED_AT, reverse:true){ nodes{ ${ORDER} } } }`;
export const ORDERS_CHANGED = `query($q:String,$after:String){ orders(first:25, after:$after, query:$q, sortKey:UPDATED_AT){
  nodes{ ${ORDER} } pageInfo{hasNextPage endCursor} } }`;
export const ONE_ORDER = `query($id:ID!){ order(id:$id){ ${ORDER} } }`;

export const SHOP = `{ shop{ name myshopifyDomain primaryDomain{url} currencyCode } currentAppInstallation{ accessScopes{handle} } }`;

export const SUBSCRIPTIONS = `{ webhookSubscriptions(first:100){ nodes{ id topic uri } } }`;
export const SUBSCRIBE = `mutation($topic: WebhookSubscriptionTopic!, $w: WebhookSubscriptionInput!){
  webhookSubscriptionCreate(topic:$topic, webhookSubscription:$w){ webhookSubscription{ id } userErrors{ field message } } }`;
export const UNSUBSCRIBE = `mutation($id: ID!){ webhookSubscriptionDelete(id:$id){ deletedWebhookSubscriptionId userErrors{ field message } } }`;

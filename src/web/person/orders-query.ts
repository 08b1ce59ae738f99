import { queryOptions } from '@tanstack/react-query';
import type { FoundOrders, OrdersBeside } from '../../wire/commerce.ts';
import { call } from '../api/call.ts';

export const ordersQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['orders', conversationId] as const,
    queryFn: ({ signal }) =>
      call<OrdersBeside>('GET', `/api/conversations/${conversationId}/orders`, undefined, signal),
  });

export const askShops = (conversationId: string, number?: string) =>
  call<FoundOrders>('POST', `/api/conversations/${conversationId}/orders/find`, number ? { number } : {});
export const linkOrder = (conversationId: string, order: string) =>
  call('PUT', `/api/conversations/${conversationId}/orders/${order}`);
export const unlinkOrder = (conversationId: string, order: string) =>
  call('DELETE', `/api/conversations/${conversationId}/orders/${order}`);

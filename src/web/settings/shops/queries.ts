import { queryOptions } from '@tanstack/react-query';
import type { ShopKind, ShopList } from '../../../wire/commerce.ts';
import { call } from '../../api/call.ts';

export const shopsQuery = queryOptions({
  queryKey: ['shops'],
  queryFn: ({ signal }) => call<ShopList>('GET', '/api/shops', undefined, signal),
  // How far reading has come, and what is unwell.
  refetchInterval: 10_000,
});
export const shopKindsQuery = queryOptions({
  queryKey: ['shop-kinds'],
  queryFn: async ({ signal }) => (await call<{ items: ShopKind[] }>('GET', '/api/shop-kinds', undefined, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

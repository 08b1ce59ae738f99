import { queryOptions } from '@tanstack/react-query';
import type { ShopForm, ShopKind, ShopList } from '../../../wire/commerce.ts';
import { call } from '../../api/call.ts';

export const shopsQuery = queryOptions({
  queryKey: ['shops'],
  queryFn: ({ signal }) => call<ShopList>('GET', '/api/shops', undefined, signal),
  // How far reading has come, and what is unwell.
  refetchInterval: 10_000,
});
/** What a shop is connected with, but for the secrets. Read anew each time: somebody else may have changed it. */
export const shopFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['shops', id, 'form'] as const,
    queryFn: ({ signal }) => call<ShopForm>('GET', `/api/shops/${id}/form`, undefined, signal),
    gcTime: 0,
    // What is being typed must not be exchanged underneath.
    staleTime: Number.POSITIVE_INFINITY,
  });
export const shopKindsQuery = queryOptions({
  queryKey: ['shop-kinds'],
  queryFn: async ({ signal }) => (await call<{ items: ShopKind[] }>('GET', '/api/shop-kinds', undefined, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

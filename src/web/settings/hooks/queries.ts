import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { HookDeliveryList, HookList } from '../../../wire/hooks.ts';
import { call } from '../../api/call.ts';

export type Shown = 'all' | 'waiting' | 'failed';

export const hooksQuery = queryOptions({
  queryKey: ['hooks', 'list'],
  queryFn: ({ signal }) => call<z.infer<typeof HookList>>('GET', '/api/hooks', undefined, signal),
  refetchInterval: 10_000,
});

/** Read anew every few seconds: somebody who looks at a log waits for what becomes of it. */
export const deliveriesQuery = (id: string, shown: Shown) =>
  infiniteQueryOptions({
    queryKey: ['hooks', 'log', id, shown] as const,
    queryFn: ({ pageParam, signal }) => {
      const wanted = new URLSearchParams({
        ...(shown === 'all' ? {} : { state: shown }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return call<z.infer<typeof HookDeliveryList>>('GET', `/api/hooks/${id}/deliveries?${wanted}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: 4_000,
  });

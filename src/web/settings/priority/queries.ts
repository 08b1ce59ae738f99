import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DryRun, Priority, Scale, ScaleVersionList } from '../../../wire/priority.ts';
import { call, query } from '../../api/call.ts';

export const priorityQuery = queryOptions({
  queryKey: ['priority', 'scales'],
  queryFn: ({ signal }) => call<Priority>('GET', '/api/priority', undefined, signal),
});

export const versionsQuery = (teamId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['priority', 'versions', teamId] as const,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      call<z.infer<typeof ScaleVersionList>>(
        'GET',
        `/api/priority/versions${query({ team: teamId, before: pageParam, limit: 10 })}`,
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.before,
  });

/** While the next one is counted the last one stays in sight. */
export const dryRunQuery = (teamId: string | null, weights: Scale) =>
  queryOptions({
    queryKey: ['priority', 'dry-run', teamId, weights] as const,
    queryFn: ({ signal }) => call<DryRun>('POST', '/api/priority/dry-run', { teamId, weights }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });

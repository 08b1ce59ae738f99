import { queryOptions } from '@tanstack/react-query';
import type { PolicyVersion, Routing } from '../../../wire/routing.ts';
import { call } from '../../api/call.ts';

/** Who has what changes with every answer: read anew every few seconds while it is looked at. */
export const routingQuery = queryOptions({
  queryKey: ['routing', 'now'],
  queryFn: ({ signal }) => call<Routing>('GET', '/api/routing', undefined, signal),
  refetchInterval: 5_000,
});

export const versionsQuery = (teamId: string | null) =>
  queryOptions({
    queryKey: ['routing', 'versions', teamId],
    queryFn: async ({ signal }) =>
      (
        await call<{ items: PolicyVersion[] }>(
          'GET',
          `/api/routing/versions${teamId === null ? '' : `?team=${teamId}`}`,
          undefined,
          signal,
        )
      ).items,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ListeningRule,
  ListeningRuleList,
  ListeningSource,
  Preview,
  SourceList,
} from '../../../wire/listening.ts';
import { call } from '../../api/call.ts';
import type { Body } from './draft.ts';

export const listeningRulesQuery = queryOptions({
  queryKey: ['listening', 'rules'],
  queryFn: async ({ signal }): Promise<readonly ListeningRule[]> =>
    (await call<z.infer<typeof ListeningRuleList>>('GET', '/api/listening-rules', undefined, signal)).items,
});

export const sourcesQuery = queryOptions({
  queryKey: ['listening', 'sources'],
  queryFn: async ({ signal }): Promise<readonly ListeningSource[]> =>
    (await call<z.infer<typeof SourceList>>('GET', '/api/listening-sources', undefined, signal)).items,
  staleTime: 30_000,
});

/** What a draft would have heard of what the desk has. While the next one is read the last one stays in sight. */
export const previewQuery = (body: Body) =>
  queryOptions({
    queryKey: ['listening-preview', body] as const,
    queryFn: ({ signal }) => preview(body, [], signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 120_000,
    retry: false,
    refetchOnWindowFocus: false,
  });

/** Never asked by itself: a network may want money for it. */
export const preview = (body: Body, ask: readonly string[], signal?: AbortSignal) =>
  call<Preview>('POST', '/api/listening-rules/preview', { body, ask }, signal);

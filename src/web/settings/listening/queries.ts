import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  BoardList,
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

export const ruleBoardsQuery = queryOptions({
  queryKey: ['listening', 'boards of rules'],
  queryFn: async ({ signal }) => (await call<z.infer<typeof BoardList>>('GET', '/api/boards', undefined, signal)).items,
});

export const sourcesQuery = queryOptions({
  queryKey: ['listening', 'sources'],
  queryFn: async ({ signal }): Promise<readonly ListeningSource[]> =>
    (await call<z.infer<typeof SourceList>>('GET', '/api/listening-sources', undefined, signal)).items,
  staleTime: 30_000,
});

/**
 * What a draft would hear. While the next one is read the last one stays in sight; nothing is asked twice by itself,
 * since asking a network may cost money.
 */
export const previewQuery = (body: Body, ask: readonly string[]) =>
  queryOptions({
    queryKey: ['listening-preview', body, ask] as const,
    queryFn: ({ signal }) => call<Preview>('POST', '/api/listening-rules/preview', { body, ask }, signal),
    placeholderData: keepPreviousData,
    staleTime: ask.length > 0 ? Number.POSITIVE_INFINITY : 60_000,
    gcTime: 120_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

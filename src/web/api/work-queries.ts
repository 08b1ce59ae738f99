import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Team } from '../../wire/access.ts';
import type { PersonLine } from '../../wire/contacts.ts';
import type { CustomField, Label } from '../../wire/work.ts';
import { call, query } from './call.ts';

/** What the workspace has agreed on changes rarely; whoever changes it invalidates it. */
const SELDOM_MS = 60_000;

export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }) => (await call<{ items: Label[] }>('GET', '/api/labels', undefined, signal)).items,
  staleTime: SELDOM_MS,
});

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async ({ signal }) => (await call<{ items: CustomField[] }>('GET', '/api/fields', undefined, signal)).items,
  staleTime: SELDOM_MS,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await call<{ items: Team[] }>('GET', '/api/teams', undefined, signal)).items,
  staleTime: SELDOM_MS,
});

/** Everything said by and to a person, newest first, on every channel. */
export const personLineQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: ['person-line', contactId] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<z.infer<typeof PersonLine>>(
        'GET',
        `/api/contacts/${contactId}/line${query({ cursor: pageParam })}`,
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.cursor,
  });

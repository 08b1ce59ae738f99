import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PersonLine } from '../../wire/contacts.ts';
import { call, query } from './call.ts';

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

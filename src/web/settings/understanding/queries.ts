import { queryOptions } from '@tanstack/react-query';
import type { Understanding } from '../../../wire/learning.ts';
import { call } from '../../api/call.ts';

/** Under the same word as the choices beside a message: a new topic is there at once. */
export const understandingQuery = queryOptions({
  queryKey: ['understanding', 'page'],
  queryFn: ({ signal }) => call<Understanding>('GET', '/api/understanding', undefined, signal),
});

import { queryOptions } from '@tanstack/react-query';
import type { PracticeState, SeenThread } from '../../wire/practice.ts';
import { call, query } from '../api/call.ts';

export type Place = SeenThread['place'];
/** Often enough that an answer appears while one looks. Milliseconds. */
const LOOK_EVERY_MS = 1_500;

export const practiceQuery = queryOptions({
  queryKey: ['practice', 'state'],
  queryFn: ({ signal }) => call<PracticeState>('GET', '/api/practice', undefined, signal),
});

export const threadsQuery = (person: string) =>
  queryOptions({
    queryKey: ['practice', 'threads', person],
    queryFn: async ({ signal }) =>
      listOf<SeenThread>(
        await call<unknown>('GET', `/api/practice/personas/${encodeURIComponent(person)}`, undefined, signal),
      ),
    refetchInterval: LOOK_EVERY_MS,
  });

export const placesQuery = (person: string, channel: string) =>
  queryOptions({
    queryKey: ['practice', 'places', person, channel],
    queryFn: async ({ signal }) =>
      listOf<Place>(
        await call<unknown>(
          'GET',
          `/api/practice/personas/${encodeURIComponent(person)}/places${query({ channel })}`,
          undefined,
          signal,
        ),
      ),
    refetchInterval: 5_000,
  });

/** A plain list, or one in `items`. */
function listOf<One>(answer: unknown): One[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items))
    return answer.items;
  return [];
}

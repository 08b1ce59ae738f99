import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { call, inWords } from '../../api/call.ts';
import { say } from '../toasts.tsx';

/**
 * Keeps an order by one call, which names the ids in it. What was ordered is read anew whether it was done or refused.
 * @param more goes with the ids
 */
export function useKeepOrder(path: string, queryKey: QueryKey, more: object = {}) {
  const client = useQueryClient();
  return async (ids: readonly string[]): Promise<void> => {
    try {
      await call('PUT', path, { ...more, ids });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await client.invalidateQueries({ queryKey });
  };
}

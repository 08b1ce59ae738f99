import { useQueryClient } from '@tanstack/react-query';
import { call, inWords } from '../api/call.ts';
import { say } from '../parts/toasts.tsx';

/** Changes an inbox and says so, or why not. Resolves to whether it was done. */
export function usePatch(id: string): (patch: Record<string, unknown>, words: string) => Promise<boolean> {
  const client = useQueryClient();
  return async (patch, words) => {
    try {
      await call('PATCH', `/api/inboxes/${id}`, patch);
      say({ title: words });
      return true;
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ['inboxes'] });
    }
  };
}

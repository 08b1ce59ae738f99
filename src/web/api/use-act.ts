import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { say } from '../parts/toasts.tsx';
import type { Change } from './acts.ts';
import { applyRows, heldRow } from './apply.ts';
import { inWords } from './call.ts';

/**
 * Does something to a conversation: shown at once, taken back with the reason when the server refuses.
 * Resolves to whether it was done.
 */
export function useAct(): (id: string, change: Change, send: () => Promise<unknown>) => Promise<boolean> {
  const client = useQueryClient();
  return useCallback(
    async (id, change, send) => {
      const before = heldRow(client, id);
      if (before) applyRows(client, [{ ...before, ...change }], new Date());
      try {
        await send();
        return true;
      } catch (error) {
        if (before) applyRows(client, [before], new Date());
        say({ title: inWords(error), isBad: true });
        return false;
      } finally {
        void client.invalidateQueries({ queryKey: ['conversation', id] });
        void client.invalidateQueries({ queryKey: ['counts'] });
      }
    },
    [client],
  );
}

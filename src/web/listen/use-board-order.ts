import { useQueryClient } from '@tanstack/react-query';
import { inWords } from '../api/call.ts';
import { boardsQuery, orderBoards } from '../api/listening.ts';
import { say } from '../parts/toasts.tsx';

/** Puts the boards in an order, for everybody. It is seen at once; a refusal puts them back and says why. */
export function useBoardOrder() {
  const client = useQueryClient();
  return async (ids: readonly string[]): Promise<void> => {
    // What was asked for before would come after it, in the order of before.
    await client.cancelQueries({ queryKey: boardsQuery.queryKey });
    client.setQueryData(boardsQuery.queryKey, (boards) =>
      boards?.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    );
    try {
      client.setQueryData(boardsQuery.queryKey, await orderBoards(ids));
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      await client.invalidateQueries({ queryKey: boardsQuery.queryKey });
    }
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { inWords } from '../api/call.ts';
import { type Board, type Boards, boardsQuery, orderBoards } from '../api/listening.ts';
import { say } from '../parts/toasts.tsx';

/** Moves a board by one place, for everybody. It is seen at once; a refusal puts it back and says why. */
export function useBoardOrder() {
  const client = useQueryClient();
  return async (boards: Boards, board: Board, by: 1 | -1): Promise<void> => {
    const order = boards.filter((one) => one.id !== board.id);
    order.splice(boards.findIndex((one) => one.id === board.id) + by, 0, board);
    // What was asked for before would come after it, in the order of before.
    await client.cancelQueries({ queryKey: boardsQuery.queryKey });
    client.setQueryData(boardsQuery.queryKey, order);
    try {
      client.setQueryData(boardsQuery.queryKey, await orderBoards(order.map(({ id }) => id)));
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      await client.invalidateQueries({ queryKey: boardsQuery.queryKey });
    }
  };
}

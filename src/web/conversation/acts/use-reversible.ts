import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BulkAct } from '../../../wire/work.ts';
import type { Change } from '../../api/acts.ts';
import { newId } from '../../api/new-id.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { useAct } from '../../api/use-act.ts';
import { doAct, undoAct } from '../../api/work-acts.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';

/**
 * Does something to a conversation that can be taken back: shown at once, said when it is done, undone by one key.
 * Resolves to whether it was done.
 * @param change what the row will look like
 * @param back where to go when it is taken back
 */
export function useReversible() {
  const act = useAct();
  const client = useQueryClient();
  return useCallback(
    async (id: string, change: Change, what: BulkAct, words: string, back?: () => void): Promise<boolean> => {
      const actId = newId();
      let undoId: string | null = null;
      const isDone = await act(id, change, async () => {
        const { left, undoId: made } = await doAct(actId, [id], what);
        const [refused] = left;
        if (refused) throw new Error(refused.why);
        undoId = made;
      });
      if (!isDone) return false;
      const made = undoId;
      if (made === null) say({ title: words });
      else
        offerUndo(words, async () => {
          await takeBack(made);
          void client.invalidateQueries({ queryKey: ['conversation', id] });
          void client.invalidateQueries({ queryKey: ['counts'] });
          back?.();
        });
      return true;
    },
    [act, client],
  );
}

/** Takes an act back; what somebody changed since stays, and that is an answer, not a success. */
export async function takeBack(undoId: string): Promise<void> {
  const { undone, left } = await undoAct(undoId);
  const [first] = left;
  if (first) throw new Error(t('undo.partly', { undone, why: first.why }));
}

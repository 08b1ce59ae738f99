import { useCallback } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { useMe } from '../../frame/use-me.ts';

/** After an act that ends the work on a conversation: to the next one, back to the list, or nowhere, as the agent likes it. */
export function useGoOn(id: string): () => void {
  const { open, whatIsNext } = useDesk();
  const { preferences } = useMe();
  const where = preferences?.afterSending ?? 'next';
  return useCallback(() => {
    if (where === 'stay') return;
    const next = where === 'next' ? whatIsNext() : null;
    open(next === id ? null : next);
  }, [id, open, whatIsNext, where]);
}

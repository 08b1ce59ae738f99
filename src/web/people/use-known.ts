import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { inWords } from '../api/call.ts';
import { say } from '../parts/toasts.tsx';

/** Whatever shows people is read afresh. */
const SHOWN = ['about-person', 'people', 'segments', 'companies', 'story', 'conversation', 'list'] as const;

/** Changes something of a person and reads what shows it afresh. Resolves to whether it was done. */
export function useKnown() {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const refresh = useCallback(
    () => Promise.all(SHOWN.map((key) => client.invalidateQueries({ queryKey: [key] }))),
    [client],
  );
  const change = useCallback(
    async (send: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      try {
        await send();
        return true;
      } catch (error) {
        say({ title: inWords(error), isBad: true });
        return false;
      } finally {
        setBusy(false);
        void refresh();
      }
    },
    [refresh],
  );
  return { change, isBusy, refresh };
}

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Preferences } from '../../../wire/notifications.ts';
import { inWords } from '../../api/call.ts';
import { patchPreferences } from '../../notifications/queries.ts';
import { say } from '../../parts/toasts.tsx';

/**
 * One's choices, shown as they were just made. Each goes to the server by itself and in order; a refused one goes back
 * to what the server has, and says why.
 */
export function usePreferences(kept: Preferences) {
  const client = useQueryClient();
  const [ahead, setAhead] = useState<Partial<Preferences>>({});
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  function change(patch: Partial<Preferences>): void {
    setAhead((old) => ({ ...old, ...patch }));
    waiting.current += 1;
    line.current = line.current.then(() => send(patch));
  }
  async function send(patch: Partial<Preferences>): Promise<void> {
    try {
      await patchPreferences(client, patch);
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      waiting.current -= 1;
      if (waiting.current === 0) setAhead({});
    }
  }
  return { shown: { ...kept, ...ahead }, change };
}

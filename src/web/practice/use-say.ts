import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWords } from '../api/call.ts';
import { sawStep } from '../guide/kept.ts';

export interface Saying {
  readonly channel: string;
  readonly place: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly subject?: string;
}

/** Says something as a customer. Resolves to the thread it is in, or null with `failure` set. */
export function useSay(person: string) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function sayAs(saying: Saying): Promise<{ readonly thread: string | null } | null> {
    setBusy(true);
    setFailure(null);
    try {
      const said = await call<{ thread?: string }>(
        'POST',
        `/api/practice/personas/${encodeURIComponent(person)}/messages`,
        saying,
      );
      sawStep('customer');
      await client.invalidateQueries({ queryKey: ['practice', 'threads', person] });
      return { thread: said?.thread ?? null };
    } catch (error) {
      setFailure(inWords(error));
      return null;
    } finally {
      setBusy(false);
    }
  }
  return { sayAs, isBusy, failure };
}

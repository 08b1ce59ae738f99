import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Head } from '../../../core/learning/own.ts';
import { call, inWords } from '../../api/call.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { labelWords } from './label-words.ts';

/** The workspace's own topics. */
export const choicesQuery = queryOptions({
  queryKey: ['understanding', 'choices'],
  queryFn: async ({ signal }) =>
    (await call<{ topics: readonly string[] }>('GET', '/api/understanding/choices', undefined, signal)).topics,
  staleTime: 60_000,
});

/** Says what a message is, by one press; the word that says so takes it back. */
export function useCorrect(messageId: string, conversationId: string) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  async function put(head: Head, label: string | null): Promise<boolean> {
    setBusy(true);
    try {
      await call<unknown>('PUT', `/api/messages/${messageId}/understanding`, { head, label });
      await client.invalidateQueries({ queryKey: ['conversation', conversationId] });
      return true;
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      return false;
    } finally {
      setBusy(false);
    }
  }
  /** @param before what a person had said before; null: nobody had */
  async function to(head: Head, label: string | null, before: string | null) {
    // The button stays one that can be focused: whoever came by keyboard stands where they stood.
    if (isBusy || !(await put(head, label))) return;
    const words = { head: t(`head.${head}`), label: label === null ? '' : labelWords(head, label) };
    if (label === null) say({ title: t('label.takenBack') });
    else say({ title: t('label.saved', words), act: { label: t('label.undo'), run: () => void put(head, before) } });
  }
  return { isBusy, to };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { inWords } from '../api/call.ts';
import { say } from '../parts/toasts.tsx';

/**
 * Changes something in the panel: shown at once, as it was when the server says no, and read afresh in any case.
 * Resolves to whether it was done.
 */
export function useChange(conversationId: string) {
  const client = useQueryClient();
  return useCallback(
    async (
      show: (detail: ConversationDetail) => ConversationDetail,
      send: () => Promise<unknown>,
    ): Promise<boolean> => {
      const key = ['conversation', conversationId];
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<ConversationDetail>(key);
      client.setQueryData<ConversationDetail>(key, (old) => old && show(old));
      try {
        await send();
        return true;
      } catch (error) {
        if (before) client.setQueryData(key, before);
        say({ title: inWords(error), isBad: true });
        return false;
      } finally {
        void client.invalidateQueries({ queryKey: ['conversation'] });
      }
    },
    [client, conversationId],
  );
}

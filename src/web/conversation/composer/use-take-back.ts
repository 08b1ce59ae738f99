import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { cancelOutgoing } from '../../api/acts.ts';
import { drafts } from './use-draft.ts';

/** Takes an answer back before it leaves: its words are in the composer again, on every device. Rejects when it was too late. */
export function useTakeBack(): (conversationId: string, outgoingId: string) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (conversationId, outgoingId) => {
      // What is typed since must be on the server first: the words that come back are put above it there.
      await drafts.flush(conversationId);
      try {
        await cancelOutgoing(outgoingId);
        await drafts.load(conversationId);
      } finally {
        void client.invalidateQueries({ queryKey: ['conversation', conversationId] });
        void client.invalidateQueries({ queryKey: ['counts'] });
      }
    },
    [client],
  );
}

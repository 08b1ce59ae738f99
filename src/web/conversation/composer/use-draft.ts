import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Draft } from '../../../wire/composing.ts';
import { Refusal } from '../../api/call.ts';
import { getDrafts, putDraft } from '../../api/composing.ts';
import { whenDraftMoved } from '../../api/heard-drafts.ts';
import { createDraftStore, type DraftKind, isEmpty, type Words } from './draft-store.ts';

const PREFIX = 'earshot.unsaved.';

/** One for the whole page: what is written outlives the conversation being on screen. */
export const drafts = createDraftStore(
  {
    read: getDrafts,
    save: putDraft,
    explain(error) {
      if (!(error instanceof Refusal)) return { isLost: false };
      if (error.code === 'draft_moved') return { moved: (error.details.draft ?? null) as Draft | null, isLost: false };
      return { isLost: error.status === 0 || error.status >= 500 || error.status === 429 };
    },
  },
  {
    get: (key) => localStorage.getItem(PREFIX + key),
    put(key, value) {
      try {
        localStorage.setItem(PREFIX + key, value);
      } catch {
        // A full storage must not stop anybody from typing.
      }
    },
    remove: (key) => localStorage.removeItem(PREFIX + key),
  },
);
addEventListener('online', () => drafts.wake());

/** The way that an answer was begun for, here or on another device; null where none is begun. */
export function useBegunFor(conversationId: string): string | null {
  return useSyncExternalStore(drafts.subscribe, () => {
    const entry = drafts.get(conversationId, 'reply');
    return isEmpty(entry) ? null : entry.way;
  });
}

/** What is being written in a conversation: here, on the server, and on every other device of the same person. */
export function useDraft(conversationId: string, kind: DraftKind, way: string | null) {
  const entry = useSyncExternalStore(drafts.subscribe, () => drafts.get(conversationId, kind));
  useEffect(() => {
    void drafts.load(conversationId);
    const look = () => {
      if (document.visibilityState === 'visible') void drafts.load(conversationId);
      else void drafts.flush(conversationId);
    };
    const leave = () => void drafts.flush(conversationId);
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', leave);
    const deafen = whenDraftMoved((id, saved) => {
      if (id !== null && id !== conversationId) return;
      void (saved ? drafts.hear(conversationId, saved.of, saved.version) : drafts.load(conversationId));
    });
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', leave);
      deafen();
      leave();
    };
  }, [conversationId]);
  const set = useCallback(
    (words: Partial<Omit<Words, 'way'>>) => drafts.change(conversationId, kind, { ...words, way }),
    [conversationId, kind, way],
  );
  return { entry, set };
}

import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'earshot.draft.';
/** Answers share one draft, so a text can be taken from public to private; a note never becomes an answer by a click. */
export type DraftKind = 'answer' | 'note';

export function readDraft(conversationId: string, kind: DraftKind): string {
  return sessionStorage.getItem(`${PREFIX}${conversationId}.${kind}`) ?? '';
}

export function keepDraft(conversationId: string, kind: DraftKind, text: string): void {
  const key = `${PREFIX}${conversationId}.${kind}`;
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // A full storage must not stop anybody from typing.
  }
}

/** What is being written; kept in this tab, so that looking at another conversation loses nothing. */
export function useDraft(conversationId: string, kind: DraftKind): readonly [string, (text: string) => void] {
  const [drafts, setDrafts] = useState(() => ({
    answer: readDraft(conversationId, 'answer'),
    note: readDraft(conversationId, 'note'),
  }));
  useEffect(() => {
    const timer = setTimeout(() => {
      keepDraft(conversationId, 'answer', drafts.answer);
      keepDraft(conversationId, 'note', drafts.note);
    }, 250);
    const keepNow = () => {
      clearTimeout(timer);
      keepDraft(conversationId, 'answer', drafts.answer);
      keepDraft(conversationId, 'note', drafts.note);
    };
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [conversationId, drafts]);
  const set = useCallback((text: string) => setDrafts((old) => ({ ...old, [kind]: text })), [kind]);
  return [drafts[kind], set];
}

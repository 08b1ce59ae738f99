import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { boardsQuery } from '../api/listening.ts';
import type { ListenSearch } from './listen-search.ts';
import { SAID_TO_US } from './said-to-us.ts';

/** Where one is: which board, which of its two views, and what it is narrowed to. */
export function useListen() {
  const search = useSearch({ from: '/inside/shell/listen' });
  const boards = useQuery(boardsQuery);
  const navigate = useNavigate();
  const all = boards.data ?? [];
  const isSaidToUs = search.board === SAID_TO_US;
  const board =
    search.board === undefined
      ? (all.find(({ kind }) => kind === 'own') ?? all[0] ?? null)
      : (all.find(({ id }) => id === search.board) ?? null);
  const change = useCallback(
    /** @param isSameStep "back" leads to before this one, too */
    (next: { readonly [Part in keyof ListenSearch]?: ListenSearch[Part] | undefined }, isSameStep = false) =>
      void navigate({
        to: '/listen',
        replace: isSameStep,
        search: (old) =>
          Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value !== undefined)),
      }),
    [navigate],
  );
  return { search, boards, board, isSaidToUs, isPicture: isSaidToUs || search.show === 'picture', change };
}

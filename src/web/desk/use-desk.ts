import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListKey } from '../api/list-key.ts';
import { nextAfter } from '../api/patch-list.ts';
import { listQuery } from '../api/queries.ts';
import { stepFrom } from './place.ts';

/** Where the agent is: which list, which conversation; and how to go on from there. */
export function useDesk() {
  const search = useSearch({ from: '/inside/shell/desk' });
  const { id = null } = useParams({ strict: false }) as { id?: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const view = search.view ?? 'needs_answer';
  const inbox = search.inbox ?? null;
  const list = useMemo<ListKey>(() => ({ view, inbox }), [view, inbox]);

  const open = useCallback(
    (next: string | null) =>
      void (next === null
        ? navigate({ to: '/desk', search: (old) => ({ ...old, room: undefined }) as never })
        : navigate({ to: '/desk/$id', params: { id: next }, search: (old) => ({ ...old, room: undefined }) as never })),
    [navigate],
  );
  const rows = useCallback(
    () => client.getQueryData(listQuery(list).queryKey)?.pages.flatMap((page) => page.items) ?? [],
    [client, list],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const all = rows();
      const at = all.findIndex((row) => row.id === id);
      const next = all[stepFrom(at, by, all.length) ?? -1];
      if (next) open(next.id);
    },
    [rows, id, open],
  );
  /** Read before an act: the act may take the row out of the list. */
  const whatIsNext = useCallback(() => {
    if (id === null) return null;
    const all = rows();
    const isListed = all.some((row) => row.id === id);
    return isListed ? nextAfter(all, id) : (all[stepFrom(-1, 1, all.length) ?? -1]?.id ?? null);
  }, [rows, id]);
  const setRoom = useCallback(
    (room: 'person' | undefined) => void navigate({ to: '.', search: (old) => ({ ...old, room }) as never }),
    [navigate],
  );
  return { search, list, id, open, step, whatIsNext, setRoom };
}

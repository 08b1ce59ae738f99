import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import type { ListKey } from '../api/list-key.ts';
import { nextAfter } from '../api/patch-list.ts';
import { listQuery } from '../api/queries.ts';
import { isPhone } from '../touch/device.ts';
import { stepBackTo } from '../touch/walked.ts';
import type { DeskSearch } from './desk-search.ts';
import { filterFromAddress } from './filter/address.ts';
import { stepFrom } from './place.ts';
import { sameList } from './same-list.ts';
import { headingFor, setOut } from './way.ts';

/** The list that an address means. */
export function listOf({
  view = 'needs_answer',
  inbox,
  saved,
  f,
  sort,
}: { readonly [Part in keyof DeskSearch]?: DeskSearch[Part] | undefined }): ListKey {
  const filter = f ? filterFromAddress(f) : null;
  return {
    view,
    inbox: inbox ?? null,
    saved: saved ?? null,
    filter: filter && filter.conditions.length > 0 ? JSON.stringify(filter) : null,
    sort: sort ?? null,
  };
}

/** Where the agent is: which list, which conversation; and how to go on from there. */
export function useDesk() {
  const search = useSearch({ from: '/inside/shell/desk' });
  const { id = null } = useParams({ strict: false }) as { id?: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const { view, inbox, saved, f, sort } = search;
  const list = useMemo(() => listOf({ view, inbox, saved, f, sort }), [view, inbox, saved, f, sort]);

  const open = useCallback(
    (next: string | null) => {
      setOut(next);
      if (next === null && stepBackTo('list')) return;
      // On a phone what lies behind a conversation is the list, however many were gone through.
      const replace = isPhone() && id !== null;
      void (next === null
        ? navigate({ to: '/desk', search: sameList, replace })
        : navigate({ to: '/desk/$id', params: { id: next }, search: sameList, replace }));
    },
    [navigate, id],
  );
  const rows = useCallback(
    (): readonly ConversationRow[] =>
      client.getQueryData(listQuery(list).queryKey)?.pages.flatMap((page) => page.items) ?? [],
    [client, list],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const all = rows();
      const from = headingFor() ?? id;
      const at = all.findIndex((row) => row.id === from);
      const next = all[stepFrom(at, by, all.length) ?? -1];
      if (next) open(next.id);
      return next?.id ?? null;
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
    (room: 'person' | undefined) => {
      if (room === undefined && stepBackTo('conversation')) return;
      const replace = room === undefined && isPhone();
      void navigate({ to: '.', search: (old) => ({ ...old, room }) as never, replace });
    },
    [navigate],
  );
  return { search, list, id, open, step, rows, whatIsNext, setRoom };
}

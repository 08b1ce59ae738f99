import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { dependsOnTime, type Filter } from '../../core/conversation/filter.ts';
import type { Team } from '../../wire/access.ts';
import type { ConversationDetail, ConversationList, ViewCounts } from '../../wire/conversations.ts';
import type { Balance, Channel, Inbox, InboxForm, LedgerDetail, LedgerEntry, NetworkList } from '../../wire/inboxes.ts';
import type { Agent, Me } from '../../wire/people.ts';
import type { OutgoingList } from '../../wire/replying.ts';
import type { SearchResult } from '../../wire/search.ts';
import type { SavedView } from '../../wire/views.ts';
import type { CustomField, Label } from '../../wire/work.ts';
import { byName, byNameInUse, compareNames } from '../text/by-name.ts';
import { call, query, Refusal } from './call.ts';
import { heardSince } from './heard.ts';
import type { ListKey } from './list-key.ts';
import { unsentByConversation } from './unsent.ts';

/** The first page is what is seen at once; those after it are read while somebody scrolls. */
const PAGE = 50;
const NEXT_PAGE = 100;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<Me>('GET', '/api/me', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: (count, error) => count < 2 && error instanceof Refusal && error.status !== 401,
});

export const agentsQuery = queryOptions({
  queryKey: ['agents'],
  queryFn: async ({ signal }) =>
    byName((await call<{ items: Agent[] }>('GET', '/api/agents', undefined, signal)).items),
  staleTime: 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => byName((await call<{ items: Team[] }>('GET', '/api/teams', undefined, signal)).items),
  staleTime: 60_000,
});

/** The archived ones too: they still stand on what they were put on. */
export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }) =>
    byNameInUse((await call<{ items: Label[] }>('GET', '/api/labels', undefined, signal)).items),
  staleTime: 60_000,
});

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: async ({ signal }) => (await call<{ items: CustomField[] }>('GET', '/api/fields', undefined, signal)).items,
  staleTime: 60_000,
});

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: async ({ signal }) => (await call<{ items: Channel[] }>('GET', '/api/channels', undefined, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: ({ signal }) => call<NetworkList>('GET', '/api/networks', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const inboxesQuery = queryOptions({
  queryKey: ['inboxes'],
  queryFn: async ({ signal }) => (await call<{ items: Inbox[] }>('GET', '/api/inboxes', undefined, signal)).items,
  staleTime: 15_000,
  // A health line is about time passing as much as about events.
  refetchInterval: 30_000,
});

/** What an inbox is connected with, but for the secrets. Read anew each time: somebody else may have changed it. */
export const inboxFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['inboxes', id, 'form'] as const,
    queryFn: async ({ signal }) =>
      (await call<z.infer<typeof InboxForm>>('GET', `/api/inboxes/${id}/form`, undefined, signal)).values,
    gcTime: 0,
    // What is being typed must not be exchanged underneath.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => call<ViewCounts>('GET', '/api/conversations/counts', undefined, signal),
  refetchInterval: 60_000,
});

export const unsentQuery = queryOptions({
  queryKey: ['unsent'],
  queryFn: async ({ signal }) =>
    unsentByConversation((await call<OutgoingList>('GET', '/api/outgoing', undefined, signal)).items),
  staleTime: 30_000,
});

/** Lists that people keep, their own and those that are shared with them. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) =>
    (await call<{ items: SavedView[] }>('GET', '/api/views', undefined, signal)).items.toSorted(
      (a, b) => a.position - b.position || compareNames(a.name, b.name),
    ),
  staleTime: 60_000,
});

/** Reading all of it again would be a storm: a list longer than this is only kept true by what is told. */
export const FEW_PAGES = 4;

/** One page of a list. */
export function readList(
  { view, saved, inbox, filter, sort }: ListKey,
  cursor: string | null,
  limit: number,
  signal?: AbortSignal,
): Promise<ConversationList> {
  const which = saved === null ? { view } : { saved };
  const path = `/api/conversations${query({ ...which, inbox, filter, sort, cursor, limit })}`;
  return call<ConversationList>('GET', path, undefined, signal);
}

export const listQuery = (list: ListKey) =>
  infiniteQueryOptions({
    queryKey: ['list', list] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => readList(list, pageParam, pageParam === null ? PAGE : NEXT_PAGE, signal),
    getNextPageParam: (page) => page.cursor,
    // Comparing fifty thousand rows with themselves costs more than drawing the twenty that are seen.
    structuralSharing: false,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
    // Time alone moves conversations into and out of these.
    refetchInterval: ({ state }) =>
      movesByItself(list) && (state.data?.pages.length ?? 0) <= FEW_PAGES ? 30_000 : false,
  });

function movesByItself({ view, saved, filter }: ListKey): boolean {
  if (view === 'opened_and_left' || saved !== null) return true;
  return filter !== null && dependsOnTime(JSON.parse(filter) as Filter);
}

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id] as const,
    queryFn: async ({ signal }) => {
      const detail = await call<ConversationDetail>('GET', `/api/conversations/${id}`, undefined, signal);
      const heard = heardSince(id, detail.conversation.changedSeq);
      return heard ? { ...detail, conversation: heard } : detail;
    },
    staleTime: 5_000,
  });

export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words] as const,
    queryFn: ({ signal }) =>
      call<SearchResult>('GET', `/api/search${query({ q: words, limit: 30 })}`, undefined, signal),
    enabled: words.trim().length >= 2,
    staleTime: 10_000,
  });

/** The same, page by page. */
export const searchPagesQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['search', 'pages', words] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call<SearchResult>('GET', `/api/search${query({ q: words, limit: 30, cursor: pageParam })}`, undefined, signal),
    getNextPageParam: (page) => page.cursor,
    enabled: words.trim().length >= 2,
    staleTime: 10_000,
  });

export const balanceQuery = queryOptions({
  queryKey: ['ledger', 'balance'],
  queryFn: ({ signal }) => call<Balance>('GET', '/api/ledger/balance', undefined, signal),
  refetchInterval: 5_000,
});

export const ledgerQuery = (state: string | null, inbox: string | null) =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'list', state, inbox] as const,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      call<{ items: LedgerEntry[]; before: number | null }>(
        'GET',
        `/api/ledger${query({ state, inbox, before: pageParam, limit: 100 })}`,
        undefined,
        signal,
      ),
    getNextPageParam: (page) => page.before,
    refetchInterval: 5_000,
  });

export const entryQuery = (id: number) =>
  queryOptions({
    queryKey: ['ledger', 'entry', id] as const,
    queryFn: ({ signal }) => call<LedgerDetail>('GET', `/api/ledger/${id}`, undefined, signal),
  });

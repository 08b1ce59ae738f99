import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, ConversationList, ConversationRow, View } from '../../wire/conversations.ts';
import type { Me } from '../../wire/people.ts';
import { patchList } from './patch-list.ts';

/** Puts rows as they now are into every list and every open conversation that holds them. */
export function applyRows(client: QueryClient, rows: readonly ConversationRow[], now: Date): void {
  const agentId = client.getQueryData<Me>(['me'])?.agent?.id ?? null;
  for (const [queryKey, list] of client.getQueriesData<InfiniteData<ConversationList>>({ queryKey: ['list'] })) {
    if (!list) continue;
    const key = { view: queryKey[1] as View, inbox: queryKey[2] as string | null };
    const patched = patchList(list, key, rows, agentId, now);
    if (patched !== list) client.setQueryData(queryKey, patched);
  }
  for (const row of rows) {
    client.setQueryData<ConversationDetail>(['conversation', row.id], (detail) =>
      detail && detail.conversation.changedSeq <= row.changedSeq ? { ...detail, conversation: row } : detail,
    );
  }
}

/** The row of a conversation from wherever it is held. */
export function heldRow(client: QueryClient, id: string): ConversationRow | null {
  const detail = client.getQueryData<ConversationDetail>(['conversation', id]);
  if (detail) return detail.conversation;
  for (const [, list] of client.getQueriesData<InfiniteData<ConversationList>>({ queryKey: ['list'] })) {
    const row = list?.pages.flatMap((page) => page.items).find((item) => item.id === id);
    if (row) return row;
  }
  return null;
}

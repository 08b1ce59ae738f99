import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, ConversationList, ConversationRow } from '../../wire/conversations.ts';
import { isKnowable, type ListKey } from './list-key.ts';
import { askerOf, ruleOf } from './list-rule.ts';
import { patchList } from './patch-list.ts';
import { askAgain } from './reread.ts';

/** Puts rows as they now are into every list and every open conversation that holds them. */
export function applyRows(client: QueryClient, rows: readonly ConversationRow[], now: Date): void {
  const { agentId } = askerOf(client);
  for (const [queryKey, list] of client.getQueriesData<InfiniteData<ConversationList>>({ queryKey: ['list'] })) {
    if (!list) continue;
    const rule = ruleOf(client, queryKey[1] as ListKey);
    const patched = rule ? patchList(list, rule, rows, agentId, now) : list;
    if (patched !== list) client.setQueryData(queryKey, patched);
    if (!rule || !isKnowable(rule)) askAgain(client, queryKey, patched !== list);
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
  for (const [, list] of client.getQueriesData<InfiniteData<ConversationList>>({ queryKey: ['list'] }))
    for (const page of list?.pages ?? []) {
      const row = page.items.find((item) => item.id === id);
      if (row) return row;
    }
  return null;
}

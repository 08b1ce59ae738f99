import type { Query, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, ConversationList } from '../../wire/conversations.ts';

const KINDS = ['list', 'conversation'];
/** The oldest state that the answer was read from; null: none that says so. */
function readAt({ queryKey, state: { data } }: Query): number | null {
  if (data === undefined) return null;
  if (queryKey[0] === 'conversation') return (data as ConversationDetail).seq;
  return Math.min(...(data as { readonly pages: readonly ConversationList[] }).pages.map(({ seq }) => seq));
}

/** What was asked for before a line stood: its first answer may be older than where the line begins, and is then read again. */
export function createAskedEarly(client: QueryClient) {
  let [begins, early] = [0, new Set<Query>()];
  return {
    /** @param seq where the line begins */
    note(seq: number): void {
      const isFirst = ({ queryKey, state }: Query) => KINDS.includes(String(queryKey[0])) && state.data === undefined;
      [begins, early] = [seq, new Set(client.getQueryCache().findAll({ predicate: isFirst, fetchStatus: 'fetching' }))];
    },
    answered(query: Query): void {
      if (!early.delete(query) || (readAt(query) ?? begins) >= begins) return;
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    },
  };
}

import type { QueryClient } from '@tanstack/react-query';
import { type Asker, type Filter, resolveFilter } from '../../core/conversation/filter.ts';
import type { Me } from '../../wire/people.ts';
import type { SavedView } from '../../wire/views.ts';
import type { ListKey, ListRule } from './list-key.ts';

/** Who `me` and `mine` are. */
export function askerOf(client: QueryClient): Asker {
  const agent = client.getQueryData<Me>(['me'])?.agent;
  return { agentId: agent?.id ?? null, teamIds: agent?.teamIds ?? [] };
}

/** What a list holds, as far as this page knows; null while its saved view is not read. */
export function ruleOf(client: QueryClient, { view, inbox, saved, filter, sort }: ListKey): ListRule | null {
  const kept = saved === null ? null : client.getQueryData<SavedView[]>(['views'])?.find(({ id }) => id === saved);
  if (kept === undefined) return null;
  const own = filter === null ? null : (JSON.parse(filter) as Filter);
  const filters = [kept?.filter, own].filter((one) => one !== null && one !== undefined);
  const asker = askerOf(client);
  return {
    view: kept ? 'all' : view,
    inbox,
    filters: filters.map((one) => resolveFilter(one as Filter, asker)),
    sort: sort ?? kept?.sort ?? null,
  };
}

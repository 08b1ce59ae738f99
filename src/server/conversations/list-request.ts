import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { asksForMe, type Filter, resolveFilter } from '../../core/conversation/filter.ts';
import type { InboxId, ViewId } from '../../core/ids.ts';
import type { ListRequest } from '../../storage/conversations/list.ts';
import type { Reader } from '../../storage/database.ts';
import type { ListQuery } from '../../wire/conversations.ts';
import type { Visitor } from '../access/visitor.ts';
import { findView, viewerOf } from '../views/viewer.ts';

/** What an address asks for, as whoever asks means it. Throws `no_such_view`. */
export async function listRequest(db: Reader, who: Visitor, query: ListQuery): Promise<ListRequest> {
  const { view, saved, inbox, filter, sort, cursor, limit } = query;
  const own = filter as Filter | undefined;
  const needsViewer = saved !== undefined || (own !== undefined && asksForMe(own));
  const viewer = needsViewer ? await viewerOf(db, who) : { agentId: who.agentId, teamIds: [], mayShare: false };
  const kept = saved === undefined ? null : await findView(db, who, viewer, saved as ViewId);
  const filters = [kept?.filter, own].filter((one) => one !== undefined);
  return {
    view: kept ? 'all' : view,
    filters: filters.map((one) => resolveFilter(one, viewer)),
    sort: sort ?? kept?.sort,
    inboxId: inbox as InboxId | undefined,
    cursor,
    limit,
    agentId: who.agentId,
    visible: visibleInboxes(who.inboxes),
  };
}

import { mayChangeView, type Viewer } from '../../core/conversation/audience.ts';
import type { SavedView } from '../../storage/views/rows.ts';
import type { SavedView as Shown } from '../../wire/views.ts';

export function showView(view: SavedView, viewer: Viewer): Shown {
  const { id, name, filter, sort, audience, teamId, ownerId, position } = view;
  const conditions = filter.conditions.map((condition) => ({ ...condition })) as Shown['filter']['conditions'];
  return {
    id,
    name,
    filter: { match: filter.match, conditions },
    sort,
    audience,
    teamId,
    ownerId,
    position,
    mayChange: mayChangeView(view, viewer),
  };
}

import { seesView } from '../../core/conversation/audience.ts';
import { dependsOnTime, resolveFilter } from '../../core/conversation/filter.ts';
import { VIEWS } from '../../core/conversation/view.ts';
import type { AgentId, InboxId, TeamId } from '../../core/ids.ts';
import type { Counted } from '../../storage/conversations/counts.ts';
import type { SavedView } from '../../storage/views/rows.ts';

export interface Asking {
  readonly agentId: AgentId | null;
  /** Null: all inboxes. */
  readonly visible: readonly InboxId[] | null;
  readonly mayShare: boolean;
}
/** One number that somebody wants. Two with the same key are one. */
export interface Wanted {
  readonly in: 'views' | 'saved';
  readonly name: string;
  readonly key: string;
  readonly list: Counted;
  /** Changes by the mere passing of time. */
  readonly isTimely: boolean;
}

/** What somebody's navigation counts: the built-in views, and the saved ones that they see. */
export function wantedBy(
  { agentId, visible, mayShare }: Asking,
  views: readonly SavedView[],
  teams: ReadonlyMap<AgentId, readonly TeamId[]>,
): readonly Wanted[] {
  const teamIds = (agentId && teams.get(agentId)) || [];
  const builtIn = VIEWS.map((view): Wanted => {
    const list = { view, agentId: view === 'mine' ? agentId : null, visible };
    return { in: 'views', name: view, key: JSON.stringify(list), list, isTimely: view === 'opened_and_left' };
  });
  const saved = views
    .filter((view) => seesView(view, { agentId, teamIds, mayShare }))
    .map(({ id, filter }): Wanted => {
      const list = {
        view: 'all' as const,
        filters: [resolveFilter(filter, { agentId, teamIds })],
        agentId: null,
        visible,
      };
      return { in: 'saved', name: id, key: JSON.stringify(list), list, isTimely: dependsOnTime(filter) };
    });
  return [...builtIn, ...saved];
}

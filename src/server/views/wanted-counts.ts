import { seesView } from '../../core/conversation/audience.ts';
import { asksForMe, dependsOnTime, resolveFilter } from '../../core/conversation/filter.ts';
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

/**
 * What somebody's navigation counts: the built-in views, and the saved ones that they see. What is the same for all who
 * may see the same is put together once: hundreds ask at a time.
 */
export function createWishes(views: readonly SavedView[], teams: ReadonlyMap<AgentId, readonly TeamId[]>) {
  const shared = new Map<string, Wanted>();
  const once = (key: string, make: () => Wanted): Wanted => {
    const wanted = shared.get(key) ?? make();
    shared.set(key, wanted);
    return wanted;
  };
  return ({ agentId, visible, mayShare }: Asking): readonly Wanted[] => {
    const teamIds = (agentId && teams.get(agentId)) || [];
    const sight = visible?.join() ?? 'all';
    const builtIn = VIEWS.map((view) => {
      const whose = view === 'mine' ? agentId : null;
      return once(`${view} ${whose} ${sight}`, () => {
        const list = { view, agentId: whose, visible };
        return { in: 'views', name: view, key: JSON.stringify(list), list, isTimely: view === 'opened_and_left' };
      });
    });
    const saved = views
      .filter((view) => seesView(view, { agentId, teamIds, mayShare }))
      .map(({ id, filter }) =>
        once(`${id} ${asksForMe(filter) ? agentId : null} ${sight}`, () => {
          const filters = [resolveFilter(filter, { agentId, teamIds })];
          const list = { view: 'all' as const, filters, agentId: null, visible };
          return { in: 'saved', name: id, key: JSON.stringify(list), list, isTimely: dependsOnTime(filter) };
        }),
      );
    return [...builtIn, ...saved];
  };
}

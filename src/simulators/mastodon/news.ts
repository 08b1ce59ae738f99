import { chance, type State } from './state.ts';

/** News that has arrived: federation takes its time, and what is lost on the way says nothing. */
export function arrived<Item>(state: State, items: readonly Item[], at: (item: Item) => Date): readonly Item[] {
  if (state.faults.isSilent) return [];
  const until = state.now().getTime() - state.faults.delayMs;
  return state.faults.delayMs > 0 ? items.filter((item) => at(item).getTime() <= until) : items;
}

export function disturbed<Item>(state: State, page: readonly Item[]): Item[] {
  const doubled = page.flatMap((item) => (chance(state, state.faults.duplicate) ? [item, item] : [item]));
  return chance(state, state.faults.reorder) ? doubled.toReversed() : doubled;
}

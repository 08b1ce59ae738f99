import type { Faults } from './network.ts';

/** What stands between something being said and us reading it in a list. */
export interface Lag {
  arrived<Item>(items: readonly Item[], at: (item: Item) => Date): Item[];
  /** A page of a list with the dialled faults in it. */
  disturbed<Item>(page: readonly Item[]): readonly Item[];
  /** Whether this answer gets lost on its way. */
  isLost(): boolean;
}

export function createLag(faults: Faults, random: () => number, now: () => Date): Lag {
  return {
    arrived(items, at) {
      if (faults.isSilent) return [];
      const until = now().getTime() - faults.delayMs;
      return faults.delayMs > 0 ? items.filter((item) => at(item).getTime() <= until) : [...items];
    },
    disturbed(page) {
      const doubled = page.flatMap((item) => (random() < faults.duplicate ? [item, item] : [item]));
      for (let at = doubled.length - 1; at > 0; at -= 1) {
        if (random() >= faults.reorder) continue;
        const other = Math.floor(random() * (at + 1));
        [doubled[at], doubled[other]] = [doubled[other]!, doubled[at]!];
      }
      return doubled;
    },
    isLost: () => random() < faults.drop,
  };
}

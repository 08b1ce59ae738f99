import type { Condition, Filter, Sort } from '../../core/conversation/filter.ts';
import type { View } from '../../core/conversation/view.ts';

/** Which list: a view or a saved one, in one inbox or in all of them, narrowed and ordered. */
export interface ListKey {
  readonly view: View;
  readonly inbox: string | null;
  /** A saved view in place of `view`. */
  readonly saved: string | null;
  /** A `Filter` as JSON, on top of the view. */
  readonly filter: string | null;
  /** Null: the view's own order. */
  readonly sort: Sort | null;
}

/** What decides what such a list holds and in which order; `me` and `mine` are resolved. */
export interface ListRule {
  readonly view: View;
  readonly inbox: string | null;
  readonly filters: readonly Filter[];
  readonly sort: Sort | null;
}

const ONLY_THE_SERVER = ['text', 'contact', 'field', 'open_task', 'age_minutes', 'merged', 'purpose', 'known_problem'];

/** Whether a row alone tells if it belongs; else the server has to be asked again. */
export function isKnowable({ filters }: ListRule): boolean {
  const isSeen = ({ about }: Condition) => !ONLY_THE_SERVER.includes(about);
  return filters.every(({ conditions }) => conditions.every(isSeen));
}

import type { AboutState, Condition, Filter } from './filter.ts';

/** What is certain of everything that fits some filters, as far as it tells which small part of the house to look in. */
export interface Certain {
  /** True: all of it asks for an answer. False: none of it does. Null: some may. */
  readonly asks: boolean | null;
  readonly snoozed: boolean | null;
  readonly promised: boolean | null;
  readonly merged: boolean | null;
  /** All of it lies in these. Null: anywhere. */
  readonly inboxIds: readonly string[] | null;
}

/** @param filters all of which must fit */
export function certainOf(filters: readonly Filter[]): Certain {
  const sure = filters.flatMap(({ match, conditions }) =>
    match === 'all' || conditions.length === 1 ? conditions : [],
  );
  const state = (about: AboutState): boolean | null => {
    const found = sure.find((condition) => condition.about === about);
    return found === undefined ? null : found.is === 'yes';
  };
  const inboxes = sure.flatMap((one) => (one.about === 'inbox' && one.is === 'one_of' ? [one.values] : []));
  const [first, ...rest] = inboxes;
  return {
    asks: asksOf(sure),
    snoozed: state('snoozed'),
    promised: state('promised') ?? (state('overdue_promise') || null),
    merged: state('merged'),
    inboxIds: first ? first.filter((id) => rest.every((values) => values.includes(id))) : null,
  };
}

function asksOf(sure: readonly Condition[]): boolean | null {
  for (const one of sure) {
    // Only what asks for an answer waits for one.
    if (one.about === 'waiting_minutes') return true;
    if (one.about !== 'attention') continue;
    const isNamed = one.values.includes('needs_answer');
    if (one.is === 'one_of' && !isNamed) return false;
    if (one.is === 'none_of' && isNamed) return false;
    if (one.is === 'one_of' && one.values.length === 1) return true;
  }
  return null;
}

import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Condition, Filter, Sort } from '../../../core/conversation/filter.ts';
import type { DeskSearch } from '../desk-search.ts';
import { useDesk } from '../use-desk.ts';
import { filterFromAddress, filterToAddress } from './address.ts';

const NOTHING: Filter = { match: 'all', conditions: [] };

/** What the list is narrowed by, and how to change it; it stands in the address, so that Back takes a step back. */
export function useFilter() {
  const { search } = useDesk();
  const navigate = useNavigate();
  const { f } = search;
  const filter = useMemo(() => (f ? filterFromAddress(f) : NOTHING), [f]);
  const set = useCallback(
    (next: Filter) => {
      const text = filterToAddress(next) ?? undefined;
      void navigate({ to: '.', search: (old: DeskSearch) => ({ ...old, f: text }) as never });
    },
    [navigate],
  );
  /** One more; about the same thing in the same way it becomes one condition with both values. */
  const add = useCallback(
    (condition: Condition) => set({ ...filter, conditions: withOneMore(filter.conditions, condition) }),
    [filter, set],
  );
  const setSort = useCallback(
    (sort: Sort | undefined) => void navigate({ to: '.', search: (old: DeskSearch) => ({ ...old, sort }) as never }),
    [navigate],
  );
  const clear = useCallback(() => set(NOTHING), [set]);
  return { filter, set, clear, add, setSort };
}

function withOneMore(conditions: readonly Condition[], one: Condition): readonly Condition[] {
  const same = conditions.findIndex((held) => held.about === one.about && held.is === one.is && one.about !== 'field');
  const held = conditions[same];
  if (held === undefined) return [...conditions, one];
  const both =
    'values' in held && 'values' in one && held.about !== 'field' && one.about !== 'field'
      ? { ...held, values: [...new Set([...held.values, ...one.values])] }
      : one;
  return conditions.with(same, both as Condition);
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { VIEWS } from '../../core/conversation/view.ts';
import { viewsQuery } from '../api/queries.ts';
import { lendHands } from '../palette/state.ts';
import { useKeys } from '../parts/use-keys.ts';
import { type DeskSearch, searchOf } from './desk-search.ts';
import { extendTo, selectAll, selectedNow, toggle } from './selection/selection.ts';
import { useBulk } from './selection/use-bulk.ts';
import type { useDesk } from './use-desk.ts';

const ALL_LISTS = 9;

/** Going through the list, choosing in it, and going to another list, by key; and what the palette may do here. */
export function useDeskKeys({ id, rows, step, open }: ReturnType<typeof useDesk>): void {
  const navigate = useNavigate();
  const { data: saved = [] } = useQuery(viewsQuery);
  const bulk = useBulk();
  const focused = () => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null;
  const here = () => id ?? focused() ?? rows()[0]?.id ?? null;
  const extend = (by: 1 | -1) => {
    const from = here();
    if (from !== null && selectedNow().size === 0) toggle(from);
    const to = step(by);
    if (to !== null) extendTo(to, rows());
  };
  const choose = () => {
    const at = here();
    if (at !== null) toggle(at);
  };
  const lists: readonly DeskSearch[] = [...VIEWS.map(searchOf), ...saved.map((view) => ({ saved: view.id }))];
  const go = (nth: number) => {
    const search = lists[nth];
    if (search) void navigate({ to: '/desk', search });
  };
  const down = () => void step(1);
  const up = () => void step(-1);
  const arrowDown = ({ shiftKey }: KeyboardEvent) => (shiftKey ? extend(1) : down());
  const arrowUp = ({ shiftKey }: KeyboardEvent) => (shiftKey ? extend(-1) : up());
  const extendDown = () => extend(1);
  const extendUp = () => extend(-1);
  const chooseAll = () => selectAll(rows().map((row) => row.id));
  const leave = () => open(null);
  useKeys({
    j: down,
    k: up,
    ArrowDown: arrowDown,
    ArrowUp: arrowUp,
    J: extendDown,
    K: extendUp,
    x: choose,
    X: chooseAll,
    Escape: leave,
    ...Object.fromEntries(Array.from({ length: ALL_LISTS }, (_, nth) => [String(nth + 1), () => go(nth)])),
  });
  useEffect(() => {
    const targets = () => {
      const chosen = [...selectedNow()];
      return chosen.length > 0 ? chosen : id === null ? [] : [id];
    };
    lendHands({ targets, run: bulk });
    return () => lendHands(null);
  }, [id, bulk]);
}

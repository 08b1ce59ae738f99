import { useNavigate, useRouter } from '@tanstack/react-router';
import type { AboutNumber, AboutValue, Condition } from '../../core/conversation/filter.ts';
import { SORT_ORDERS } from '../desk/desk-search.ts';
import { ABOUT_NUMBER, ABOUT_STATE, ABOUT_TEXT, ABOUT_VALUE } from '../desk/filter/abouts.ts';
import { filterFromAddress, filterToAddress } from '../desk/filter/address.ts';
import { useChoices, useFields } from '../desk/filter/use-choices.tsx';
import { withOneMore } from '../desk/filter/use-filter.ts';
import { conditionWords } from '../desk/filter/words.ts';
import { t } from '../text/t.ts';
import type { Item } from './item.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, m: 1, h: 60, d: 1440, w: 10_080 };

/** Narrowing the list by keyboard: first by what, then to what; or straight to it by its name. */
export function useNarrowing(about: string | null, typed: string): readonly Item[] {
  const navigate = useNavigate();
  const router = useRouter();
  const choices = useChoices();
  const fields = useFields();
  function add(condition: Condition) {
    const search = router.state.location.search as { readonly f?: string };
    const now = filterFromAddress(search.f ?? '');
    const f = filterToAddress({ ...now, conditions: withOneMore(now.conditions, condition) }) ?? undefined;
    void navigate({ to: '.', search: (old) => ({ ...old, f }) as never });
  }
  const item = (condition: Condition, icon?: Item['icon']): Item => ({
    id: JSON.stringify(condition),
    name: conditionWords(condition, { choices, fields }),
    also: typed,
    ...(icon ? { icon } : {}),
    run: () => add(condition),
  });
  const valuesOf = (one: AboutValue): Item[] =>
    choices(one).map(({ value, icon }) => {
      const { also: _also, ...line } = item({ about: one, is: 'one_of', values: [value] }, icon);
      return line;
    });
  const amounts = (one: AboutNumber): Item[] => {
    const read = /^(\d+(?:\.\d+)?)\s*([mhdw]?)$/.exec(typed.trim().toLowerCase());
    if (!read) return [];
    const value = Number(read[1]) * (one.endsWith('_minutes') ? (UNITS[read[2] ?? ''] ?? 1) : 1);
    return [item({ about: one, is: 'at_least', value }), item({ about: one, is: 'at_most', value })];
  };
  const words = (one: (typeof ABOUT_TEXT)[number]): Item[] => {
    const value = typed.trim();
    return value === '' ? [] : [item({ about: one, is: 'contains', value }), item({ about: one, is: 'lacks', value })];
  };
  if (about !== null) {
    const value = ABOUT_VALUE.find((one) => one === about);
    const number = ABOUT_NUMBER.find((one) => one === about);
    const text = ABOUT_TEXT.find((one) => one === about);
    return value ? valuesOf(value) : number ? amounts(number) : text ? words(text) : [];
  }
  const bare = ({ also: _also, ...line }: Item): Item => line;
  return [
    ...[...ABOUT_VALUE, ...ABOUT_NUMBER, ...ABOUT_TEXT].map((one) => ({
      id: one,
      name: `${t(`about.${one}`)}…`,
      next: `filter:${one}` as const,
    })),
    ...ABOUT_STATE.flatMap((one) => [bare(item({ about: one, is: 'yes' })), bare(item({ about: one, is: 'no' }))]),
    ...(typed.trim() === '' ? [] : ABOUT_VALUE.flatMap(valuesOf)),
  ];
}

/** The orders a list can stand in. */
export function useOrders(): readonly Item[] {
  const navigate = useNavigate();
  const put = (sort: string | undefined) => () =>
    void navigate({ to: '.', search: (old) => ({ ...old, sort }) as never });
  return [
    ...SORT_ORDERS.map((sort) => ({ id: sort, name: t(`sort.${sort}`), run: put(sort) })),
    { id: 'own', name: t('sort.own'), run: put(undefined) },
  ];
}

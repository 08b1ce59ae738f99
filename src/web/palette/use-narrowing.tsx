import {
  ABOUT_NUMBER,
  ABOUT_STATE,
  ABOUT_TEXT,
  ABOUT_VALUE,
  type AboutNumber,
  type AboutValue,
  type Condition,
  SORTS,
} from '../../core/conversation/filter.ts';
import { useChoices, useFields } from '../desk/filter/use-choices.tsx';
import { useFilter } from '../desk/filter/use-filter.ts';
import { conditionWords } from '../desk/filter/words.ts';
import { t } from '../text/t.ts';
import type { Item } from './item.ts';
import { MINUTES_IN } from './when.ts';

/** Narrowing the list by keyboard: first by what, then to what; or straight to it by its name. */
export function useNarrowing(about: string | null, typed: string): readonly Item[] {
  const { add } = useFilter();
  const choices = useChoices();
  const fields = useFields();
  const item = (condition: Condition, icon?: Item['icon']): Item => ({
    id: JSON.stringify(condition),
    name: conditionWords(condition, { choices, fields }),
    ...(icon ? { icon } : {}),
    run: () => add(condition),
  });
  /** Made of what was typed, and so always found by it. */
  const typedItem = (condition: Condition): Item => ({ ...item(condition), also: typed });
  const valuesOf = (one: AboutValue): Item[] =>
    choices(one).map(({ value, icon }) => item({ about: one, is: 'one_of', values: [value] }, icon));
  const amounts = (one: AboutNumber): Item[] => {
    const read = /^(\d+(?:\.\d+)?)\s*([mhdw]?)$/.exec(typed.trim().toLowerCase());
    if (!read) return [];
    const value = Number(read[1]) * (one.endsWith('_minutes') ? (MINUTES_IN[read[2] || 'm'] ?? 1) : 1);
    return [typedItem({ about: one, is: 'at_least', value }), typedItem({ about: one, is: 'at_most', value })];
  };
  const words = (one: (typeof ABOUT_TEXT)[number]): Item[] => {
    const value = typed.trim();
    if (value === '') return [];
    return [typedItem({ about: one, is: 'contains', value }), typedItem({ about: one, is: 'lacks', value })];
  };
  if (about !== null) {
    const value = ABOUT_VALUE.find((one) => one === about);
    const number = ABOUT_NUMBER.find((one) => one === about);
    const text = ABOUT_TEXT.find((one) => one === about);
    return value ? valuesOf(value) : number ? amounts(number) : text ? words(text) : [];
  }
  return [
    ...[...ABOUT_VALUE, ...ABOUT_NUMBER, ...ABOUT_TEXT].map((one) => ({
      id: one,
      name: `${t(`about.${one}`)}…`,
      next: `filter:${one}` as const,
    })),
    ...ABOUT_STATE.flatMap((one) => [item({ about: one, is: 'yes' }), item({ about: one, is: 'no' })]),
    ...(typed.trim() === '' ? [] : ABOUT_VALUE.flatMap(valuesOf)),
  ];
}

/** The orders a list can stand in. */
export function useOrders(): readonly Item[] {
  const { setSort } = useFilter();
  return [
    ...SORTS.map((sort) => ({ id: sort, name: t(`sort.${sort}`), run: () => setSort(sort) })),
    { id: 'own', name: t('sort.own'), run: () => setSort(undefined) },
  ];
}

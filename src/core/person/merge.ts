import type { Json } from '../ids.ts';

export type PersonColumns = { readonly [column: string]: Json };

/** Columns that mean something only together. */
const GROUPS: readonly (readonly [string, ...string[]])[] = [
  ['name'],
  ['avatar_url'],
  ['language'],
  ['vip_at', 'vip_by'],
  ['muted_at', 'muted_by'],
  ['blocked_at', 'blocked_by'],
  ['lifecycle', 'lifecycle_by'],
  ['company_id', 'company_by'],
];
const ORDERS = ['orders_count', 'orders_value', 'last_order_at'] as const;

/** What a merge may change of a person, and what taking it back gives back. */
export const PERSON_COLUMNS: readonly string[] = [...GROUPS.flat(), ...ORDERS, 'fields'];

type Fields = { readonly [key: string]: Json };
const fieldsOf = (row: PersonColumns): Fields => (row.fields ?? {}) as Fields;
const isThere = (value: Json | undefined): boolean => value !== null && value !== undefined && value !== '';

/** One person out of several: what the first one has stays, what it lacks comes from the next that has it. */
export function mergedPerson(base: PersonColumns, others: readonly PersonColumns[]): PersonColumns {
  const all = [base, ...others];
  const after: Record<string, Json> = {};
  for (const group of GROUPS) {
    const from = all.find((one) => isThere(one[group[0]])) ?? base;
    for (const column of group) after[column] = from[column] ?? null;
  }
  const buyers = all.filter((one) => isThere(one.orders_count));
  after.orders_count = sum(buyers, 'orders_count');
  after.orders_value = sum(buyers, 'orders_value');
  after.last_order_at =
    all
      .map((one) => one.last_order_at)
      .filter((at): at is string => typeof at === 'string')
      .toSorted()
      .at(-1) ?? null;
  after.fields = Object.assign({}, ...all.toReversed().map(fieldsOf)) as Fields;
  return after;
}

const sum = (rows: readonly PersonColumns[], column: string): Json =>
  rows.length === 0 ? null : Math.round(rows.reduce((all, row) => all + Number(row[column] ?? 0), 0) * 100) / 100;

/** Puts `wanted` in the place of `expected` wherever nobody changed it since. */
export function givenBack(current: PersonColumns, expected: PersonColumns, wanted: PersonColumns): PersonColumns {
  const after: Record<string, Json> = { ...current };
  for (const group of [...GROUPS, ORDERS]) {
    if (group.every((column) => isSame(current[column], expected[column])))
      for (const column of group) after[column] = wanted[column] ?? null;
  }
  const [now, then, back] = [fieldsOf(current), fieldsOf(expected), fieldsOf(wanted)];
  const keys = new Set([...Object.keys(now), ...Object.keys(then), ...Object.keys(back)]);
  after.fields = Object.fromEntries(
    [...keys].flatMap((key) => {
      const value = isSame(now[key], then[key]) ? back[key] : now[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return after;
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

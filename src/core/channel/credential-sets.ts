import type { CredentialField, CredentialForm, CredentialSet } from './credentials.ts';

type Given = Readonly<Record<string, unknown>>;
type Asked = Pick<CredentialForm<unknown>, 'fields' | 'sets'>;

const isGiven = (given: Given, name: string): boolean => {
  const value = given[name];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
};
const missingOf = ({ needs }: CredentialSet, given: Given): readonly string[] =>
  needs.filter((name) => !isGiven(given, name));

/** The set that is gone by: where several are whole, the last of them. Null: none is whole. */
export const setInUse = (sets: readonly CredentialSet[], given: Given): CredentialSet | null =>
  sets.findLast((one) => missingOf(one, given).length === 0) ?? null;

/** What is missing where no set is whole: of the one that lacks least, and which there are. */
export function lackingOf(
  { fields, sets = [] }: Asked,
  given: Given,
): readonly { readonly field: string; readonly message: string }[] {
  if (sets.length === 0 || setInUse(sets, given)) return [];
  const begun = (one: CredentialSet) => one.needs.length - missingOf(one, given).length;
  const [nearest] = sets.toSorted((a, b) => begun(b) - begun(a));
  const labelOf = (name: string) => fields.find((one) => one.name === name)?.label ?? name;
  const either = `Give either ${sets.map(({ needs }) => needs.map(labelOf).join(' and ')).join(', or ')}.`;
  return (nearest ? missingOf(nearest, given) : []).map((field, at) => ({
    field,
    message: at === 0 ? `${labelOf(field)} is missing. ${either}` : `${labelOf(field)} is missing.`,
  }));
}

/** Of a field that belongs to sets: only who chose one of them fills it in. */
export const isOfSets = (sets: readonly CredentialSet[], { name }: Pick<CredentialField, 'name'>): boolean =>
  sets.some(({ needs, may = [] }) => needs.includes(name) || may.includes(name));

import { isOfSets } from '../../../core/channel/credential-sets.ts';
import type { ShopKind } from '../../../wire/commerce.ts';
import type { CredentialField } from '../../../wire/inboxes.ts';
import { type Filled, filledIn } from '../../inboxes/filled-in.ts';

/** What a form asks of whoever chose one of the ways to be let in. */
export interface Asked {
  /** Whatever the way. */
  readonly always: readonly CredentialField[];
  /** For this way, what is needed first. */
  readonly byWay: readonly CredentialField[];
}

export function askedOf({ fields, sets }: Pick<ShopKind, 'fields' | 'sets'>, way: string | null): Asked {
  const set = sets.find(({ key }) => key === way);
  const named = (names: readonly string[], optional: boolean) =>
    names.flatMap((name) => {
      const field = fields.find((one) => one.name === name);
      return field ? [{ ...field, optional }] : [];
    });
  return {
    always: fields.filter((field) => !isOfSets(sets, field)),
    byWay: set ? [...named(set.needs, false), ...named(set.may, true)] : [],
  };
}

/** What is needed and neither filled in nor kept. */
export function missingOf({ always, byWay }: Asked, form: Filled, secrets: readonly string[]) {
  return [...always, ...byWay].filter(
    ({ name, optional, kind }) =>
      !optional && kind !== 'toggle' && String(form[name] ?? '').trim() === '' && !secrets.includes(name),
  );
}

/** What is sent. Of a shop that is kept, what another way was let in by is to be forgotten. */
export function givenOf(
  { fields }: Pick<ShopKind, 'fields'>,
  { always, byWay }: Asked,
  form: Filled,
  isChange: boolean,
): Record<string, unknown> {
  const asked = [...always, ...byWay];
  const others = fields.filter(({ name }) => !asked.some((one) => one.name === name));
  return {
    ...filledIn(asked, form, isChange),
    ...(isChange ? Object.fromEntries(others.map(({ name }) => [name, null])) : {}),
  };
}

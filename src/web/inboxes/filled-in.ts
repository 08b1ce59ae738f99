import type { CredentialField } from '../../wire/inboxes.ts';

export type Filled = Readonly<Record<string, string | boolean>>;

/** What a form starts from: the connector's own first values. */
export function emptyForm(fields: readonly CredentialField[]): Filled {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'toggle' ? field.initial === true : String(field.initial ?? '')]),
  );
}

/** What a form starts from when an inbox is changed: what is kept; secrets are not told, so they stay empty. */
export function keptForm(
  fields: readonly CredentialField[],
  kept: Readonly<Record<string, string | number | boolean>>,
): Filled {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === 'toggle' ? kept[field.name] === true : String(kept[field.name] ?? ''),
    ]),
  );
}

/** What is sent: a secret left empty means "as it was", so it is left out when changing. */
export function filledIn(fields: readonly CredentialField[], form: Filled, isChange: boolean): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const value = form[field.name] ?? '';
      if (isChange && field.kind === 'secret' && value === '') return [];
      if (field.kind === 'number') return [[field.name, value === '' ? undefined : Number(value)]];
      return [[field.name, value]];
    }),
  );
}

import type { CredentialField } from '../core/channel/credentials.ts';

type Given = Readonly<Record<string, unknown>>;
type Unasked = { readonly ok: false; readonly problem: string; readonly todo: string; readonly field: string };

/**
 * A form never shows a stored secret: what was left empty there means the one that is kept. That one goes to nobody
 * but whom it was given for: with another address it has to be entered again. What is null is to be forgotten.
 */
export function keepSecrets(fields: readonly CredentialField[], kept: unknown, given: Given): Given {
  const before = recordOf(kept);
  const isElsewhere = goesElsewhere(fields, before, given);
  const filled = fields
    .filter((field) => isLeftOut(field, given) && before[field.name] !== undefined)
    .filter(({ kind }) => kind !== 'secret' || !isElsewhere)
    .map(({ name }) => [name, before[name]]);
  const wanted = Object.entries(given).filter(([, value]) => value !== null);
  return Object.fromEntries([...wanted, ...filled]);
}

/** Which secret has to be entered again because it would go to another address now; null: none. */
export function askedAnew(fields: readonly CredentialField[], kept: unknown, given: Given): Unasked | null {
  const before = recordOf(kept);
  if (!goesElsewhere(fields, before, given)) return null;
  const missing = fields.find(
    (field) => field.kind === 'secret' && !field.optional && isLeftOut(field, given) && Boolean(before[field.name]),
  );
  if (!missing) return null;
  return {
    ok: false,
    problem: 'The address is another one now, and what was kept for the old one is not sent there.',
    todo: `Enter it again: ${missing.label}.`,
    field: missing.name,
  };
}

const recordOf = (kept: unknown): Given => (typeof kept === 'object' && kept !== null ? (kept as Given) : {});

const isLeftOut = ({ name, kind }: CredentialField, given: Given): boolean =>
  given[name] === undefined || (kind === 'secret' && given[name] === '');

const goesElsewhere = (fields: readonly CredentialField[], before: Given, given: Given): boolean =>
  fields.some(({ name, kind, takesSecrets, initial }) => {
    if (!takesSecrets || given[name] === undefined) return false;
    const placeOf = kind === 'url' ? originOf : hostOf;
    const place = placeOf(given[name]) || placeOf(initial);
    return place !== '' && place !== placeOf(before[name]);
  });

/** The name of a machine is asked for as it stands: what looks like an address of the same origin may be another name. */
const hostOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** Scheme, host and port; paths below them are the same program's. */
function originOf(value: unknown): string {
  const text = hostOf(value);
  if (text === '') return '';
  return URL.parse(/^[a-z][a-z+.-]*:\/\//.test(text) ? text : `https://${text}`)?.origin ?? text;
}

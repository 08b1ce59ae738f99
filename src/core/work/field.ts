export type FieldAbout = 'conversation' | 'contact';
export type FieldKind = 'text' | 'number' | 'date' | 'choice' | 'toggle';
export type FieldValue = string | number | boolean | null;

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly isArchived: boolean;
}

/** What a value must be for its field, in words that a person can act on. Null: it fits; null always does, it empties the field. */
export function misfitOf(field: Field, value: FieldValue): string | null {
  if (value === null) return null;
  if (field.isArchived) return `“${field.name}” is archived: it can be emptied, but not filled in any more.`;
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : `“${field.name}” is a text.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : `“${field.name}” is a number.`;
    case 'toggle':
      return typeof value === 'boolean' ? null : `“${field.name}” is either on or off.`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : `“${field.name}” is a date: YYYY-MM-DD.`;
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
        ? null
        : `“${field.name}” is one of: ${field.choices.join(', ')}.`;
  }
}

/** A day that the calendar has: 2026-02-30 is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

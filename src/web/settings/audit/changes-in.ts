/** Where a thing has no fields of its own: it was one list, and is another. */
export const WHOLE = '';

export interface Changed {
  readonly field: string;
  /** Null: it was not there before, or nothing is known of it. */
  readonly before: string | null;
  readonly after: string;
}

/** What an entry changed, field by field. `before` and `after` are put side by side; what is the same is left out. */
export function changesIn(detail: Readonly<Record<string, unknown>>): readonly Changed[] {
  const { before, after, ...rest } = detail;
  const was = isObject(before) ? before : {};
  const is = isObject(after) ? after : {};
  const compared = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => words(was[field]) !== words(is[field]))
    .map((field) => ({ field, before: field in was ? words(was[field]) : null, after: words(is[field]) }));
  const plain = Object.entries(rest).map(([field, value]) => ({ field, before: null, after: words(value) }));
  const isWhole = !isObject(before) && !isObject(after) && (before !== undefined || after !== undefined);
  const whole = isWhole ? [{ field: WHOLE, before: words(before), after: words(after) }] : [];
  return [...compared, ...whole, ...plain];
}

const NAMES = ['name', 'title', 'email'] as const;

/** What an entry is about, by name, when it says so: as it is called now before as it was called. */
export function subjectOf(detail: Readonly<Record<string, unknown>>): string | null {
  for (const place of [detail, detail.after, detail.before])
    if (isObject(place))
      for (const field of NAMES) {
        const value = place[field];
        if (typeof value === 'string' && value !== '') return value;
      }
  return null;
}

function words(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(words).join(', ');
  return isObject(value) ? objectWords(value) : String(value);
}

/** What has a name is called by it: the ids beside it tell nobody anything. */
function objectWords(value: Record<string, unknown>): string {
  const { name, ...rest } = value;
  const told = Object.entries(rest).filter(([field, one]) => one !== null && !(name && /(^id|Id)$/.test(field)));
  const facts = told.map(([field, one]) => (name ? words(one) : `${field}: ${words(one)}`));
  if (typeof name !== 'string') return facts.join('; ');
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

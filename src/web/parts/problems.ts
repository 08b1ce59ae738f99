import { inWords, Refusal } from '../api/call.ts';

/** What is wrong with something that was sent, and with which of its fields when the server says so. */
export interface Problem {
  readonly field: string | null;
  readonly words: string;
}

/** The server names a field in two ways: one rule's own (`details.field`), or all that the schema refused. */
export function problemsOf(error: unknown): readonly Problem[] {
  const details = error instanceof Refusal ? error.details : {};
  if (Array.isArray(details.fields)) {
    const named = details.fields.flatMap((one: unknown) => readField(one) ?? []);
    if (named.length > 0) return named;
  }
  return [{ field: typeof details.field === 'string' ? details.field : null, words: inWords(error) }];
}

function readField(one: unknown): Problem | null {
  if (typeof one !== 'object' || one === null || !('field' in one) || !('message' in one)) return null;
  const field = String(one.field).replace(/^(body|params|querystring)(\.|$)/, '');
  return { field: field === '' ? null : field, words: String(one.message) };
}

/** What to say at a field: its own problem, or one of something within it (`variants.0.text`). */
export function problemAt(problems: readonly Problem[], field: string): string | null {
  return problems.find((one) => one.field === field || one.field?.startsWith(`${field}.`))?.words ?? null;
}

/** What no field on screen can say. */
export function problemElsewhere(problems: readonly Problem[], shown: readonly string[]): string | null {
  const rest = problems.filter(({ field }) => !shown.some((one) => field === one || field?.startsWith(`${one}.`)));
  return rest.length === 0 ? null : rest.map(({ field, words }) => (field ? `${field}: ${words}` : words)).join(' ');
}

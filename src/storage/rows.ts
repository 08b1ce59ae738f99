import { type RawBuilder, sql } from 'kysely';

/**
 * Rows for `json_to_recordset`: one parameter however many rows and columns, so a batch is one statement with one
 * prepared shape. PostgreSQL holds neither NUL nor half a surrogate pair; a customer's text may hold both.
 */
export function jsonRows(rows: readonly object[]): RawBuilder<unknown> {
  return sql`${storableJson(rows)}::json`;
}

/** JSON that PostgreSQL accepts as json and jsonb. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(clean(value)) : text;
}

/** A text that PostgreSQL can hold. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), clean(inner)]));
}

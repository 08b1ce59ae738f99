import type { FastifyRequest } from 'fastify';
import { CareError } from '../core/errors.ts';
import { storableText } from '../storage/rows.ts';

/**
 * Text arrives as the database can hold it: without the letter zero and without halves of letters. Nobody means them, and
 * asked about at each of a hundred places they would be forgotten at one.
 */
export async function cleanInput(request: FastifyRequest): Promise<void> {
  request.body = clean(request.body);
  request.query = clean(request.query);
  request.params = clean(request.params);
}

/** Deeper than anything that is asked for here. */
const DEEPEST = 40;

/** The same one where there was nothing to clean, which is nearly always. */
function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  if (depth > DEEPEST) throw new CareError('invalid', 'invalid_input', 'This is nested deeper than anything here.');
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, inner]) => [storableText(key), clean(inner, depth + 1)] as const);
  if (cleaned.every(([key, inner], at) => key === entries[at]?.[0] && inner === entries[at]?.[1])) return value;
  return Array.isArray(value) ? cleaned.map(([, inner]) => inner) : Object.fromEntries(cleaned);
}

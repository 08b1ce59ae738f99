import { useState } from 'react';
import { Refusal } from '../api/call.ts';

/** As a query has them. */
interface Asked {
  readonly data: unknown;
  readonly error: unknown;
}

/**
 * Why this conversation is not shown, for as long as nothing else was heard: a question that is asked again forgets its
 * refusal meanwhile, and the page would flicker. What can be tried again is not held.
 */
export function useRefusal(id: string, { data, error }: Asked): Refusal | null {
  const [held, setHeld] = useState<{ readonly id: string; readonly error: Refusal } | null>(null);
  const isFinal = error instanceof Refusal && [400, 403, 404].includes(error.status);
  if (isFinal && (held?.error !== error || held.id !== id)) setHeld({ id, error });
  if (held && (data !== undefined || (error && !isFinal))) setHeld(null);
  if (isFinal) return error;
  return held?.id === id && data === undefined && !error ? held.error : null;
}

import { useQuery } from '@tanstack/react-query';
import { unsentQuery } from './queries.ts';
import type { Unsent } from './unsent.ts';

/** Read once for the whole list; a row hears only of itself. */
export function useUnsent(conversationId: string): Unsent | null {
  const { data } = useQuery({ ...unsentQuery, select: (unsent) => unsent.get(conversationId) ?? null });
  return data ?? null;
}

import { useQueryClient } from '@tanstack/react-query';

/** What a change touched is read anew, by the first word of its keys. */
export function useRefresh(...touched: readonly string[]): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

import { QueryCache, type QueryClient } from '@tanstack/react-query';
import { Refusal } from './call.ts';
import { OwingClient } from './owing-client.ts';

/** Where a page goes when the session has ended. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

export function createClient(): QueryClient {
  const client: QueryClient = new OwingClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (!(error instanceof Refusal)) return;
        if (error.status === 401 && query.queryKey[0] !== 'me') onSignedOut();
        // The workspace has just begun to ask for one: the page that adds it takes the place of everything.
        if (error.code === 'second_factor_needed') void client.invalidateQueries({ queryKey: ['me'] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        // A refusal stays a refusal; only what may pass by itself is tried again.
        retry: (count, error) =>
          count < 2 && (!(error instanceof Refusal) || error.status === 0 || error.status >= 500),
        retryDelay: (count) => 400 * 2 ** count,
      },
    },
  });
  return client;
}

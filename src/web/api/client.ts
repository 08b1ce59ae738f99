import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './call.ts';

/** Where a page goes when the session has ended. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

export function createClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refusal && error.status === 401 && query.queryKey[0] !== 'me') onSignedOut();
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
}

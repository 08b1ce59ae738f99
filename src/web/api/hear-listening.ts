import type { Query, QueryClient } from '@tanstack/react-query';

/** Where much is said, it is told with every batch: it is read again at most this often. Milliseconds. */
const READ_EVERY_MS = 2_000;
/** A list that somebody has scrolled further down is only marked: it is read again when they come back to it. */
const FEW_PAGES = 4;
let timer: ReturnType<typeof setTimeout> | undefined;

const pagesOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) ? data.pages.length : 0;

/** Something was heard or judged: what is on screen of it is read again, quietly and not all the time. */
export function hearListening(client: QueryClient): void {
  if (timer !== undefined) return;
  timer = setTimeout(
    () => {
      timer = undefined;
      // What is on its way comes first: asking again each time would be asking for ever.
      if (client.isFetching({ queryKey: ['listening'] }) > 0) return hearListening(client);
      const isLong = ({ state }: Query) => pagesOf(state.data) > FEW_PAGES;
      void client.invalidateQueries({ queryKey: ['listening'], predicate: isLong, refetchType: 'none' });
      void client.invalidateQueries({ queryKey: ['listening'], predicate: (query) => !isLong(query) });
    },
    READ_EVERY_MS * (0.5 + Math.random() / 2),
  );
}

import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryClientConfig,
  type QueryKey,
} from '@tanstack/react-query';

interface Debt {
  /** The answer on its way when it was told. */
  readonly flight: Promise<unknown>;
  readonly isOnlyMarked: boolean;
}

/**
 * A client on which nothing that was told is lost: neither while an answer is on its way, nor by what is patched. What
 * cannot be begun anew (a first answer, one that nobody looks at, one that is to be let through) is asked for once more
 * when it has arrived: it may be older than what was told. Once for all that was told meanwhile, so that it comes to rest
 * however much that is.
 */
export class OwingClient extends QueryClient {
  readonly #owed = new WeakMap<Query, Debt>();
  readonly #marked = new WeakSet<Query>();

  constructor(config: QueryClientConfig) {
    super(config);
    this.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      const { query, action } = event;
      this.#keepMark(query, action.type === 'success' && !action.manual && !query.state.fetchMeta?.fetchMore);
      const hasEnded = query.state.fetchStatus === 'idle' && action.type !== 'invalidate';
      if (hasEnded) this.#settle(query, action.type === 'setState');
    });
  }

  override invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const inFlight = this.getQueryCache()
      .findAll(filters)
      .flatMap((query) =>
        query.promise && query.state.fetchStatus !== 'idle' ? [{ query, flight: query.promise }] : [],
      );
    const done = super.invalidateQueries(filters, options);
    for (const { query, flight } of inFlight) {
      // Begun anew just now: younger than what was told.
      if (query.promise !== flight) continue;
      const before = this.#owed.get(query);
      const isMore = before?.flight === flight && !before.isOnlyMarked;
      this.#owed.set(query, { flight, isOnlyMarked: filters?.refetchType === 'none' && !isMore });
    }
    return done;
  }

  /** A part that is put in, one more page, or breaking off makes nothing young that was marked as old. */
  #keepMark(query: Query, isReadAnew: boolean): void {
    if (isReadAnew) this.#marked.delete(query);
    else if (query.state.isInvalidated) this.#marked.add(query);
    else if (this.#marked.has(query)) query.invalidate();
  }

  /** @param isBrokenOff whoever did that puts something in its place, or looks no more: a mark is enough */
  #settle(query: Query, isBrokenOff: boolean): void {
    const debt = this.#owed.get(query);
    if (!debt) return;
    this.#owed.delete(query);
    if (query.promise !== debt.flight) return;
    const refetchType = debt.isOnlyMarked || isBrokenOff ? 'none' : 'active';
    void this.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType });
  }
}

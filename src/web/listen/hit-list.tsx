import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Hit } from '../api/listening.ts';
import { MoreFailed } from '../desk/list/more-failed.tsx';
import { useHeldPlace } from '../desk/list/use-held-place.ts';
import { measureShown } from '../parts/measure-shown.ts';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import type { Asked } from './ask.ts';
import { canChoose, type useChosen } from './chosen.ts';
import { Handled } from './handled.tsx';
import { HitButtons } from './hit-buttons.tsx';
import { HitCard } from './hit-card.tsx';
import type { HitAct } from './use-can.ts';
import type { HitActs } from './use-hit-acts.ts';

/** Most have two lines, chips and buttons. Pixels; measured when drawn. */
const USUAL_HEIGHT = 156;

interface Props {
  readonly items: readonly Hit[];
  /** What somebody looks for in them. */
  readonly term: string | undefined;
  /** How many came above and wait to be let in. */
  readonly fresh: number;
  readonly letIn: () => void;
  readonly hasMore: boolean;
  readonly query: Pick<
    UseInfiniteQueryResult,
    'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage' | 'isFetching'
  >;
  readonly current: string | null;
  readonly choosing: ReturnType<typeof useChosen>;
  readonly acts: HitActs;
  readonly asked: Asked | null;
  readonly onAsk: (asked: Asked | null) => void;
  readonly onCurrent: (id: string) => void;
  readonly onJudge: (hit: Hit, to: 'acknowledged' | 'ignored' | 'waiting') => void;
}

/** Only what is in sight is drawn; what comes and goes above does not move it. */
export function HitList(props: Props) {
  const { items, fresh, letIn, hasMore, query, current, choosing, onCurrent } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? 'more',
    overscan: 5,
    measureElement: measureShown,
  });
  const drawn = virtual.getVirtualItems();
  const { toTop } = useHeldPlace(items, virtual, scroller);
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isFetchingNextPage && !isFetchNextPageError && lastDrawn >= items.length - 8) void fetchNextPage();
  }, [hasMore, isFetchingNextPage, isFetchNextPageError, fetchNextPage, lastDrawn, items.length]);

  const at = items.findIndex(({ id }) => id === current);
  const was = useRef(current);
  useEffect(() => {
    if (at === -1 || was.current === current) return;
    was.current = current;
    virtual.scrollToIndex(at, { align: 'auto' });
    // The keyboard goes where the keys are meant, unless it is in something else.
    const isFree = document.activeElement === document.body || document.activeElement?.closest('[data-hit]');
    if (isFree)
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-hit="${current}"]`)?.focus({ preventScroll: true }),
      );
  }, [at, current, virtual]);

  return (
    <>
      {fresh > 0 && (
        <button
          type="button"
          onClick={() => {
            letIn();
            toTop();
          }}
          className="absolute start-1/2 top-1 z-10 inline-flex -translate-x-1/2 items-center gap-1 rounded-full bg-accent px-3 py-1 text-s font-semibold whitespace-nowrap text-on-accent shadow-lift max-phone:py-2.5 rtl:translate-x-1/2"
        >
          <ArrowUp size={13} aria-hidden /> {t('listen.fresh', { count: fresh })}
        </button>
      )}
      <p role="status" className="sr-only">
        {fresh > 0 ? t('listen.fresh', { count: fresh }) : ''}
      </p>
      <div
        ref={scroller}
        aria-busy={query.isFetching}
        className="min-h-0 flex-1 overflow-auto px-6 pb-6 [overflow-anchor:none] max-phone:px-3"
      >
        <ul className="relative mx-auto max-w-[820px]" style={{ height: virtual.getTotalSize() }}>
          {drawn.map((slot) => {
            const hit = items[slot.index];
            return (
              <li
                key={slot.key}
                ref={hit ? virtual.measureElement : undefined}
                data-index={slot.index}
                className="absolute inset-x-0 top-0 pb-2"
                style={{ translate: `0 ${slot.start}px` }}
              >
                {hit ? (
                  <Card
                    {...props}
                    hit={hit}
                    onPress={(event) => {
                      if (event.shiftKey) choosing.extendTo(hit.id);
                      else if ((event.ctrlKey || event.metaKey) && canChoose(hit)) choosing.toggle(hit.id);
                      onCurrent(hit.id);
                    }}
                  />
                ) : (
                  <Skeleton className="h-36 !rounded-medium" />
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {isFetchNextPageError && <MoreFailed onRetry={() => void fetchNextPage()} />}
    </>
  );
}

function Card({
  hit,
  term,
  current,
  choosing,
  acts,
  asked,
  onAsk,
  onCurrent,
  onJudge,
  onPress,
}: Props & { readonly hit: Hit; readonly onPress: (event: MouseEvent) => void }) {
  const act = (what: HitAct) => {
    onCurrent(hit.id);
    if (what === 'answer') void acts.answer(hit);
    else if (what === 'like') void acts.like(hit);
    else if (what === 'thank') onAsk({ id: hit.id, what: 'thank' });
    else if (what === 'assign') onAsk({ id: hit.id, what: 'assign' });
    else onJudge(hit, what === 'acknowledge' ? 'acknowledged' : 'ignored');
  };
  return (
    <HitCard
      hit={hit}
      term={term}
      isCurrent={current === hit.id}
      isChosen={choosing.isChosen(hit.id)}
      isChoosing={choosing.chosen.length > 0}
      onPress={onPress}
      onToggle={canChoose(hit) ? () => choosing.toggle(hit.id) : undefined}
    >
      {hit.state === 'waiting' ? (
        <HitButtons
          hit={hit}
          acts={acts}
          asked={asked?.id === hit.id ? asked.what : null}
          onAct={act}
          onAsk={(what) => onAsk(what && { id: hit.id, what })}
          onTake={(to) => void acts.assign(hit, to)}
        />
      ) : (
        <Handled hit={hit} onPutBack={() => onJudge(hit, 'waiting')} />
      )}
    </HitCard>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheckBig } from 'lucide-react';
import { listQuery } from '../api/queries.ts';
import { t } from '../text/t.ts';
import { useDesk } from './use-desk.ts';

/** The middle while no conversation is open: at the end of a list it says so, and is glad about it. */
export function NothingOpen() {
  const { list, search } = useDesk();
  const { data } = useInfiniteQuery(listQuery(list));
  // A filter or words that nothing fits are nobody's work done.
  const isWhole = list.filter === null && search.q === undefined;
  const isDone = isWhole && data?.pages.every(({ items, cursor }) => items.length === 0 && cursor === null);
  return (
    <div className="grid h-full place-items-center p-8 text-center text-ink-2">
      {isDone ? (
        <div>
          <CircleCheckBig size={40} strokeWidth={1.3} aria-hidden className="mx-auto mb-3 text-accent" />
          <p className="text-l font-semibold text-ink">{t('conversation.end')}</p>
          <p className="mt-1 max-w-[36ch]">{t('conversation.endAbout')}</p>
        </div>
      ) : (
        <p className="max-w-[40ch]">{t('conversation.none')}</p>
      )}
    </div>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheckBig } from 'lucide-react';
import { listQuery } from '../api/queries.ts';
import { Ear } from '../frame/ear.tsx';
import { t } from '../text/t.ts';
import { useDesk } from './use-desk.ts';

/** What is pressed first. The sheet of all keys comes with the last of them. */
const KEYS = [
  { key: 'j', name: 'conversation.keys.first' },
  { key: '/', name: 'conversation.keys.search' },
  { key: '?', name: 'conversation.keys.all' },
] as const;

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
        <div>
          <Ear size={40} className="mx-auto mb-4 text-ink-3 opacity-50" />
          <p className="mb-4 max-w-[40ch]">{t('conversation.none')}</p>
          <dl className="mx-auto grid w-fit grid-cols-[auto_auto] items-center gap-x-6 gap-y-2 text-start">
            {KEYS.map(({ key, name }) => (
              <div key={key} className="contents">
                <dt>{t(name)}</dt>
                <dd className="text-end">
                  <kbd className="edge rounded-small px-1.5 py-0.5">{key}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

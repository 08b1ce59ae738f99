import { useInfiniteQuery } from '@tanstack/react-query';
import { Bell as Icon } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Coming } from '../parts/held-keys.ts';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { BarWord } from '../touch/bar-ends.tsx';
import { unreadWords } from './badge.ts';
import { notificationsQuery } from './queries.ts';
import { useCalls } from './use-calls.ts';

const BellPanel = lazy(() => import('./bell-panel.tsx').then((part) => ({ default: part.BellPanel })));

/** How many notices are unread, and the way to them. */
export function Bell({ className }: { readonly className: string }) {
  const list = useInfiniteQuery(notificationsQuery);
  const unread = list.data?.pages[0]?.unread ?? 0;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useCalls(unread);
  useKeys({ b: () => setOpen(true) });
  const label = t('bell.open', { count: unread });
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        title={label}
        onClick={() => setOpen(!isOpen)}
        className={`${className} relative`}
      >
        <Icon size={18} strokeWidth={1.7} aria-hidden />
        {unread > 0 && (
          // Drawn, not written: the name of the button has the number already, in words.
          <span
            aria-hidden="true"
            data-count={unreadWords(unread)}
            className="num absolute end-0.5 top-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-alarm px-1 text-[10px] leading-none font-bold text-raised max-phone:end-3 before:content-[attr(data-count)]"
          />
        )}
        <BarWord>{t('bar.notices')}</BarWord>
      </button>
      {isOpen && (
        <Suspense fallback={<Coming what="notices" />}>
          <BellPanel anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../text/t.ts';

const MoreSheet = lazy(() => import('./more-sheet.tsx').then((part) => ({ default: part.MoreSheet })));

/** The word under a sign of the bar; with a pointer there is no room for it, and a title. */
export function BarWord({ children }: { readonly children: string }) {
  return <span className="text-[11px] leading-3 phone:hidden">{children}</span>;
}

export function SearchInBar({ className }: { readonly className: string }) {
  const navigate = useNavigate();
  return (
    <button
      type="button"
      onClick={() => void navigate({ to: '/desk', search: (old) => ({ ...old, room: undefined, q: '' }) as never })}
      className={`${className} phone:hidden`}
    >
      <Search size={20} strokeWidth={1.7} aria-hidden />
      <BarWord>{t('bar.search')}</BarWord>
    </button>
  );
}

export function MoreInBar({ className }: { readonly className: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className={`${className} phone:hidden`}
      >
        <Ellipsis size={20} strokeWidth={1.7} aria-hidden />
        <BarWord>{t('bar.more')}</BarWord>
      </button>
      {isOpen && (
        <Suspense>
          <MoreSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { ChevronRight, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../../parts/button.tsx';

/** A line that opens a page of its own below this one. */
export function ItemLink({
  page,
  item,
  className = 'px-4',
  children,
}: {
  readonly page: string;
  readonly item: string;
  /** The space beside it. */
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link
        to="/settings/$page/$item"
        params={{ page, item }}
        className={`flex min-h-[56px] items-center gap-3 py-2 hover:bg-sunken ${className}`}
      >
        {children}
        <ChevronRight size={16} aria-hidden className="flex-none text-ink-3 rtl:-scale-x-100" />
      </Link>
    </li>
  );
}

/** Begins a new one, on a page of its own. */
export function NewLink({ page, children }: { readonly page: string; readonly children: string }) {
  return (
    <Link to="/settings/$page/$item" params={{ page, item: 'new' }} className={buttonClass('main')}>
      <Plus size={14} aria-hidden />
      {children}
    </Link>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { countsQuery, inboxesQuery } from '../api/queries.ts';
import { IconButton } from '../parts/button.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { useDesk } from './use-desk.ts';
import { VIEW_NAMES } from './view-names.ts';

const ViewsDialog = lazy(() => import('./views-dialog.tsx').then((part) => ({ default: part.ViewsDialog })));

/** Which list this is, and the way to search. Where the views have no column of their own, they open from its name. */
export function ListBar() {
  const { list } = useDesk();
  const navigate = useNavigate();
  const counts = useQuery(countsQuery);
  const inboxes = useQuery(inboxesQuery);
  const [isOpen, setOpen] = useState(false);
  const inbox = inboxes.data?.find((one) => one.id === list.inbox);
  const known =
    list.inbox === null
      ? counts.data?.views[list.view]
      : list.view === 'needs_answer'
        ? counts.data?.inboxes[list.inbox]
        : undefined;
  const startSearch = () => void navigate({ to: '.', search: (old) => ({ ...old, q: '' }) as never });
  useKeys({ '/': startSearch });
  return (
    <div className="flex h-[52px] flex-none items-center gap-2 border-b border-line pr-2 pl-4">
      <h1 className="flex min-w-0 text-xl font-semibold tracking-[-.01em]">
        <span className="truncate max-desk:hidden">{t(VIEW_NAMES[list.view])}</span>
        <button type="button" onClick={() => setOpen(true)} className="flex min-w-0 items-center gap-1 desk:hidden">
          <span className="truncate">{inbox ? inbox.name : t(VIEW_NAMES[list.view])}</span>
          <ChevronDown size={16} aria-hidden className="flex-none text-ink-3" />
        </button>
      </h1>
      {known && list.view !== 'all' && (
        <span className="num text-ink-2">
          {count(known.count)}
          {known.isCapped && '+'}
        </span>
      )}
      {inbox && (
        <span className="min-w-0 truncate text-ink-2 max-desk:hidden" title={inbox.name}>
          · {inbox.name}
        </span>
      )}
      <IconButton label={t('search.open')} shortcut="/" onClick={startSearch} className="ml-auto">
        <Search size={16} aria-hidden />
      </IconButton>
      {isOpen && (
        <Suspense>
          <ViewsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The list bar while searching: the words, live in the address. */
export function SearchBar({ words }: { readonly words: string }) {
  const navigate = useNavigate();
  const [text, setText] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== words) void navigate({ to: '.', search: (old) => ({ ...old, q: text }) as never, replace: true });
    }, 200);
    return () => clearTimeout(timer);
  }, [text, words, navigate]);
  const stop = () => void navigate({ to: '.', search: (old) => ({ ...old, q: undefined }) as never });
  return (
    <div className="flex h-[52px] flex-none items-center gap-2 border-b border-line pr-2 pl-4">
      <Search size={16} aria-hidden className="flex-none text-ink-3" />
      <input
        type="search"
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && stop()}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        className="min-w-0 flex-1 bg-transparent text-l outline-none max-phone:text-[16px] [&::-webkit-search-cancel-button]:hidden"
      />
      <IconButton label={t('search.close')} onClick={stop}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

import { useEffect, useRef, useState } from 'react';
import { SearchBox } from '../parts/search-box.tsx';
import { t } from '../text/t.ts';
import { TERM_MOST } from './listen-search.ts';
import { useListen } from './use-listen.ts';

/** Whoever types on is not asked about each letter. Milliseconds. */
const STILL_MS = 250;

/** Narrows the posts of a board to those with these words. */
export function FindWord({ className }: { readonly className: string }) {
  const { search, change } = useListen();
  const { term = '' } = search;
  const [typed, setTyped] = useState(term);
  const asked = useRef(term);
  // Chosen elsewhere, or all is shown again: the field says so.
  useEffect(() => {
    if (term === asked.current) return;
    asked.current = term;
    setTyped(term);
  }, [term]);
  const wanted = typed.trim().slice(0, TERM_MOST);
  useEffect(() => {
    if (wanted === asked.current) return;
    const timer = setTimeout(
      () => {
        asked.current = wanted;
        change({ term: wanted === '' ? undefined : wanted }, true);
      },
      wanted === '' ? 0 : STILL_MS,
    );
    return () => clearTimeout(timer);
  }, [wanted, change]);
  return (
    <search className={className}>
      <SearchBox label={t('listen.find')} value={typed} onChange={setTyped} />
    </search>
  );
}

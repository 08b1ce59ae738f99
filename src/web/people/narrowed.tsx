import { type ReactNode, useState } from 'react';
import { SearchBox } from '../parts/search-box.tsx';
import { within } from '../parts/within.ts';
import { t } from '../text/t.ts';

/** A screen's worth is overlooked at a glance. */
const LONG = 12;

/** A long list can be narrowed by a few letters of what one is after. */
export function Narrowed<Item>({
  items,
  label,
  wordsOf,
  children,
}: {
  readonly items: readonly Item[];
  readonly label: string;
  /** What is looked in. */
  readonly wordsOf: (item: Item) => string;
  readonly children: (shown: readonly Item[]) => ReactNode;
}) {
  const [typed, setTyped] = useState('');
  if (items.length <= LONG) return children(items);
  const shown = items.filter((item) => within(wordsOf(item), typed));
  return (
    <>
      <search className="mb-4 block max-w-[420px]">
        <SearchBox label={label} value={typed} onChange={setTyped} />
      </search>
      {shown.length === 0 ? (
        <p role="status" className="py-4 text-ink-2">
          {t('persons.noneSo', { typed })}
        </p>
      ) : (
        children(shown)
      )}
    </>
  );
}

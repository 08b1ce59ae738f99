import { type ReactNode, useState } from 'react';
import { SearchBox } from '../parts/search-box.tsx';
import { within } from '../parts/within.ts';
import { t } from '../text/t.ts';

/** A screen's worth is overlooked at a glance. */
const LONG = 12;

/** A list of lines; a long one can be narrowed by a few letters of what one is after. */
export function NarrowedList<Item>({
  items,
  label,
  wordsOf,
  children,
}: {
  readonly items: readonly Item[];
  readonly label: string;
  /** What is looked in. */
  readonly wordsOf: (item: Item) => string;
  /** Its line. */
  readonly children: (item: Item) => ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const isLong = items.length > LONG;
  const shown = isLong ? items.filter((item) => within(wordsOf(item), typed)) : items;
  return (
    <>
      {isLong && (
        <search className="mb-4 block max-w-[420px]">
          <SearchBox label={label} value={typed} onChange={setTyped} />
        </search>
      )}
      {shown.length === 0 ? (
        <p role="status" className="py-4 text-ink-2">
          {t('persons.noneSo', { typed })}
        </p>
      ) : (
        <ul className="overflow-hidden rounded-medium border border-line bg-raised">{shown.map(children)}</ul>
      )}
    </>
  );
}

import '../../text/load-later.ts';
import { ListFilterPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Filter } from '../../../core/conversation/filter.ts';
import { RemovableChip } from '../../parts/removable-chip.tsx';
import { t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';
import { useChoices, useFields } from './use-choices.tsx';
import { useFilter } from './use-filter.ts';
import { conditionWords } from './words.ts';

const FilterDialog = lazy(() => import('./filter-dialog.tsx').then((part) => ({ default: part.FilterDialog })));
const ViewDialog = lazy(() => import('../views/view-dialog.tsx').then((part) => ({ default: part.ViewDialog })));

/** What narrows the list, in words; each can be changed or taken away. */
export function FilterBar() {
  const { filter, set, clear } = useFilter();
  const { list } = useDesk();
  const choices = useChoices();
  const fields = useFields();
  const [isAsking, setAsking] = useState(false);
  /** What is to be kept: what was just put together stands in the address a moment later. */
  const [keeping, setKeeping] = useState<Filter | null>(null);
  const { match, conditions } = filter;
  if (conditions.length === 0) return null;
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
      <ul aria-label={t('filter.on')} className="contents">
        {conditions.map((condition, index) => {
          const words = conditionWords(condition, { choices, fields });
          return (
            <RemovableChip
              key={words}
              remove={t('filter.remove', { words })}
              onRemove={() => set({ match, conditions: conditions.filter((one) => one !== condition) })}
            >
              <button
                type="button"
                onClick={() => setAsking(true)}
                title={t('filter.change', { words })}
                className="min-w-0 truncate rounded-full py-[3px] ps-2.5 hover:underline max-phone:py-3"
              >
                {index > 0 && match === 'any' && <span className="text-ink-2">{t('filter.or')} </span>}
                {words}
              </button>
            </RemovableChip>
          );
        })}
      </ul>
      <button
        type="button"
        onClick={() => setKeeping(filter)}
        className="inline-flex items-center gap-1 rounded-small px-1.5 py-[3px] text-s text-ink-2 hover:text-ink max-phone:py-3"
      >
        <ListFilterPlus size={13} aria-hidden />
        {t('view.save')}
      </button>
      <button
        type="button"
        onClick={clear}
        className="rounded-small px-1.5 py-[3px] text-s text-ink-2 hover:text-ink max-phone:py-3"
      >
        {t('filter.clear')}
      </button>
      <Suspense>
        {isAsking && (
          <FilterDialog
            start={filter}
            onApply={set}
            onSave={(next) => {
              setAsking(false);
              setKeeping(next);
            }}
            onClose={() => setAsking(false)}
          />
        )}
        {keeping && <ViewDialog view={null} from={{ list, filter: keeping }} onClose={() => setKeeping(null)} />}
      </Suspense>
    </div>
  );
}

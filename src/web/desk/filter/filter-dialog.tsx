import '../../text/load-later.ts';
import { type FormEvent, useState } from 'react';
import type { Filter } from '../../../core/conversation/filter.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { t } from '../../text/t.ts';
import { ConditionList } from './condition-list.tsx';
import { isComplete } from './draft-condition.ts';

/** Narrows the list that is on screen. */
export function FilterDialog({
  start,
  onApply,
  onSave,
  onClose,
}: {
  readonly start: Filter;
  readonly onApply: (filter: Filter) => void;
  readonly onSave: (filter: Filter) => void;
  readonly onClose: () => void;
}) {
  const [filter, setFilter] = useState(start);
  const [isMissing, setMissing] = useState(false);
  function finish(event: FormEvent, andThen: () => void) {
    event.preventDefault();
    if (!isComplete(filter)) return setMissing(true);
    onApply(filter);
    andThen();
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('filter.title')} about={t('filter.aboutIt')} isWide>
      <form onSubmit={(event) => finish(event, onClose)}>
        <ConditionList
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setMissing(false);
          }}
        />
        {isMissing && (
          <p role="alert" className="mt-2 text-alarm">
            {t('filter.incomplete')}
          </p>
        )}
        <DialogActs>
          <Button look="quiet" className="me-auto" onClick={(event) => finish(event, () => onSave(filter))}>
            {t('view.save')}
          </Button>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="main">
            {t('filter.apply')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

import type { ListeningRule } from '../../../wire/listening.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { type Body, bodyOf, differing } from './draft.ts';
import { listed } from './words.ts';

/** A colleague saved this rule, or removed it, while it was being changed here. Nothing that was typed is lost. */
export function Conflict({
  mine,
  theirs,
  isBusy,
  onMine,
  onTheirs,
}: {
  readonly mine: Body;
  readonly theirs: ListeningRule | null;
  readonly isBusy: boolean;
  readonly onMine: () => void;
  readonly onTheirs: (theirs: ListeningRule) => void;
}) {
  const parts = theirs ? differing(mine, bodyOf(theirs)) : [];
  return (
    <div role="alert" className="grid gap-2 rounded-medium border border-line bg-warn-soft px-4 py-3">
      <p className="font-semibold">{t(theirs ? 'listening.conflict' : 'listening.conflictGone')}</p>
      {theirs && (
        <p>
          {parts.length === 0
            ? t('listening.conflictSame')
            : t('listening.conflictAbout', { parts: listed(parts.map((part) => t(`listening.part.${part}`))) })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button isBusy={isBusy} onClick={onMine}>
          {t(theirs ? 'listening.conflictMine' : 'listening.saveAsNew')}
        </Button>
        {theirs && (
          <Button look="quiet" onClick={() => onTheirs(theirs)}>
            {t('listening.conflictTheirs')}
          </Button>
        )}
      </div>
    </div>
  );
}

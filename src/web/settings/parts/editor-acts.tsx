import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';

/** What an editor ends with. */
export function EditorActs({
  isBusy,
  isOff,
  onRemove,
}: {
  readonly isBusy: boolean;
  /** There is nothing to save yet. */
  readonly isOff: boolean;
  /** None: it is not there yet. */
  readonly onRemove: (() => void) | null;
}) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" look="main" isBusy={isBusy} disabled={isOff}>
        {t('settings.save')}
      </Button>
      {onRemove && (
        <Button look="quiet" className="ms-auto !text-alarm" onClick={onRemove}>
          {t('settings.remove')}
        </Button>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { t } from '../text/t.ts';

const REASONS = ['notUs', 'spam', 'nothing', 'joke'] as const;

/** Why posts are ignored: in one press where it is one of the usual reasons. */
export function IgnoreDialog({
  count,
  onIgnore,
  onClose,
}: {
  readonly count: number;
  readonly onIgnore: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog isOpen onClose={onClose} title={t('ignore.title', { count })} about={t('ignore.about')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onIgnore(reason.trim());
        }}
      >
        <div className="mb-3 flex flex-wrap gap-1.5">
          {REASONS.map((one) => (
            <Button key={one} onClick={() => onIgnore(t(`ignore.${one}`))}>
              {t(`ignore.${one}`)}
            </Button>
          ))}
        </div>
        <TextField
          label={t('ignore.why')}
          isOptional={t('field.optional')}
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
        <DialogActs>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="main">
            {t('ignore.do')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

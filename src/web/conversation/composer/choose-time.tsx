import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { INPUT } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { fieldTime } from './send-times.ts';

/** Any time that is still to come, and at which the network would still take it. */
export function ChooseTime({
  from,
  closesAt,
  submit,
  onChoose,
  onClose,
}: {
  readonly from: Date;
  readonly closesAt: string | null;
  readonly submit: string;
  readonly onChoose: (at: Date) => void;
  readonly onClose: () => void;
}) {
  const now = useNow();
  const [value, setValue] = useState(() => fieldTime(from));
  const [isTried, setTried] = useState(false);
  const at = new Date(value);
  const problem = problemOf(at, now, closesAt);
  return (
    <Dialog isOpen onClose={onClose} title={t('send.choose.title')} about={t('send.choose.about')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!problem) onChoose(at);
        }}
      >
        <label className="block">
          <span className="mb-1 block font-medium">{t('send.choose.when')}</span>
          <input
            type="datetime-local"
            required
            value={value}
            min={fieldTime(new Date(now))}
            max={closesAt ? fieldTime(new Date(closesAt)) : undefined}
            aria-invalid={isTried && problem ? true : undefined}
            aria-describedby="send-time-about"
            onChange={(event) => setValue(event.target.value)}
            className={`${INPUT} max-phone:h-11`}
          />
        </label>
        <p
          id="send-time-about"
          role={isTried && problem ? 'alert' : undefined}
          className={`mt-1.5 min-h-5 text-s ${isTried && problem ? 'text-alarm' : 'text-ink-2'}`}
        >
          {(isTried && problem) || (closesAt ? t('send.closesAt', { at: momentWords(closesAt, now) }) : '')}
        </p>
        <DialogActs>
          <Button look="main" type="submit" className="max-phone:h-10">
            {submit}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function problemOf(at: Date, now: number, closesAt: string | null): string | null {
  if (Number.isNaN(at.getTime()) || at.getTime() <= now) return t('send.choose.past');
  if (closesAt && at.getTime() >= Date.parse(closesAt))
    return t('send.choose.closed', { at: momentWords(closesAt, now) });
  return null;
}

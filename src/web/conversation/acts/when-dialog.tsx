import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';
import { localTime } from '../../time/local-time.ts';
import { momentWords } from '../../time/words.ts';

const TOMORROW_MORNING = 9;

/** A time of one's own, in the reader's own clock: still to come, and before what it is for is closed. */
export function WhenDialog({
  title,
  about,
  from,
  closesAt = null,
  submit = t('when.submit'),
  asksWords,
  onClose,
  onChoose,
}: {
  readonly title: string;
  readonly about?: string;
  /** What stands there first; without it, tomorrow morning. */
  readonly from?: Date;
  readonly closesAt?: string | null;
  readonly submit?: string;
  readonly asksWords?: string;
  readonly onClose: () => void;
  readonly onChoose: (until: Date, words: string) => void;
}) {
  const [when, setWhen] = useState(() => localTime(from ?? tomorrow()));
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const closing = closesAt && momentWords(closesAt, Date.now());
  function finish(event: FormEvent) {
    event.preventDefault();
    const until = new Date(when);
    if (Number.isNaN(until.getTime())) setProblem(t('when.missing'));
    else if (until.getTime() <= Date.now()) setProblem(t('when.past'));
    else if (closesAt && until.getTime() >= Date.parse(closesAt)) setProblem(t('when.closed', { at: closing }));
    else onChoose(until, words.trim());
  }
  return (
    <Dialog isOpen onClose={onClose} title={title} about={about}>
      <form onSubmit={finish} className="grid gap-2">
        <TextField
          label={t('when.label')}
          type="datetime-local"
          value={when}
          min={localTime(new Date())}
          max={closesAt ? localTime(new Date(closesAt)) : undefined}
          help={closing && t('send.closesAt', { at: closing })}
          problem={problem}
          onChange={(event) => {
            setWhen(event.target.value);
            setProblem(null);
          }}
        />
        {asksWords && (
          <TextField
            label={asksWords}
            isOptional={t('field.optional')}
            value={words}
            maxLength={300}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        <DialogActs>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="main">
            {submit}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function tomorrow(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, TOMORROW_MORNING);
}

import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { AreaField } from '../../parts/field.tsx';
import { NO_REPLY_REASONS } from '../../text/no-reply-reasons.ts';
import { type TextKey, t } from '../../text/t.ts';

/** A conversation leaves without an answer only with a reason; the usual ones are one click. */
export function NoReplyDialog({
  isOpen,
  onClose,
  onReason,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}) {
  return (
    <ReasonDialog
      isOpen={isOpen}
      onClose={onClose}
      onReason={onReason}
      title={t('noReply.title')}
      about={t('noReply.about')}
      submit={t('noReply.submit')}
      usual={NO_REPLY_REASONS}
    />
  );
}

export function ReasonDialog({
  isOpen,
  onClose,
  onReason,
  title,
  about,
  submit,
  usual,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  readonly usual: readonly TextKey[];
}) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const give = (words: string) => {
    setReason('');
    setMissing(false);
    onReason(words);
  };
  function finish(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else give(reason.trim());
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} about={about}>
      <form onSubmit={finish}>
        <div className="mb-4 flex flex-wrap gap-2">
          {usual.map((key) => (
            <Button key={key} onClick={() => give(t(key))}>
              {t(key)}
            </Button>
          ))}
        </div>
        <AreaField
          label={t('reason.own')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={500}
          rows={2}
          problem={isMissing ? t('reason.missing') : null}
        />
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

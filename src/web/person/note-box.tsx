import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { t } from '../text/t.ts';

/** Where a note about a person is written; Ctrl+Enter keeps it. It has the colour of what only we read. */
export function NoteBox({
  start = '',
  submit,
  onText,
  onCancel,
}: {
  readonly start?: string;
  readonly submit: string;
  readonly onText: (text: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}) {
  const [text, setText] = useState(start);
  const isEmpty = text.trim() === '';
  async function keep(event?: FormEvent) {
    event?.preventDefault();
    if (isEmpty) return;
    const wanted = text.trim();
    setText('');
    // Before what was typed meanwhile.
    if (!(await onText(wanted))) setText((now) => [wanted, now].filter(Boolean).join('\n'));
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void keep();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel?.();
    }
  };
  return (
    <form onSubmit={(event) => void keep(event)} className="grid gap-1.5">
      <textarea
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        rows={onCancel ? 3 : 1}
        maxLength={5_000}
        dir="auto"
        aria-label={t('note.new')}
        placeholder={t('note.new')}
        className="field-sizing-content max-h-48 w-full resize-none rounded-small border border-transparent bg-note-soft px-3 py-1.5 outline-none placeholder:text-note/80 focus:border-note max-phone:text-[16px]"
      />
      {(!isEmpty || onCancel) && (
        <div className="flex justify-end gap-2">
          {onCancel && (
            <Button look="quiet" onClick={onCancel} className="max-phone:!h-10">
              {t('dialog.cancel')}
            </Button>
          )}
          <Button type="submit" disabled={isEmpty} className="max-phone:!h-10">
            {submit}
          </Button>
        </div>
      )}
    </form>
  );
}

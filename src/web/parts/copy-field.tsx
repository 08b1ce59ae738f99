import { useId } from 'react';
import { t } from '../text/t.ts';
import { CopyButton } from './copy-button.tsx';

/** Something to be carried elsewhere, letter by letter. */
export function CopyField({
  label,
  value,
  help,
}: {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1 rounded-small border border-line bg-sunken px-2.5 py-[5px] font-mono text-s max-phone:min-h-10"
        />
        <CopyButton text={value} label={t('webhook.copy')} className="min-w-[92px]" />
      </div>
      {help && <p className="text-s text-ink-3">{help}</p>}
    </div>
  );
}

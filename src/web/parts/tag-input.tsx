import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { t } from '../text/t.ts';
import { Field } from './field.tsx';

/** A list of short words: Enter or a comma adds one, Backspace in the empty field takes the last. */
export function TagInput({
  label,
  help,
  problem,
  values,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string | null;
  readonly values: readonly string[];
  readonly placeholder?: string;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  function add(words: string) {
    const fresh = words.split(/[,\n]/).map((word) => word.trim());
    const next = [...new Set([...values, ...fresh])].filter((word) => word !== '');
    if (next.length !== values.length) onChange(next);
    setText('');
  }
  /** A list that is pasted, a line each: the field itself would make one word of it. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData('text');
    if (!/[\n\t]/.test(pasted)) return;
    event.preventDefault();
    add(`${text}${pasted.replaceAll('\t', ',')}`);
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      // Enter must not send the whole form while a word is being added.
      if (event.key === ',' || text.trim() !== '') event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) onChange(values.slice(0, -1));
  }
  return (
    <Field label={label} help={help} problem={problem ?? null}>
      {(ids) => (
        <div className="flex flex-wrap items-center gap-1 rounded-small border border-edge bg-raised p-1 max-phone:gap-y-2 max-phone:py-0 max-phone:has-[[data-chip]]:pt-1.5 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
          {values.map((value) => (
            <span
              key={value}
              data-chip
              className="inline-flex max-w-full items-center gap-0.5 rounded-small bg-sunken ps-2"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">{value}</span>
              <button
                type="button"
                aria-label={t('tags.remove', { value })}
                onClick={() => onChange(values.filter((one) => one !== value))}
                className="grid size-6 flex-none place-items-center rounded-small text-ink-3 hover:text-ink max-phone:-my-1 max-phone:size-10"
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...ids}
            value={text}
            placeholder={values.length === 0 ? placeholder : undefined}
            onChange={({ target }) => (target.value.includes(',') ? add(target.value) : setText(target.value))}
            onKeyDown={press}
            onPaste={paste}
            onBlur={() => text.trim() !== '' && add(text)}
            className={`${values.length === 0 ? 'min-w-[120px]' : 'min-w-[56px]'} flex-1 bg-transparent px-1.5 py-px text-l outline-none max-phone:min-h-10 max-phone:text-[16px]`}
          />
        </div>
      )}
    </Field>
  );
}

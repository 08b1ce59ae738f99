import type { FieldValue } from '../../../core/work/field.ts';
import type { CustomField } from '../../../wire/work.ts';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';

/** What a field is filled with, by its kind. Nothing: it is emptied. */
export function FieldValueInput({
  field,
  value,
  onChange,
}: {
  readonly field: CustomField;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}) {
  const empty = { value: '', label: t('rules.empty') };
  if (field.kind === 'choice' || field.kind === 'toggle') {
    const options =
      field.kind === 'choice'
        ? field.choices.map((one) => ({ value: one, label: one }))
        : [
            { value: 'true', label: t('field.yes') },
            { value: 'false', label: t('field.no') },
          ];
    const read = (next: string) => (next === '' ? null : field.kind === 'toggle' ? next === 'true' : next);
    return (
      <Select
        label={field.name}
        value={value === null ? '' : String(value)}
        options={[empty, ...options]}
        onChange={(next) => onChange(read(next))}
      />
    );
  }
  const type = field.kind === 'text' ? 'text' : field.kind;
  return (
    <input
      type={type}
      step="any"
      aria-label={field.name}
      placeholder={t('rules.empty')}
      maxLength={500}
      value={value === null ? '' : String(value)}
      onChange={({ target }) => {
        const typed = target.value;
        onChange(typed === '' ? null : field.kind === 'number' ? Number(typed) : typed);
      }}
      className={INPUT}
    />
  );
}

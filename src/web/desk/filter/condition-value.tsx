import { useState } from 'react';
import type { Condition } from '../../../core/conversation/filter.ts';
import type { CustomField } from '../../../wire/work.ts';
import { ChooseMany } from '../../parts/combobox.tsx';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { useChoices } from './use-choices.tsx';

interface Props {
  readonly condition: Condition;
  readonly field: CustomField | undefined;
  readonly onChange: (condition: Condition) => void;
}

/** What is filled in behind a condition, by its kind. */
export function ConditionValue({ condition, field, onChange }: Props) {
  const choices = useChoices();
  if (condition.about === 'field') return <FieldValue condition={condition} field={field} onChange={onChange} />;
  if ('values' in condition)
    return (
      <ChooseMany
        label={t('filter.what')}
        choices={choices(condition.about)}
        values={condition.values}
        placeholder={t('filter.choose')}
        onChange={(values) => onChange({ ...condition, values })}
      />
    );
  if (condition.about === 'text' || condition.about === 'contact')
    return <Words value={condition.value} onChange={(value) => onChange({ ...condition, value })} />;
  if (!('value' in condition)) return null;
  const number = condition as Extract<Condition, { value: number }>;
  const put = (value: number) => onChange({ ...number, value });
  if (number.about.endsWith('_minutes')) return <Span minutes={number.value} onChange={put} />;
  return <Amount value={number.value} onChange={put} />;
}

function FieldValue({
  condition,
  field,
  onChange,
}: Props & { readonly condition: Extract<Condition, { about: 'field' }> }) {
  const { is, values } = condition;
  const [first] = values;
  const put = (next: readonly (string | number)[]) => onChange({ ...condition, values: next });
  if (is === 'set' || is === 'unset') return null;
  if (field?.kind === 'choice')
    return (
      <ChooseMany
        label={t('filter.what')}
        choices={field.choices.map((value) => ({ value, label: value }))}
        values={values.map(String)}
        placeholder={t('filter.choose')}
        onChange={put}
      />
    );
  if (field?.kind === 'toggle')
    return (
      <Select
        label={t('filter.what')}
        value={String(first ?? 'true')}
        options={[
          { value: 'true', label: t('filter.yes') },
          { value: 'false', label: t('filter.no') },
        ]}
        onChange={(value) => put([value])}
      />
    );
  if (field?.kind === 'number') return <Amount value={Number(first ?? 0)} onChange={(value) => put([value])} />;
  if (field?.kind === 'date')
    return (
      <input
        type="date"
        aria-label={t('filter.what')}
        value={String(first ?? '')}
        onChange={({ target }) => put(target.value === '' ? [] : [target.value])}
        className={INPUT}
      />
    );
  return <Words value={String(first ?? '')} onChange={(value) => put(value === '' ? [] : [value])} />;
}

function Words({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <input
      aria-label={t('filter.what')}
      value={value}
      maxLength={200}
      onChange={({ target }) => onChange(target.value)}
      className={INPUT}
    />
  );
}

function Amount({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <input
      type="number"
      min={0}
      step="any"
      aria-label={t('filter.what')}
      value={value}
      onChange={({ target }) => onChange(Math.max(0, Number(target.value)))}
      className={INPUT}
    />
  );
}

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;

function Span({ minutes, onChange }: { readonly minutes: number; readonly onChange: (minutes: number) => void }) {
  const [unit, setUnit] = useState<Unit>(() =>
    minutes > 0 && minutes % 1440 === 0 ? 'days' : minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes',
  );
  const amount = minutes / UNITS[unit];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,7rem)] gap-2">
      <Amount value={amount} onChange={(value) => onChange(Math.round(value * UNITS[unit]))} />
      <Select
        label={t('filter.unit')}
        value={unit}
        options={Object.keys(UNITS).map((one) => ({ value: one, label: t(`unit.${one as Unit}`) }))}
        onChange={(next) => {
          setUnit(next as Unit);
          onChange(amount * UNITS[next as Unit]);
        }}
      />
    </div>
  );
}

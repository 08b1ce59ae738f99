import { useState } from 'react';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;
const NAMES: readonly Unit[] = ['minutes', 'hours', 'days'];

/** A length of time in whole minutes. */
export function SpanInput({
  label,
  minutes,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  const [unit, setUnit] = useState<Unit>(() => NAMES.findLast((one) => minutes % UNITS[one] === 0) ?? 'minutes');
  const amount = minutes / UNITS[unit];
  const put = (next: number, by: Unit) => onChange(Math.max(1, Math.round(next * UNITS[by])));
  return (
    <div className="flex gap-2">
      <input
        type="number"
        aria-label={label}
        min={1}
        step="any"
        required
        value={amount}
        onChange={({ target }) => put(Number(target.value), unit)}
        className={`${INPUT} num !w-24`}
      />
      <div className="w-36">
        <Select
          label={t('filter.unit')}
          value={unit}
          options={NAMES.map((one) => ({ value: one, label: t(`unit.${one}`) }))}
          onChange={(next) => {
            const by = NAMES.find((one) => one === next) ?? 'minutes';
            setUnit(by);
            put(amount, by);
          }}
        />
      </div>
    </div>
  );
}

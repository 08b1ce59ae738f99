import { useState } from 'react';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { DAY_MS, inFuture } from './first-act.ts';

const UNITS = { hours: DAY_MS / 24, days: DAY_MS, weeks: 7 * DAY_MS } as const;
const NAMES = ['hours', 'days', 'weeks'] as const;
type Unit = (typeof NAMES)[number];

/** How long from the stroke on; none takes the snooze or the promise away. */
export function SpanField({
  label,
  until,
  onChange,
}: {
  readonly label: string;
  readonly until: string | null;
  readonly onChange: (until: string | null) => void;
}) {
  const [first] = useState(() => readSpan(until));
  const [amount, setAmount] = useState(String(first.amount));
  const [unit, setUnit] = useState<Unit | 'none'>(until === null ? 'none' : first.unit);
  function tell(nextAmount: string, nextUnit: Unit | 'none') {
    setAmount(nextAmount);
    setUnit(nextUnit);
    const count = Math.floor(Number(nextAmount));
    if (nextUnit === 'none') onChange(null);
    else if (count >= 1 && count <= 365) onChange(inFuture(count * UNITS[nextUnit]));
  }
  return (
    <div className="flex gap-2">
      {unit !== 'none' && (
        <input
          type="number"
          aria-label={label}
          min={1}
          max={365}
          required
          value={amount}
          onChange={({ target }) => tell(target.value, unit)}
          className={`${INPUT} num !w-20`}
        />
      )}
      <div className="w-40">
        <Select
          label={label}
          value={unit}
          options={[...NAMES, 'none' as const].map((one) => ({ value: one, label: t(`span.${one}`) }))}
          onChange={(next) => tell(amount, NAMES.find((one) => one === next) ?? 'none')}
        />
      </div>
    </div>
  );
}

function readSpan(until: string | null): { readonly amount: number; readonly unit: Unit } {
  const ms = until === null ? DAY_MS : Math.max(0, Date.parse(until) - Date.now());
  const hours = Math.max(1, Math.round(ms / UNITS.hours));
  if (hours % 168 === 0) return { amount: hours / 168, unit: 'weeks' };
  return hours % 24 === 0 ? { amount: hours / 24, unit: 'days' } : { amount: hours, unit: 'hours' };
}

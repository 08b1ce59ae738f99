import { useId } from 'react';
import { INPUT } from '../../parts/field.tsx';

/** A whole number with its unit behind it. */
export function NumberField({
  label,
  unit,
  value,
  min,
  max,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly problem: string | null;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <span className="grid gap-1">
      <span className="inline-flex items-center gap-2">
        <span className="w-24">
          <input
            type="number"
            inputMode="numeric"
            required
            aria-label={label}
            aria-describedby={problem ? `${id}-problem` : undefined}
            aria-invalid={problem ? true : undefined}
            min={min}
            max={max}
            value={Number.isNaN(value) ? '' : value}
            onChange={({ target }) => onChange(target.valueAsNumber)}
            className={`${INPUT} num text-end`}
          />
        </span>
        <span className="min-w-[92px] text-ink-2">{unit}</span>
      </span>
      {problem && (
        <span id={`${id}-problem`} className="text-s font-medium text-alarm">
          {problem}
        </span>
      )}
    </span>
  );
}

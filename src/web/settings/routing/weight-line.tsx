import { useId } from 'react';
import type { Factor } from '../../../core/routing/policy.ts';
import { t } from '../../text/t.ts';

/** One factor, and how much it brings at most. */
export function WeightLine({
  factor,
  value,
  onChange,
}: {
  readonly factor: Factor;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_200px_40px] items-center gap-x-4 gap-y-1 px-4 py-2.5 max-phone:grid-cols-[minmax(0,1fr)_40px]">
      <label htmlFor={id} className="max-phone:col-span-2">
        <span className="block font-medium">{t(`routing.factor.${factor}`)}</span>
        <span id={`${id}-about`} className="block max-w-[60ch] text-s text-ink-3">
          {t(`routing.factor.${factor}.about`)}
        </span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        aria-describedby={`${id}-about`}
        onChange={({ target }) => onChange(Number(target.value))}
        className="w-full accent-(--accent) max-phone:h-10"
      />
      <output htmlFor={id} className={`num text-end font-semibold ${value === 0 ? 'text-ink-3' : ''}`}>
        {value}
      </output>
    </li>
  );
}

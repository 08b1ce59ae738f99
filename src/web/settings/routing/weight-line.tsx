import type { Factor } from '../../../core/routing/policy.ts';
import { PointsSlider } from '../../parts/points-slider.tsx';
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
  const name = t(`routing.factor.${factor}`);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_200px_40px] items-center gap-x-4 gap-y-1 px-4 py-2.5 max-phone:grid-cols-[minmax(0,1fr)_40px]">
      <div className="max-phone:col-span-2">
        <p className="font-medium">{name}</p>
        <p className="max-w-[60ch] text-s text-ink-3">{t(`routing.factor.${factor}.about`)}</p>
      </div>
      <PointsSlider label={name} value={value} most={100} step={5} onChange={onChange} className="w-full" />
      <output className={`num text-end font-semibold ${value === 0 ? 'text-ink-3' : ''}`}>{value}</output>
    </li>
  );
}

import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import type { FactorId } from '../../../core/priority/factor.ts';
import { MOST_WEIGHT } from '../../../core/priority/scale.ts';
import { PointsSlider } from '../../parts/points-slider.tsx';
import { t } from '../../text/t.ts';

interface Weight {
  readonly isOn: boolean;
  readonly weight: number;
}

/** One factor: whether it counts, what it counts, and how much. */
export function FactorLine({
  id,
  now,
  before,
  onChange,
}: {
  readonly id: FactorId;
  readonly now: Weight;
  readonly before: Weight;
  readonly onChange: (to: Partial<Weight>) => void;
}) {
  const labelId = useId();
  const name = t(`factor.${id}`);
  const isChanged = now.isOn !== before.isOn || (now.isOn && now.weight !== before.weight);
  const put = (weight: number) => {
    if (Number.isFinite(weight))
      onChange({ weight: Math.round(Math.min(MOST_WEIGHT, Math.max(0, weight))), isOn: true });
  };
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3">
      <Switch.Root
        aria-labelledby={labelId}
        checked={now.isOn}
        onCheckedChange={(isOn) => onChange({ isOn })}
        className="relative flex h-[18px] w-8 flex-none items-center rounded-full border border-edge bg-sunken p-px transition-colors before:absolute before:-inset-x-2 before:-inset-y-3 data-checked:border-accent data-checked:bg-accent motion-reduce:transition-none"
      >
        <Switch.Thumb className="size-[14px] rounded-full bg-ink-3 transition-transform data-checked:translate-x-[14px] data-checked:bg-on-accent motion-reduce:transition-none rtl:data-checked:-translate-x-[14px]" />
      </Switch.Root>
      <div className="min-w-0">
        <p id={labelId} className={`font-medium ${now.isOn ? '' : 'text-ink-3'}`}>
          {name}
        </p>
        <p className="text-s text-ink-3">{t(`factor.${id}.about`)}</p>
      </div>
      <div className="flex items-center gap-2 max-phone:col-span-2 max-phone:col-start-2 max-phone:mt-1">
        <PointsSlider
          label={t('priority.points', { factor: name })}
          value={now.weight}
          most={MOST_WEIGHT}
          step={1}
          isOff={!now.isOn}
          onChange={put}
          className="w-[132px] max-phone:w-auto max-phone:min-w-0 max-phone:flex-1"
        />
        <div className="relative w-[58px] text-end">
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_WEIGHT}
            aria-label={t('priority.points', { factor: name })}
            disabled={!now.isOn}
            value={now.weight}
            onChange={({ target }) => put(target.valueAsNumber)}
            className="num w-full rounded-small border border-edge bg-raised px-1.5 py-[3px] text-end outline-none focus:border-accent focus:ring-1 focus:ring-accent disabled:opacity-40 max-phone:min-h-10 max-phone:text-[16px]"
          />
          {isChanged && (
            <p className="num absolute end-0 top-full text-s whitespace-nowrap text-accent max-phone:static">
              {before.isOn ? t('priority.was', { points: before.weight }) : t('priority.wasOff')}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}

import { useState } from 'react';
import type { ClockKind } from '../../../core/clocks/policy.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Setting } from '../parts/sheet.tsx';
import { DAY } from './policy-words.ts';

type Target = NonNullable<Policy['targets']['first_response']>;
const WAYS = ['none', 'open', 'all', 'same_day'] as const;
type By = (typeof WAYS)[number];
const UNITS = { minutes: 1, hours: 60, days: DAY } as const;
const NAMES = ['minutes', 'hours', 'days'] as const;
type Unit = (typeof NAMES)[number];

/** By when for one of the clocks, or not at all. */
export function TargetLine({
  kind,
  target,
  onChange,
}: {
  readonly kind: ClockKind;
  readonly target: Target | undefined;
  readonly onChange: (target: Target | undefined) => void;
}) {
  const minutes = target?.by === 'minutes' ? target.minutes : 60;
  const [unit, setUnit] = useState<Unit>(() => NAMES.findLast((one) => minutes % UNITS[one] === 0) ?? 'minutes');
  const [amount, setAmount] = useState(String(minutes / UNITS[unit]));
  const by: By = target === undefined ? 'none' : target.by === 'same_day' ? 'same_day' : target.hours;
  const clock = t(`clock.${kind}`);
  function tell(nextBy: By, nextAmount = amount, nextUnit = unit) {
    setAmount(nextAmount);
    setUnit(nextUnit);
    if (nextBy === 'none') return onChange(undefined);
    if (nextBy === 'same_day') return onChange({ by: 'same_day' });
    const count = Math.round(Number(nextAmount) * UNITS[nextUnit]);
    onChange({ by: 'minutes', minutes: Number.isFinite(count) ? count : 0, hours: nextBy });
  }
  return (
    <Setting title={clock} help={t(`clock.${kind}.help`)}>
      <div className="flex flex-wrap justify-end gap-2 max-phone:justify-start">
        {(by === 'open' || by === 'all') && (
          <>
            <input
              type="number"
              inputMode="numeric"
              aria-label={t('times.amountOf', { clock })}
              min={1}
              max={10_000}
              required
              value={amount}
              onChange={({ target: field }) => tell(by, field.value)}
              className={`${INPUT} num !w-16`}
            />
            <div className="w-[100px] max-phone:flex-1">
              <Select
                label={t('times.unitOf', { clock })}
                value={unit}
                options={NAMES.map((one) => ({ value: one, label: t(`times.unit.${one}`) }))}
                onChange={(next) => tell(by, amount, NAMES.find((one) => one === next) ?? 'minutes')}
              />
            </div>
          </>
        )}
        <div className="w-[252px] max-phone:w-full">
          <Select
            label={t('times.byOf', { clock })}
            value={by}
            options={WAYS.map((one) => ({ value: one, label: t(`times.by.${one}`) }))}
            onChange={(next) => tell(WAYS.find((one) => one === next) ?? 'none')}
          />
        </div>
      </div>
    </Setting>
  );
}

import type { Preferences } from '../../../wire/notifications.ts';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { locale, t } from '../../text/t.ts';
import { Line } from '../parts/sheet.tsx';

type Quiet = Preferences['quietHours'];
const USUAL = { days: [0, 1, 2, 3, 4, 5, 6], from: '19:00', to: '08:00' };
const ZONES = Intl.supportedValuesOf('timeZone');
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** 7 January 2024 was a Sunday. */
const nameOfDay = (day: number, weekday: 'short' | 'long') =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 7 + day));

/** Hours in which nothing is shown or heard. They may run over midnight. */
export function QuietHours({
  quiet,
  timeZone,
  onChange,
  onZone,
}: {
  readonly quiet: Quiet;
  readonly timeZone: string | null;
  readonly onChange: (quiet: Quiet) => void;
  readonly onZone: (zone: string | null) => void;
}) {
  return (
    <Line className="py-3">
      <div className="grid w-full gap-3">
        <Toggle
          label={t('quiet.title')}
          help={t('quiet.help')}
          isOn={quiet !== null}
          onChange={(isOn) => onChange(isOn ? USUAL : null)}
        />
        {quiet && (
          <div className="grid gap-3 ps-11 max-phone:ps-0">
            <fieldset>
              <legend className="mb-1 text-s text-ink-3">{t('quiet.days')}</legend>
              <div className="flex flex-wrap gap-1">
                {[1, 2, 3, 4, 5, 6, 0].map((day) => (
                  <DayToggle
                    key={day}
                    day={day}
                    isOn={quiet.days.includes(day)}
                    onChange={(isOn) =>
                      onChange({
                        ...quiet,
                        days: isOn ? [...quiet.days, day].sort() : quiet.days.filter((one) => one !== day),
                      })
                    }
                  />
                ))}
              </div>
            </fieldset>
            <div className="flex flex-wrap items-center gap-2">
              <Clock label={t('quiet.from')} value={quiet.from} onChange={(from) => onChange({ ...quiet, from })} />
              <Clock label={t('quiet.to')} value={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
              {quiet.to <= quiet.from && <span className="text-s text-ink-3">{t('quiet.nextDay')}</span>}
            </div>
            <div className="grid max-w-[320px] gap-1">
              <span className="text-s text-ink-3">{t('quiet.zone')}</span>
              <Select
                label={t('quiet.zone')}
                value={timeZone ?? ''}
                options={[
                  { value: '', label: t('quiet.zoneHere', { zone: HERE }) },
                  ...ZONES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
                ]}
                onChange={(zone) => onZone(zone === '' ? null : zone)}
              />
            </div>
          </div>
        )}
      </div>
    </Line>
  );
}

function DayToggle({
  day,
  isOn,
  onChange,
}: {
  readonly day: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={nameOfDay(day, 'long')}
      onClick={() => onChange(!isOn)}
      className={`h-[30px] min-w-[42px] rounded-small px-2 max-phone:h-10 ${isOn ? 'bg-accent-soft font-semibold text-accent' : 'edge text-ink-2 hover:bg-sunken'}`}
    >
      {nameOfDay(day, 'short')}
    </button>
  );
}

function Clock({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="flex items-center gap-2">
      <span className="text-ink-2">{label}</span>
      <input
        type="time"
        required
        defaultValue={value}
        // Kept when it is whole: while a time is being typed the browser has none to give.
        onChange={({ target }) => target.value !== '' && onChange(target.value.slice(0, 5))}
        className={`${INPUT} num !w-auto`}
      />
    </label>
  );
}

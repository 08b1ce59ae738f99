import { Plus, X } from 'lucide-react';
import { IconButton } from '../../parts/button.tsx';
import { INPUT } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';
import { minutesOf, nextShift, type Shift, timeOf } from './day-shifts.ts';

/** The shifts of one day, side by side; fields of the browser's own, which a keyboard fills in digit by digit. */
export function ShiftFields({
  day,
  shifts,
  closed,
  onChange,
}: {
  /** As it is called. */
  readonly day: string;
  readonly shifts: readonly Shift[];
  /** What no shift means. */
  readonly closed: string;
  readonly onChange: (shifts: readonly Shift[]) => void;
}) {
  // A shift has no name but its place: what is typed into it must not move it.
  const keys = shifts.map((_, at) => `shift ${at}`);
  const put = (at: number, shift: Shift) => onChange(shifts.map((one, index) => (index === at ? shift : one)));
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
      {shifts.length === 0 && <span className="text-ink-3">{closed}</span>}
      {shifts.map((shift, at) => {
        const { from, until } = shift;
        const isWrong = from !== null && until !== null && from >= until;
        return (
          <span key={keys[at]} className="flex items-center gap-1">
            <Time
              label={t('hours.from', { day })}
              minutes={from}
              isEnd={false}
              isWrong={isWrong}
              onChange={(next) => put(at, { from: next, until })}
            />
            <span aria-hidden className="text-ink-3">
              –
            </span>
            <Time
              label={t('hours.until', { day })}
              minutes={until}
              isEnd
              isWrong={isWrong}
              onChange={(next) => put(at, { from, until: next })}
            />
            <IconButton
              label={t('hours.removeShift', { day, span: `${timeOf(from)}–${timeOf(until)}` })}
              onClick={() => onChange(shifts.filter((one) => one !== shift))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </span>
        );
      })}
      {shifts.length < 6 && (
        <IconButton label={t('hours.addShiftOf', { day })} onClick={() => onChange([...shifts, nextShift(shifts)])}>
          <Plus size={15} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function Time({
  label,
  minutes,
  isEnd,
  isWrong,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number | null;
  readonly isEnd: boolean;
  readonly isWrong: boolean;
  readonly onChange: (minutes: number | null) => void;
}) {
  return (
    <input
      type="time"
      required
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={timeOf(minutes)}
      onChange={({ target }) => onChange(minutesOf(target.value, isEnd))}
      className={`${INPUT} num !w-[8.25rem]`}
    />
  );
}

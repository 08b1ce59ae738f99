import { Plus, Trash2 } from 'lucide-react';
import type { OwnDay } from '../../../wire/clocks.ts';
import { newId } from '../../api/new-id.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { INPUT } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';
import { dateOnly } from '../../time/words.ts';
import { Lines, Section } from '../parts/sheet.tsx';
import type { Shift } from './day-shifts.ts';
import { ShiftFields } from './shift-fields.tsx';

/** A day as it is being filled in; `id` is the line's. */
export interface DraftDay {
  readonly id: string;
  readonly date: string;
  readonly name: string;
  readonly shifts: readonly Shift[];
}

export const draftOf = ({ date, name, spans }: OwnDay): DraftDay => ({ id: date, date, name, shifts: spans });

/** Days off, and days with hours of their own. */
export function OwnDays({
  days,
  onChange,
}: {
  readonly days: readonly DraftDay[];
  readonly onChange: (days: readonly DraftDay[]) => void;
}) {
  const put = (day: DraftDay) => onChange(days.map((one) => (one.id === day.id ? day : one)));
  const add = (
    <Button
      icon={<Plus size={14} aria-hidden />}
      onClick={() => onChange([...days, { id: newId(), date: '', name: '', shifts: [] }])}
    >
      {t('hours.addDay')}
    </Button>
  );
  return (
    <Section title={t('hours.days')} about={t('hours.daysAbout')} acts={add}>
      {days.length > 0 && (
        <Lines label={t('hours.days')}>
          {days.map((day) => {
            const called = day.date ? dateOnly(day.date) : t('hours.date');
            return (
              <li key={day.id} className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 py-3">
                <div className="flex items-center gap-2">
                  <input
                    type="date"
                    required
                    aria-label={t('hours.date')}
                    value={day.date}
                    min="2000-01-01"
                    max="2099-12-31"
                    onChange={({ target }) => put({ ...day, date: target.value })}
                    className={`${INPUT} num !w-40 flex-none max-phone:!w-36`}
                  />
                  <input
                    type="text"
                    aria-label={t('hours.dayName')}
                    maxLength={80}
                    placeholder={t('hours.dayExample')}
                    value={day.name}
                    onChange={({ target }) => put({ ...day, name: target.value })}
                    className={`${INPUT} !w-auto min-w-0 flex-1`}
                  />
                  <IconButton
                    label={t('hours.removeDay', { date: called })}
                    onClick={() => onChange(days.filter((one) => one.id !== day.id))}
                  >
                    <Trash2 size={15} aria-hidden />
                  </IconButton>
                </div>
                <ShiftFields
                  day={called}
                  shifts={day.shifts}
                  closed={t('hours.closed')}
                  onChange={(shifts) => put({ ...day, shifts })}
                />
              </li>
            );
          })}
        </Lines>
      )}
    </Section>
  );
}

import { Copy } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { locale, t } from '../../text/t.ts';
import { Line, Lines } from '../parts/sheet.tsx';
import { DAYS, type Week } from './day-shifts.ts';
import { ShiftFields } from './shift-fields.tsx';

const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
/** 5 January 1970 was a Monday. */
const nameOf = (at: number) => long.format(new Date(Date.UTC(1970, 0, 5 + at)));

/** Monday to Sunday, each with its shifts. */
export function WeekGrid({ week, onChange }: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  const isRound = DAYS.every((day) => week[day].length === 0);
  return (
    <>
      <Lines label={t('hours.week')}>
        {DAYS.map((day, at) => (
          <Line key={day}>
            <span className="w-28 flex-none font-medium max-phone:w-full">{nameOf(at)}</span>
            <ShiftFields
              day={nameOf(at)}
              shifts={week[day]}
              closed={t(isRound ? 'hours.round' : 'hours.closed')}
              onChange={(shifts) => onChange({ ...week, [day]: shifts })}
            />
          </Line>
        ))}
      </Lines>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          icon={<Copy size={14} aria-hidden />}
          onClick={() => onChange({ ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon })}
        >
          {t('hours.toWeekdays')}
        </Button>
        <span className="text-s text-ink-3">{t('hours.midnight')}</span>
      </div>
    </>
  );
}

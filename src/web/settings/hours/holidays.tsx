import { useQuery } from '@tanstack/react-query';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { LoadFailed, Skeleton } from '../../parts/states.tsx';
import { compareNames } from '../../text/by-name.ts';
import { locale, t } from '../../text/t.ts';
import { countriesQuery, nextHolidaysQuery } from '../answer-times/queries.ts';
import { Section } from '../parts/sheet.tsx';
import { countryName } from './country-name.ts';
import { timeOf } from './day-shifts.ts';

const dates = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

interface Place {
  readonly country: string | null;
  readonly region: string | null;
}

/** Whose public holidays are closed, and which ones come next. */
export function Holidays({
  place,
  isOwn,
  onChange,
  onOpen,
}: {
  readonly place: Place;
  /** Whether something was decided for this day already. */
  readonly isOwn: (date: string) => boolean;
  readonly onChange: (place: Place) => void;
  /** A day of one's own in its place. */
  readonly onOpen: (date: string, name: string) => void;
}) {
  const countries = useQuery(countriesQuery);
  const regions = countries.data?.find(({ code }) => code === place.country)?.regions ?? [];
  const options = (countries.data ?? [])
    .map(({ code, name }) => ({ value: code, label: countryName(code, name) }))
    .toSorted((a, b) => compareNames(a.label, b.label));
  return (
    <Section title={t('hours.holidays')} about={t('hours.holidaysAbout')}>
      {countries.isError ? (
        <LoadFailed what={t('what.holidays')} error={countries.error} onRetry={() => void countries.refetch()} />
      ) : (
        <div className="grid gap-x-4 gap-y-2 phone:grid-cols-2">
          <Field label={t('hours.country')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('hours.country')}
                value={place.country ?? ''}
                options={[
                  { value: '', label: t('hours.noCountry') },
                  ...(options.length === 0 && place.country
                    ? [{ value: place.country, label: countryName(place.country, place.country) }]
                    : options),
                ]}
                onChange={(next) => onChange({ country: next || null, region: null })}
              />
            )}
          </Field>
          {regions.length > 0 && (
            <Field label={t('hours.region')}>
              {({ id }) => (
                <Select
                  id={id}
                  label={t('hours.region')}
                  value={place.region ?? ''}
                  options={[
                    { value: '', label: t('hours.wholeCountry') },
                    ...regions.map(({ code, name }) => ({ value: code, label: name })),
                  ]}
                  onChange={(next) => onChange({ ...place, region: next || null })}
                />
              )}
            </Field>
          )}
        </div>
      )}
      {place.country !== null && <Next country={place.country} region={place.region} isOwn={isOwn} onOpen={onOpen} />}
    </Section>
  );
}

function Next({
  country,
  region,
  isOwn,
  onOpen,
}: {
  readonly country: string;
  readonly region: string | null;
  readonly isOwn: (date: string) => boolean;
  readonly onOpen: (date: string, name: string) => void;
}) {
  const next = useQuery(nextHolidaysQuery(country, region));
  if (next.isError)
    return <LoadFailed what={t('what.holidays')} error={next.error} onRetry={() => void next.refetch()} />;
  if (!next.data) return <Skeleton className="mt-2 h-24 w-full" />;
  if (next.data.length === 0) return <p className="text-ink-2">{t('hours.nextNone')}</p>;
  return (
    <>
      <h3 className="mt-2 mb-1 text-s text-ink-3">{t('hours.next')}</h3>
      <ul className="rounded-medium border border-line bg-raised px-4">
        {next.data.map(({ date, name, from }) => (
          <li
            key={date}
            className="grid min-h-9 grid-cols-[144px_minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line last:border-0 max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:py-1.5"
          >
            <span className="num text-ink-2 max-phone:order-1 max-phone:col-start-1 max-phone:row-start-2 max-phone:text-s">
              {dates.format(new Date(`${date}T00:00:00Z`))}
            </span>
            <span className={`min-w-0 ${isOwn(date) ? 'text-ink-3 line-through' : ''}`} dir="auto">
              {name}
              {from > 0 && (
                <span className="ms-1.5 text-s text-ink-3">{t('hours.fromHour', { at: timeOf(from) })}</span>
              )}
            </span>
            {!isOwn(date) && (
              <button
                type="button"
                onClick={() => onOpen(date, name)}
                aria-label={`${name}: ${t('hours.openAnyway')}`}
                className="-me-1.5 rounded-small px-1.5 py-1 text-s text-ink-2 hover:bg-sunken hover:text-ink max-phone:col-start-2 max-phone:row-span-2 max-phone:row-start-1 max-phone:min-h-10"
              >
                {t('hours.openAnyway')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

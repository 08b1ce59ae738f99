import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { calendarsQuery } from '../answer-times/queries.ts';
import { ItemLink, NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Sheet } from '../parts/sheet.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { countryName } from './country-name.ts';
import { weekInWords } from './hours-words.ts';

/** When somebody is there. */
export default function Hours() {
  const { item } = useParams({ strict: false });
  const calendars = useQuery(calendarsQuery);
  const calendar = calendars.data?.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={calendar?.name ?? t(item === 'new' ? 'hours.add' : 'page.hours')} up="hours">
        <Loaded query={calendars} what={t('what.hours')}>
          {(all) =>
            item === 'new' || calendar ? (
              <CalendarEditor key={item} calendar={calendar ?? null} isFirst={all.length === 0} />
            ) : (
              <Empty title={t('hours.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  const add = <NewLink page="hours">{t('hours.add')}</NewLink>;
  return (
    <Sheet title={t('page.hours')} about={t('hours.about')} acts={calendars.data?.length !== 0 && add}>
      <Loaded query={calendars} what={t('what.hours')}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('hours.none')} act={add}>
              {t('hours.noneAbout')}
            </Empty>
          ) : (
            <Lines label={t('page.hours')}>
              {items.map((one) => (
                <ItemLink key={one.id} page="hours" item={one.id}>
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{one.name}</span>
                      {one.isDefault && <Chip>{t('hours.default')}</Chip>}
                    </span>
                    <span className="num block text-ink-2">{weekInWords(one)}</span>
                    <span className="block truncate text-s text-ink-3">
                      {[
                        one.timeZone,
                        one.country && countryName(one.country, one.country),
                        t('hours.usedBy', { count: one.inboxIds.length }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </ItemLink>
              ))}
            </Lines>
          )
        }
      </Loaded>
    </Sheet>
  );
}

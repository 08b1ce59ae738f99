import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Star } from 'lucide-react';
import type { PersonListItem } from '../../wire/persons.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Chip } from '../parts/chip.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { type Narrow, peopleQuery } from './queries.ts';

/** People, a line each: whoever came last stands first. */
export function PeopleTable({ narrow }: { readonly narrow: Narrow }) {
  const people = useInfiniteQuery({ ...peopleQuery(narrow), placeholderData: keepPreviousData });
  if (people.isPending)
    return (
      <Loading label={t('loading.persons')}>
        {[1, 2, 3, 4, 5, 6].map((line) => (
          <Skeleton key={line} className="mb-2 h-12" />
        ))}
      </Loading>
    );
  if (!people.data)
    return <LoadFailed what={t('what.persons')} error={people.error} onRetry={() => void people.refetch()} />;
  const items = people.data.pages.flatMap((page) => page.items);
  const total = people.data.pages[0]?.total;
  if (items.length === 0) return <Nobody narrow={narrow} />;
  return (
    <>
      {total && (
        <p className="num mb-2 text-s text-ink-3" role="status">
          {t(total.isCapped ? 'persons.countCapped' : 'persons.count', { count: total.count })}
        </p>
      )}
      <ul
        className={`overflow-hidden rounded-medium border border-line bg-raised ${people.isPlaceholderData ? 'opacity-60' : ''}`}
      >
        {items.map((person) => (
          <Line key={person.id} person={person} />
        ))}
      </ul>
      {people.hasNextPage && (
        <Button isBusy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()} className="mt-3">
          {t('persons.more')}
        </Button>
      )}
    </>
  );
}

function Nobody({ narrow }: { readonly narrow: Narrow }) {
  const why = narrow.q ? 'noneFound' : narrow.vip ? 'noVips' : narrow.segment || narrow.company ? 'noneInside' : 'none';
  return <Empty title={t(`persons.${why}`)}>{t(`persons.${why}About`)}</Empty>;
}

function Line({ person }: { readonly person: PersonListItem }) {
  const now = useNow();
  const name = person.name || person.handle || t('person.nameless');
  const about = [
    person.companyName,
    t(`stage.${person.stage}`),
    person.orders ? t('persons.orders', { count: person.orders }) : null,
    person.language ? languageName(person.language) : null,
  ].filter((part) => part !== null);
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to="/people/$id"
        params={{ id: person.id }}
        className="grid grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-2.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
      >
        <Avatar name={name} url={person.avatarUrl} size={32} />
        <span className="min-w-0">
          <span className="flex min-w-0 items-center gap-1.5">
            <b className="truncate font-semibold">{name}</b>
            {person.isVip && (
              <Star size={13} role="img" aria-label={t('known.vip')} className="flex-none fill-current text-accent" />
            )}
            {person.isBlocked && <Chip tone="alarm">{t('persons.blocked')}</Chip>}
            {person.waits && <Chip tone="warn">{t('persons.waits')}</Chip>}
          </span>
          <span className="block truncate text-ink-2">{about.join(' · ')}</span>
        </span>
        <span className="flex items-center gap-1.5">
          {person.channels.slice(0, 4).map((channel) => (
            <NetworkMark key={channel} channel={channel} />
          ))}
          {person.lastAt && (
            <time
              dateTime={person.lastAt}
              title={fullWords(person.lastAt)}
              className="num ms-2 w-[132px] text-end whitespace-nowrap text-ink-3 max-phone:hidden"
            >
              {momentWords(person.lastAt, now)}
            </time>
          )}
        </span>
      </Link>
    </li>
  );
}

import './practice.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PracticeState } from '../../wire/practice.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty, LoadFailed, Skeleton } from '../parts/states.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { Dials } from './dials.tsx';
import { Phone } from './phone.tsx';
import { practiceQuery } from './queries.ts';

type Persona = PracticeState['personas'][number];

/** The other end of the line: be a customer of the simulated brand, and see the answers arrive. */
export function Practice() {
  const state = useQuery(practiceQuery);
  const search = useSearch({ from: '/inside/practice' });
  if (state.isPending)
    return (
      <main className="customer-side grid h-full place-items-center">
        <Skeleton className="h-[70vh] w-[360px] !rounded-[44px]" />
      </main>
    );
  if (state.isError)
    return (
      <main className="customer-side grid h-full place-items-center">
        <LoadFailed what={t('what.practice')} error={state.error} onRetry={() => void state.refetch()} />
      </main>
    );
  const { personas, networks } = state.data;
  const person = personas.find((one) => one.id === search.person) ?? personas[0];
  const channel = person && (person.channels.find((one) => one === search.channel) ?? person.channels[0]);
  return (
    <main className="customer-side grid h-full grid-cols-[280px_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] max-phone:grid-cols-1 max-phone:grid-rows-[auto_auto_minmax(0,1fr)]">
      <Heading state={state.data} />
      {person && channel ? (
        <>
          <People personas={personas} person={person} channel={channel} />
          <div className="grid min-h-0 place-items-center p-4 max-phone:p-0">
            <Phone key={`${person.id} ${channel}`} person={person} channel={channel} networks={networks} />
          </div>
        </>
      ) : (
        <div className="col-span-full">
          <Empty title={t('practice.nobody')}>{t('practice.nobodyAbout')}</Empty>
        </div>
      )}
    </main>
  );
}

function Heading({ state }: { readonly state: PracticeState }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="col-span-full flex flex-wrap items-center gap-3 px-6 py-3 max-phone:px-4">
      <div className="me-auto">
        <h1 className="text-xl font-semibold tracking-[-.01em]">{t('practice.title')}</h1>
        <p className="text-ink-2 max-phone:hidden">{t('practice.about')}</p>
      </div>
      <Button onClick={() => setOpen(true)} className="bg-raised">
        {t('practice.dials')}
        {state.isLive && <span className="size-2 animate-pulse rounded-full bg-accent" title={t('practice.isLive')} />}
      </Button>
      <Link to="/desk" className={`${buttonClass()} bg-raised`}>
        {t('practice.desk')}
      </Link>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('practice.dials')}
        about={t('practice.dialsAbout')}
        isWide
      >
        <Dials state={state} />
      </Dialog>
    </header>
  );
}

function People({
  personas,
  person,
  channel,
}: {
  readonly personas: readonly Persona[];
  readonly person: Persona;
  readonly channel: string;
}) {
  const navigate = useNavigate();
  return (
    <nav aria-label={t('practice.people')} className="min-h-0 overflow-auto px-3 pb-4 max-phone:px-4 max-phone:pb-2">
      <label className="phone:hidden">
        <span className="sr-only">{t('practice.people')}</span>
        <select
          value={person.id}
          onChange={(event) => void navigate({ to: '/practice', search: { person: event.target.value, channel } })}
          className="w-full rounded-small border border-edge bg-raised px-2.5 py-2 text-[16px]"
        >
          {personas.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <ul className="grid gap-px max-phone:hidden">
        {personas.map((one) => (
          <li key={one.id}>
            <Link
              to="/practice"
              search={{ person: one.id, channel }}
              aria-current={one.id === person.id ? 'true' : undefined}
              className={`flex items-center gap-3 rounded-medium px-3 py-1.5 ${one.id === person.id ? 'bg-raised shadow-[0_0_0_1px_var(--line)]' : 'hover:bg-raised/60'}`}
            >
              <Avatar name={one.name} size={30} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{one.name}</span>
                <span className="block truncate text-s text-ink-2">{languageName(one.language)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Building2, Download, ListFilter, Plus, Star, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../frame/use-me.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import '../text/load-later.ts';
import { t } from '../text/t.ts';
import { Companies } from './companies.tsx';
import { CompanyForm } from './company-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { companiesQuery, exportPath, type Narrow, segmentsQuery } from './queries.ts';
import { SegmentForm } from './segment-form.tsx';
import { SegmentsList } from './segments-list.tsx';

const LISTS = ['all', 'vips', 'segments', 'companies'] as const;
type List = (typeof LISTS)[number];
const ICONS = { all: UsersRound, vips: Star, segments: ListFilter, companies: Building2 } as const;

/** Everybody who is known, and the lists of them. */
export function People() {
  const search = useSearch({ from: '/inside/shell/people' });
  const list: List = LISTS.find((one) => one === search.list) ?? 'all';
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const narrow = narrowOf(list, search.of, search.q);
  const mayShare = may('views.share');
  const mayMake = list === 'segments' ? mayShare : list === 'companies' && may('contacts.work');
  return (
    <Page
      isWide
      title={t('persons.title')}
      acts={
        <>
          {narrow && list !== 'all' && mayShare && (
            <a href={exportPath(narrow)} download className={buttonClass()}>
              <Download size={14} aria-hidden /> {t('persons.export')}
            </a>
          )}
          {mayMake && search.of === undefined && (
            <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
              {t(list === 'segments' ? 'segment.new' : 'company.new')}
            </Button>
          )}
        </>
      }
    >
      <nav aria-label={t('persons.lists')} className="mb-4 flex flex-wrap gap-1 border-b border-line">
        {LISTS.map((one) => (
          <Tab key={one} list={one} isChosen={one === list} />
        ))}
      </nav>
      {search.of !== undefined && (list === 'segments' || list === 'companies') && (
        <Inside list={list} of={search.of} />
      )}
      {list === 'all' && <Find q={search.q ?? ''} />}
      {narrow ? <PeopleTable narrow={narrow} /> : list === 'segments' ? <SegmentsList /> : <Companies />}
      {isMaking && list === 'segments' && <SegmentForm segment={null} onClose={() => setMaking(false)} />}
      {isMaking && list === 'companies' && <CompanyForm company={null} onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** Null: a list of lists is shown. */
function narrowOf(list: List, of: string | undefined, q: string | undefined): Narrow | null {
  if (list === 'all') return q ? { q } : {};
  if (list === 'vips') return { vip: 'true' };
  if (of === undefined) return null;
  return list === 'segments' ? { segment: of } : { company: of };
}

function Tab({ list, isChosen }: { readonly list: List; readonly isChosen: boolean }) {
  const Icon = ICONS[list];
  return (
    <Link
      to="/people"
      search={list === 'all' ? {} : { list }}
      aria-current={isChosen ? 'page' : undefined}
      className={`-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 px-3 max-phone:h-11 max-phone:px-2 ${isChosen ? 'border-accent font-semibold' : 'border-transparent text-ink-2 hover:text-ink'}`}
    >
      <Icon size={14} aria-hidden className={`max-phone:hidden ${isChosen ? 'text-accent' : 'text-ink-3'}`} />
      {t(`persons.${list}`)}
    </Link>
  );
}

function Find({ q }: { readonly q: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  return (
    <search className="mb-4 block max-w-[420px]">
      <SearchBox
        label={t('persons.find')}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          void navigate({ to: '/people', search: next.trim() ? { q: next.trim() } : {}, replace: true });
        }}
      />
    </search>
  );
}

function Inside({ list, of }: { readonly list: 'segments' | 'companies'; readonly of: string }) {
  const { data: segments = [] } = useQuery({ ...segmentsQuery, enabled: list === 'segments' });
  const { data: companies = [] } = useQuery({ ...companiesQuery, enabled: list === 'companies' });
  const known = (list === 'segments' ? segments : companies).find(({ id }) => id === of);
  return (
    <div className="mb-3 flex items-center gap-1">
      <Link
        to="/people"
        search={{ list }}
        aria-label={t(`persons.backTo.${list}`)}
        title={t(`persons.backTo.${list}`)}
        className="-ms-2 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
      >
        <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
      </Link>
      {known && <h2 className="min-w-0 text-l font-semibold [overflow-wrap:anywhere]">{known.name}</h2>}
    </div>
  );
}

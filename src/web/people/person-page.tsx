import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Ban } from 'lucide-react';
import { useMay } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { Elsewhere } from '../person/elsewhere.tsx';
import { Identities } from '../person/identities.tsx';
import { WhoTheyAre } from '../person/who-they-are.tsx';
import '../text/load-later.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { aboutQuery, personQuery } from './queries.ts';
import { PersonStory } from './story.tsx';

/** One person: who they are, where they are, and everything with them. */
export function PersonPage() {
  const { id } = useParams({ from: '/inside/shell/people/$id' });
  const person = useQuery(personQuery(id));
  const about = useQuery(aboutQuery(id));
  const may = useMay();
  const now = useNow();
  if (person.isPending || about.isPending)
    return (
      <Page title={<Back />} isWide>
        <Loading label={t('loading.person')}>
          <Skeleton className="mb-4 h-14 !rounded-medium" />
          <Skeleton className="h-72 !rounded-medium" />
        </Loading>
      </Page>
    );
  if (!person.data || !about.data)
    return (
      <Page title={<Back />} isWide>
        <LoadFailed
          what={t('what.person')}
          error={person.error ?? about.error}
          onRetry={() => void Promise.all([person.refetch(), about.refetch()])}
        />
      </Page>
    );
  const { contact, conversations } = person.data;
  const { mergedIntoId } = about.data;
  const name = contact.name || t('person.nameless');
  if (mergedIntoId)
    return (
      <Page title={<Back />} isWide>
        <Empty
          title={t('same.gone')}
          act={
            <Link to="/people/$id" params={{ id: mergedIntoId }} className="text-accent underline underline-offset-2">
              {t('same.open')}
            </Link>
          }
        />
      </Page>
    );
  const channels = [...new Set(contact.identities.map(({ channel }) => channel))];
  return (
    <Page
      isWide
      title={
        <>
          <Back />
          <Avatar name={name} url={contact.avatarUrl} size={30} />
          <span className="truncate">{name}</span>
        </>
      }
    >
      {contact.blockedAt && (
        <p className="mb-4 flex items-start gap-2 rounded-small bg-alarm-soft px-3 py-2 text-alarm">
          <Ban size={14} aria-hidden className="mt-[3px] flex-none" />
          {t('standing.isBlocked', { at: momentWords(contact.blockedAt, now) })}
        </p>
      )}
      <div className="grid items-start gap-5 desk:grid-cols-[minmax(0,1fr)_340px]">
        <section aria-label={t('persons.story')} className="max-desk:order-2">
          <PersonStory key={id} id={id} channels={channels} />
        </section>
        <div className="grid gap-4">
          <Card className="overflow-hidden [&>section:last-child]:border-b-0">
            <WhoTheyAre key={id} contactId={id} name={contact.name} mayWork={may('contacts.work')} />
          </Card>
          <Card>
            <h2 className="mb-1 text-s font-medium text-ink-2">{t('persons.doors')}</h2>
            <Identities identities={contact.identities} />
          </Card>
          <Card>
            <h2 className="mb-1 text-s font-medium text-ink-2">
              {t('persons.conversations')} <span className="num font-normal text-ink-3">{conversations.length}</span>
            </h2>
            <Elsewhere rows={conversations.slice(0, 20)} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Back() {
  return (
    <Link
      to="/people"
      aria-label={t('persons.back')}
      title={t('persons.back')}
      className="-ms-2 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
    >
      <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
    </Link>
  );
}

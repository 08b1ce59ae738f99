import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';
import { aboutQuery } from '../people/queries.ts';
import '../text/load-later.ts';
import { t } from '../text/t.ts';
import { KnownFacts } from './known-facts.tsx';
import { Merges } from './merges.tsx';
import { SamePerson } from './same-person.tsx';

/** What is known of somebody beside what they said: whether they are somebody else too, how far they are with us. */
export function WhoTheyAre({
  contactId,
  name,
  mayWork,
  withLink,
}: {
  readonly contactId: string;
  readonly name: string;
  readonly mayWork: boolean;
  readonly withLink?: boolean;
}) {
  const about = useQuery(aboutQuery(contactId));
  // Beside a conversation it is an addition: what cannot be read is not missed there.
  if (!about.data) return null;
  const { suggestions, merges } = about.data;
  return (
    <>
      {suggestions.length > 0 && (
        <SamePerson contactId={contactId} name={name} suggestions={suggestions} mayWork={mayWork} />
      )}
      <section aria-label={t('known.title')} className="border-b border-line px-4 py-3">
        <KnownFacts about={about.data} name={name} mayWork={mayWork} />
        {merges.length > 0 && <Merges contactId={contactId} merges={merges} mayWork={mayWork} />}
        {withLink && (
          <Link
            to="/people/$id"
            params={{ id: contactId }}
            className="mt-2 inline-flex items-center gap-1 text-accent hover:underline max-phone:min-h-10"
          >
            {t('known.page')}
            <ArrowUpRight size={13} aria-hidden className="rtl:-scale-x-100" />
          </Link>
        )}
      </section>
    </>
  );
}

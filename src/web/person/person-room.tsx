import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { Refusal } from '../api/call.ts';
import { conversationQuery, fieldsQuery } from '../api/queries.ts';
import { useRights } from '../conversation/acts/use-rights.ts';
import { LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { Elsewhere } from './elsewhere.tsx';
import { Fields } from './fields.tsx';
import { Head } from './head.tsx';
import { Identities } from './identities.tsx';
import { Linked } from './linked.tsx';
import { LogCall } from './log-call.tsx';
import { Notes } from './notes.tsx';
import { Part } from './part.tsx';
import { PersonLine } from './person-line.tsx';
import { Standing } from './standing.tsx';
import { Tasks } from './tasks.tsx';

const WhoTheyAre = lazy(() => import('./who-they-are.tsx').then((part) => ({ default: part.WhoTheyAre })));

const Orders = lazy(() => import('./orders.tsx'));

/** The person behind the conversation, what is to do for them, and everything else they brought to us. */
export function PersonRoom({ id }: { readonly id: string }) {
  const detail = useQuery(conversationQuery(id));
  if (detail.isPending) return <PersonSkeleton />;
  // The conversation beside it says why in its own words.
  if (detail.error instanceof Refusal && detail.error.status < 500 && !detail.data) return null;
  if (!detail.data)
    return <LoadFailed what={t('what.person')} error={detail.error} onRetry={() => void detail.refetch()} />;
  return <Panel detail={detail.data} />;
}

function Panel({ detail }: { readonly detail: ConversationDetail }) {
  const { conversation, contact, elsewhere, linked, merged, tasks, contactNotes } = detail;
  const may = useRights(conversation.inboxId);
  const { data: fields = [] } = useQuery(fieldsQuery);
  const mayWork = may('conversations.work', 'answer');
  const mayPerson = may('contacts.work', 'answer');
  const of = (about: 'conversation' | 'contact') =>
    fields.filter((field) => field.about === about && !field.isArchived).toSorted((a, b) => a.position - b.position);
  const [ofConversation, ofContact] = [of('conversation'), of('contact')];
  const open = tasks.filter(({ doneAt }) => doneAt === null).length;
  return (
    <div>
      <Head contact={contact} mayWork={mayPerson} />
      {may('contacts.read', 'see') && (
        <Suspense>
          <WhoTheyAre key={contact.id} contactId={contact.id} name={contact.name} mayWork={mayPerson} withLink />
        </Suspense>
      )}
      <Part name="identities" count={contact.identities.length}>
        <Identities identities={contact.identities} />
        {mayPerson && mayWork && <LogCall detail={detail} />}
      </Part>
      {may('contacts.read', 'see') && (
        <Suspense fallback={null}>
          <Orders detail={detail} mayWork={mayPerson} />
        </Suspense>
      )}
      {(mayWork || tasks.length > 0) && (
        <Part name="tasks" count={open}>
          <Tasks detail={detail} mayWork={mayWork} />
        </Part>
      )}
      {ofConversation.length > 0 && (
        <Part name="fields">
          <Fields detail={detail} fields={ofConversation} about="conversation" mayWork={mayWork} />
        </Part>
      )}
      {ofContact.length > 0 && (
        <Part name="contactFields">
          <Fields detail={detail} fields={ofContact} about="contact" mayWork={mayPerson} />
        </Part>
      )}
      {(mayPerson || contactNotes.length > 0) && (
        <Part name="notes" count={contactNotes.length}>
          <Notes detail={detail} mayWork={mayPerson} />
        </Part>
      )}
      {(linked.length > 0 || merged.length > 0) && (
        <Part name="linked" count={linked.length + merged.length}>
          <Linked detail={detail} mayWork={mayWork} />
        </Part>
      )}
      <Part name="elsewhere" count={elsewhere.length}>
        <Elsewhere rows={elsewhere} />
      </Part>
      {may('contacts.read', 'see') && (
        <Part name="line" isFoldedAtFirst>
          <PersonLine contactId={contact.id} />
        </Part>
      )}
      {mayPerson && (
        <Part name="standing" isFoldedAtFirst>
          <Standing contact={contact} />
        </Part>
      )}
    </div>
  );
}

function PersonSkeleton() {
  return (
    <Loading label={t('loading.person')}>
      <div className="flex items-center gap-3 border-b border-line p-4">
        <Skeleton className="size-10 !rounded-full" />
        <Skeleton className="h-4 w-32" />
      </div>
      <div className="grid gap-3 p-4">
        <Skeleton className="h-3" />
        <Skeleton className="h-3 w-2/3" />
      </div>
    </Loading>
  );
}

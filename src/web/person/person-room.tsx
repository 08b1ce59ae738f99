import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import type { Identity } from '../../wire/people.ts';
import { conversationQuery } from '../api/queries.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Avatar } from '../parts/avatar.tsx';
import { IconButton } from '../parts/button.tsx';
import { NetworkMark, useChannel } from '../parts/network-mark.tsx';
import { LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords, short } from '../time/words.ts';

/** The person behind the conversation: who they are on each network, and what else they brought to us. */
export function PersonRoom({ id }: { readonly id: string }) {
  const { setRoom } = useDesk();
  const detail = useQuery(conversationQuery(id));
  if (detail.isPending) return <PersonSkeleton />;
  if (!detail.data)
    return <LoadFailed what={t('what.person')} error={detail.error} onRetry={() => void detail.refetch()} />;
  const { contact, elsewhere } = detail.data;
  const followers = Math.max(0, ...contact.identities.map((identity) => identity.followers ?? 0));
  const about = [
    contact.language ? t('person.writes', { language: languageName(contact.language) }) : null,
    followers > 0 ? t('row.followers', { count: short(followers) }) : null,
  ].filter((part) => part !== null);
  return (
    <div>
      <section className="flex items-center gap-3 border-b border-line p-4">
        <IconButton label={t('person.back')} onClick={() => setRoom(undefined)} className="-ml-2 desk:hidden">
          <ArrowLeft size={18} aria-hidden />
        </IconButton>
        <Avatar name={contact.name} url={contact.avatarUrl} size={40} />
        <div className="min-w-0">
          <h1 className="truncate text-xl font-semibold">{contact.name || t('person.nameless')}</h1>
          {about.length > 0 && <p className="truncate text-ink-2">{about.join(' · ')}</p>}
        </div>
      </section>
      <Part title={t('person.identities')}>
        <ul>
          {contact.identities.map((identity) => (
            <IdentityLine key={identity.id} identity={identity} />
          ))}
        </ul>
      </Part>
      <Part title={t('person.elsewhere')}>
        {elsewhere.length === 0 ? (
          <p className="text-ink-3">{t('person.first')}</p>
        ) : (
          <ul>
            {elsewhere.map((row) => (
              <Touch key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="border-b border-line p-4">
      <h2 className="mb-2 text-s font-medium text-ink-3">{title}</h2>
      {children}
    </section>
  );
}

function IdentityLine({ identity }: { readonly identity: Identity }) {
  const { name } = useChannel(identity.channel);
  const shown = identity.handle ?? identity.name ?? identity.externalId;
  return (
    <li className="flex items-center gap-2 py-[3px]">
      <NetworkMark channel={identity.channel} />
      <span className="min-w-0 flex-1 truncate" title={shown}>
        {shown}
      </span>
      <span className="num flex-none text-ink-3">
        {identity.followers ? t('row.followers', { count: short(identity.followers) }) : name}
      </span>
    </li>
  );
}

function Touch({ row }: { readonly row: ConversationRow }) {
  const now = useNow();
  const waits = row.attention === 'needs_answer';
  return (
    <li>
      <Link
        to="/desk/$id"
        params={{ id: row.id }}
        search={(old) => ({ ...old, room: undefined }) as never}
        className="-mx-2 grid grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2 rounded-s px-2 py-[5px] hover:bg-raised"
      >
        <NetworkMark channel={row.channel} />
        <span className="truncate">{row.subject || row.preview}</span>
        <span className="num text-ink-3">{momentWords(row.lastMessageAt, now)}</span>
        <span className={`col-start-2 text-s ${waits ? 'font-medium text-warn' : 'text-ink-3'}`}>
          {row.resolution !== 'open'
            ? t(`resolution.${row.resolution}`)
            : row.attention
              ? t(`attention.${row.attention}`)
              : t('person.history')}
        </span>
      </Link>
    </li>
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

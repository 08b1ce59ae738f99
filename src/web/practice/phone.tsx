import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, SquarePen } from 'lucide-react';
import { useState } from 'react';
import type { PracticeState, SeenThread } from '../../wire/practice.ts';
import { NetworkMark } from '../parts/network-mark.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { NewTalk } from './new-talk.tsx';
import { threadsQuery } from './queries.ts';
import { ReachBadge } from './reach-badge.tsx';
import { Talk } from './talk.tsx';

interface Props {
  readonly person: PracticeState['personas'][number];
  readonly channel: string;
  readonly networks: PracticeState['networks'];
}

/** One customer's phone: a tab for each network, their threads as they see them there. */
export function Phone({ person, channel, networks }: Props) {
  const threads = useQuery(threadsQuery(person.id));
  const [open, setOpen] = useState<string | null>(null);
  const here = threads.data?.filter((thread) => thread.channel === channel) ?? [];
  const thread = here.find((one) => one.id === open);
  return (
    <section
      aria-label={t('practice.phone', { name: person.name })}
      className="customer-phone flex h-full max-h-[780px] w-full max-w-[400px] flex-col overflow-hidden max-phone:max-h-none max-phone:max-w-none"
    >
      <nav
        aria-label={t('practice.networks')}
        className="grid flex-none grid-cols-5 gap-1 border-b border-line px-3 pt-3 pb-2"
      >
        {person.channels.map((one) => (
          <Link
            key={one}
            to="/practice"
            search={{ person: person.id, channel: one }}
            aria-current={one === channel ? 'page' : undefined}
            className={`flex min-w-0 flex-col items-center gap-1 rounded-medium px-1 py-1 text-s ${one === channel ? 'bg-sunken font-semibold' : 'text-ink-2'}`}
          >
            <NetworkMark channel={one} />
            <span className="max-w-full truncate">
              {networks.find((network) => network.channel === one)?.name ?? one}
            </span>
          </Link>
        ))}
      </nav>
      {threads.isPending ? (
        <div className="grid gap-3 p-4">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      ) : threads.isError && !threads.data ? (
        <LoadFailed what={t('what.practice')} error={threads.error} onRetry={() => void threads.refetch()} />
      ) : open === 'new' ? (
        <NewTalk person={person.id} channel={channel} onBack={() => setOpen(null)} onSaid={setOpen} />
      ) : thread ? (
        <Talk person={person.id} thread={thread} onBack={() => setOpen(null)} />
      ) : (
        <Threads threads={here} onOpen={setOpen} />
      )}
    </section>
  );
}

function Threads({
  threads,
  onOpen,
}: {
  readonly threads: readonly SeenThread[];
  readonly onOpen: (id: string) => void;
}) {
  const now = useNow();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ul className="min-h-0 flex-1 overflow-auto">
        {threads.map((thread) => {
          const last = thread.messages.at(-1);
          return (
            <li key={thread.id}>
              <button
                type="button"
                onClick={() => onOpen(thread.id)}
                className="block w-full border-b border-line px-4 py-3 text-start hover:bg-sunken"
              >
                <span className="flex items-baseline gap-2">
                  <b className="min-w-0 flex-1 truncate font-semibold">{thread.title || thread.place.label}</b>
                  {last && <span className="num text-s text-ink-3">{momentWords(last.at, now)}</span>}
                </span>
                <ReachBadge isPublic={thread.place.isPublic} />
                {last && (
                  <span className="clamp-2 mt-0.5 text-ink-2">
                    {last.by === 'company' && <b className="font-medium text-ink">{last.name}: </b>}
                    {last.isDeleted ? t('message.deleted') : last.text}
                  </span>
                )}
              </button>
            </li>
          );
        })}
        {threads.length === 0 && <li className="p-8 text-center text-ink-2">{t('practice.noThreads')}</li>}
      </ul>
      <button
        type="button"
        onClick={() => onOpen('new')}
        className="customer-mine m-4 flex flex-none items-center justify-center gap-2 rounded-full py-2.5 text-l font-semibold"
      >
        <SquarePen size={16} aria-hidden /> {t('practice.write')}
      </button>
    </div>
  );
}

export function PhoneBar({ title, onBack }: { readonly title: string; readonly onBack: () => void }) {
  return (
    <div className="flex flex-none items-center gap-2 border-b border-line px-2 py-2">
      <button
        type="button"
        onClick={onBack}
        aria-label={t('practice.back')}
        className="grid size-8 place-items-center rounded-full hover:bg-sunken max-phone:size-10"
      >
        <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
      </button>
      <b className="min-w-0 truncate font-semibold">{title}</b>
    </div>
  );
}

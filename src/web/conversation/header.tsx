import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UserRound } from 'lucide-react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { agentsQuery } from '../api/queries.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMay, useMe } from '../frame/use-me.ts';
import { IconButton } from '../parts/button.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { HeaderActs } from './header-acts.tsx';

export function Header({ detail }: { readonly detail: ConversationDetail }) {
  const { open, setRoom, search } = useDesk();
  const may = useMay();
  const { conversation, contact } = detail;
  return (
    <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-[7px] pr-3 pl-6 max-phone:pl-2">
      <IconButton label={t('conversation.back')} onClick={() => open(null)} className="phone:hidden">
        <ArrowLeft size={18} aria-hidden />
      </IconButton>
      <div className="mr-auto flex min-w-[110px] flex-1 items-center gap-2.5">
        <NetworkMark channel={conversation.channel} />
        <div className="min-w-0">
          <h1 className="truncate text-l leading-[18px] font-semibold">
            {conversation.subject || contact.name || t('person.nameless')}
          </h1>
          <Sub detail={detail} />
        </div>
      </div>
      <IconButton
        label={t('conversation.person')}
        aria-pressed={search.room === 'person'}
        onClick={() => setRoom('person')}
        className="desk:hidden"
      >
        <UserRound size={17} aria-hidden />
      </IconButton>
      {may('conversations.work') && <HeaderActs conversation={conversation} />}
    </header>
  );
}

/** On a phone the way back must be there even when nothing could be read. */
export function BackOnly({ onBack }: { readonly onBack: () => void }) {
  return (
    <div className="flex h-[52px] items-center border-b border-line px-2 phone:hidden">
      <IconButton label={t('conversation.back')} onClick={onBack}>
        <ArrowLeft size={18} aria-hidden />
      </IconButton>
    </div>
  );
}

function Sub({ detail: { conversation, contact } }: { readonly detail: ConversationDetail }) {
  const me = useMe();
  const now = useNow();
  const { data: agents } = useQuery(agentsQuery);
  const holder = agents?.find((agent) => agent.id === conversation.assigneeId);
  const parts = [
    conversation.subject ? contact.name : null,
    conversation.assigneeId === null
      ? t('conversation.nobody')
      : conversation.assigneeId === me.agent?.id
        ? t('conversation.yours')
        : holder
          ? t('conversation.holder', { name: holder.name })
          : null,
    conversation.snoozedUntil ? t('conversation.snoozed', { at: momentWords(conversation.snoozedUntil, now) }) : null,
    conversation.attention && conversation.attention !== 'needs_answer'
      ? t(`attention.${conversation.attention}`)
      : null,
    conversation.resolution !== 'open' ? t(`resolution.${conversation.resolution}`) : null,
  ].filter((part) => part !== null);
  return <p className="truncate text-s text-ink-2">{parts.join(' · ')}</p>;
}

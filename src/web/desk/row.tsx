import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AlarmClock, Check, CircleAlert, CornerUpLeft, Globe, Users } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ConversationRow, View } from '../../wire/conversations.ts';
import { agentsQuery } from '../api/queries.ts';
import { useUnsent } from '../api/use-unsent.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Chip } from '../parts/chip.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords, short, spanWords } from '../time/words.ts';
import { subjectOf } from './subject-of.ts';

const MINUTE = 60_000;
/** From here on a waiting time is drawn as soon late, then late. Milliseconds; policies of one's own come with clocks. */
const SOON_MS = 30 * MINUTE;
const LATE_MS = 60 * MINUTE;
/** Fewer say nothing about reach. */
const MANY_FOLLOWERS = 1_000;

interface Props {
  readonly row: ConversationRow;
  readonly isOpen: boolean;
  readonly view: View;
  readonly agentId: string | null;
}

/** One conversation in a list: who, where, how long, what, and why it deserves a look. */
export const Row = memo(function Row({ row, isOpen, view, agentId }: Props) {
  const subject = subjectOf(row);
  const isNew = row.attention === 'needs_answer' && row.openedAt === null;
  return (
    <Link
      to="/desk/$id"
      params={{ id: row.id }}
      search={(old) => ({ ...old, room: undefined }) as never}
      aria-current={isOpen ? 'true' : undefined}
      className={`grid grid-cols-[32px_minmax(0,1fr)] gap-x-3 border-b border-line px-4 py-3 outline-offset-[-2px] ${isOpen ? 'bg-raised shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-raised/60'}`}
    >
      <span className="relative h-[38px] w-8">
        <Avatar name={row.contact.name} url={row.contact.avatarUrl} />
        <span className="absolute bottom-[-5px] left-[7px]">
          <NetworkMark channel={row.channel} ring={isOpen ? 'ring-2 ring-raised' : 'ring-2 ring-paper'} />
        </span>
      </span>
      <span className="min-w-0">
        <span className="flex items-baseline gap-2">
          <span className={`min-w-0 flex-1 truncate ${isNew ? 'font-semibold' : 'font-medium'}`}>
            {row.contact.name || t('person.nameless')}
          </span>
          <Wait row={row} />
        </span>
        <span className="clamp-2 mt-0.5 text-ink-2 [overflow-wrap:anywhere]">
          {subject && <span className="font-medium text-ink">{subject} · </span>}
          {row.preview || t('row.noText')}
        </span>
        <Why row={row} view={view} agentId={agentId} />
      </span>
    </Link>
  );
});

function Wait({ row }: { readonly row: ConversationRow }) {
  const now = useNow();
  if (row.snoozedUntil)
    return (
      <span className="num flex items-center gap-1 text-ink-2">
        <AlarmClock size={12} aria-label={t('row.snoozedUntil')} />
        {momentWords(row.snoozedUntil, now)}
      </span>
    );
  if (row.attention !== 'needs_answer' || !row.waitingSince)
    return <span className="num text-ink-3">{momentWords(row.lastMessageAt, now)}</span>;
  const waited = now - Date.parse(row.waitingSince);
  const tone =
    waited >= LATE_MS ? 'text-alarm font-semibold' : waited >= SOON_MS ? 'text-warn font-semibold' : 'text-ink-2';
  return (
    <span className={`num ${tone}`} title={t('row.waitingSince', { at: momentWords(row.waitingSince, now) })}>
      {spanWords(waited)}
    </span>
  );
}

function Why({
  row,
  view,
  agentId,
}: {
  readonly row: ConversationRow;
  readonly view: View;
  readonly agentId: string | null;
}) {
  const unsent = useUnsent(row.id);
  const chips: ReactNode[] = [];
  if (unsent)
    chips.push(
      <Chip key="unsent" tone={unsent === 'failed' ? 'alarm' : 'warn'}>
        <CircleAlert size={11} aria-hidden /> {t(`row.${unsent}`)}
      </Chip>,
    );
  if (row.reach === 'owned_public')
    chips.push(
      <Chip key="reach" tone="public">
        <Globe size={11} aria-hidden /> {t('reach.public')}
      </Chip>,
    );
  if (row.reach === 'earned')
    chips.push(
      <Chip key="reach" tone="public">
        <Globe size={11} aria-hidden /> {t('reach.earned')}
      </Chip>,
    );
  if (row.attention === 'needs_answer' && row.openedAt) chips.push(<Chip key="opened">{t('row.opened')}</Chip>);
  if (row.attention === 'answered')
    chips.push(
      <Chip key="answered" tone="accent">
        <CornerUpLeft size={11} aria-hidden /> {t('attention.answered')}
      </Chip>,
    );
  if (row.attention === 'acknowledged')
    chips.push(
      <Chip key="acknowledged" tone="accent">
        <Check size={11} aria-hidden /> {t('attention.acknowledged')}
      </Chip>,
    );
  if (row.attention === 'no_reply') chips.push(<Chip key="noReply">{t('attention.no_reply')}</Chip>);
  if (row.resolution === 'proposed' || row.resolution === 'confirmed')
    chips.push(<Chip key="resolution">{t(`resolution.${row.resolution}`)}</Chip>);
  if (row.answeredElsewhereAt && row.attention === 'needs_answer')
    chips.push(<Chip key="elsewhere">{t('row.answeredElsewhere')}</Chip>);
  if (row.contact.followers !== null && row.contact.followers >= MANY_FOLLOWERS)
    chips.push(
      <Chip key="followers">
        <Users size={11} aria-hidden /> {t('row.followers', { count: short(row.contact.followers) })}
      </Chip>,
    );
  if (row.assigneeId && view !== 'mine') chips.push(<Holder key="holder" id={row.assigneeId} agentId={agentId} />);
  if (chips.length === 0) return null;
  return <span className="mt-1.5 flex flex-wrap gap-1.5">{chips}</span>;
}

function Holder({ id, agentId }: { readonly id: string; readonly agentId: string | null }) {
  const { data } = useQuery(agentsQuery);
  const name = id === agentId ? t('row.you') : data?.find((agent) => agent.id === id)?.name;
  return name ? <span className="text-s leading-[18px] text-ink-3">{name}</span> : null;
}

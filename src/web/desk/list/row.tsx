import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AlarmClock, CalendarCheck, Check, CircleAlert, CornerUpLeft, Globe, Pencil, Users } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { HIGH_PRIORITY } from '../../../core/priority/high.ts';
import type { ConversationRow, View } from '../../../wire/conversations.ts';
import { draftsQuery } from '../../api/composing.ts';
import { agentsQuery, labelsQuery } from '../../api/queries.ts';
import { useUnsent } from '../../api/use-unsent.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Chip } from '../../parts/chip.tsx';
import { LabelChip } from '../../parts/label-chip.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords, short, spanWords } from '../../time/words.ts';
import { sameList } from '../same-list.ts';
import { toggle, useIsSelected, useIsSelecting } from '../selection/selection.ts';
import { ClockMark, dueTone } from './clock-mark.tsx';
import { subjectOf } from './subject-of.ts';

const MINUTE = 60_000;
/** Without an answer time of one's own, a waiting time is drawn as soon late, then late, from here on. Milliseconds. */
const SOON_MS = 30 * MINUTE;
const LATE_MS = 60 * MINUTE;
const TONES = { alarm: 'text-alarm font-semibold', warn: 'text-warn font-semibold', plain: 'text-ink-2' };
/** Fewer say nothing about reach. */
const MANY_FOLLOWERS = 1_000;

interface Props {
  readonly row: ConversationRow;
  readonly isOpen: boolean;
  readonly view: View;
  readonly agentId: string | null;
  /** Before the row opens: it may be meant to be chosen. */
  readonly onPress: (event: MouseEvent, id: string) => void;
}

/** One conversation in a list: who, where, how long, what, and why it deserves a look. */
export const Row = memo(function Row({ row, isOpen, view, agentId, onPress }: Props) {
  const subject = subjectOf(row);
  const isNew = row.attention === 'needs_answer' && row.openedAt === null;
  const isSelected = useIsSelected(row.id);
  const look = isSelected
    ? 'bg-accent-soft'
    : isOpen
      ? 'bg-raised shadow-[inset_2px_0_0_var(--accent)] rtl:shadow-[inset_-2px_0_0_var(--accent)]'
      : 'hover:bg-raised/60';
  return (
    <>
      <Link
        to="/desk/$id"
        params={{ id: row.id }}
        search={sameList}
        onClick={(event) => onPress(event, row.id)}
        aria-current={isOpen ? 'true' : undefined}
        data-row={row.id}
        draggable={false}
        className={`grid grid-cols-[32px_minmax(0,1fr)] gap-x-3 border-b border-line px-4 py-3 outline-offset-[-2px] ${look}`}
      >
        <span className="relative h-[38px] w-8">
          <Avatar name={row.contact.name} url={row.contact.avatarUrl} />
          {/* Above the mark of being chosen, which takes the pointer. */}
          <span className="pointer-events-none absolute start-[7px] bottom-[-5px] z-10">
            <NetworkMark
              channel={row.channel}
              ring={isSelected ? 'ring-2 ring-accent-soft' : isOpen ? 'ring-2 ring-raised' : 'ring-2 ring-paper'}
            />
          </span>
        </span>
        <span className="min-w-0">
          <span className="flex items-baseline gap-2">
            <span className={`min-w-0 flex-1 truncate ${isNew ? 'font-semibold' : 'font-medium'}`} dir="auto">
              {row.contact.name || t('person.nameless')}
            </span>
            <Wait row={row} />
          </span>
          <span className="clamp-2 mt-0.5 text-ink-2 [overflow-wrap:anywhere]" dir="auto">
            <DraftMark id={row.id} />
            {subject && <span className="font-medium text-ink">{subject} · </span>}
            {row.preview || t('row.noText')}
          </span>
          <Why row={row} view={view} agentId={agentId} />
        </span>
      </Link>
      <SelectMark id={row.id} name={row.contact.name} isSelected={isSelected} />
    </>
  );
});

/** Lies on the picture: seen under the pointer, with the keyboard, and while anything is chosen. A thumb presses the picture. */
function SelectMark({
  id,
  name,
  isSelected,
}: {
  readonly id: string;
  readonly name: string;
  readonly isSelected: boolean;
}) {
  const isSelecting = useIsSelecting();
  const seen = isSelected || isSelecting ? '' : 'opacity-0 focus-visible:opacity-100 group-hover:opacity-100';
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      aria-label={t('row.select', { name: name || t('person.nameless') })}
      tabIndex={isSelecting ? 0 : -1}
      onClick={() => toggle(id)}
      className={`absolute start-[10px] top-[6px] grid size-11 place-items-center rounded-full ${seen}`}
    >
      <span
        className={`grid size-8 place-items-center rounded-full border ${isSelected ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-raised text-transparent'}`}
      >
        <Check size={16} strokeWidth={2.5} aria-hidden />
      </span>
    </button>
  );
}

function DraftMark({ id }: { readonly id: string }) {
  const { data } = useQuery({ ...draftsQuery, select: (drafts) => drafts.some((one) => one.conversationId === id) });
  return data ? (
    <span className="font-medium text-accent">
      <Pencil size={11} aria-hidden className="me-0.5 mb-px inline" />
      {t('row.draft')} ·{' '}
    </span>
  ) : null;
}

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
    TONES[row.dueAt ? dueTone(row.dueAt, now) : waited >= LATE_MS ? 'alarm' : waited >= SOON_MS ? 'warn' : 'plain'];
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
  const now = useNow();
  const { data: labels = [] } = useQuery({ ...labelsQuery, enabled: row.labelIds.length > 0 });
  const chips: ReactNode[] = [];
  if (unsent)
    chips.push(
      <Chip key="unsent" tone={unsent === 'failed' ? 'alarm' : 'warn'}>
        <CircleAlert size={11} aria-hidden /> {t(`row.${unsent}`)}
      </Chip>,
    );
  if (row.attention === 'needs_answer' && row.priority >= HIGH_PRIORITY)
    chips.push(<Chip key="priority">{t('priority.chip', { points: row.priority })}</Chip>);
  if (row.dueAt) chips.push(<ClockMark key="due" dueAt={row.dueAt} />);
  if (row.reach === 'owned_public')
    chips.push(
      <Chip key="reach" tone="public">
        <Globe size={11} aria-hidden /> {t('reach.public')}
      </Chip>,
    );
  if (row.promisedFor) {
    const isOverdue = Date.parse(row.promisedFor) < now;
    chips.push(
      <Chip key="promise" tone={isOverdue ? 'alarm' : 'warn'} {...(row.promise ? { title: row.promise } : {})}>
        <CalendarCheck size={11} aria-hidden />
        {t(isOverdue ? 'row.promiseOverdue' : 'promise.until', { at: momentWords(row.promisedFor, now) })}
      </Chip>,
    );
  }
  if (row.reach === 'earned')
    chips.push(
      <Chip key="reach" tone="public">
        <Globe size={11} aria-hidden /> {t('reach.earned')}
      </Chip>,
    );
  for (const { id, name, colour } of labels)
    if (row.labelIds.includes(id))
      chips.push(
        <LabelChip key={id} colour={colour}>
          {name}
        </LabelChip>,
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
  return <span className="mt-1.5 flex flex-wrap items-center gap-1.5">{chips}</span>;
}

/** Who has it, small and at the end. */
function Holder({ id, agentId }: { readonly id: string; readonly agentId: string | null }) {
  const { data } = useQuery(agentsQuery);
  const agent = data?.find((one) => one.id === id);
  if (!agent) return null;
  const words = id === agentId ? t('row.you') : agent.name;
  return (
    <span role="img" aria-label={t('row.holder', { name: words })} title={words} className="ms-auto">
      <Avatar name={agent.name} size={20} tone={id === agentId ? 'ours' : 'theirs'} />
    </span>
  );
}

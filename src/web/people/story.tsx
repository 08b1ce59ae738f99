import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCircle2, Circle, Lock, Phone, ShoppingBag, StickyNote } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { StoryItem } from '../../wire/persons.ts';
import { channelsQuery } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { moneyWords } from '../person/money-words.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { storyQuery } from './queries.ts';

const KINDS = ['all', 'said', 'note', 'task', 'order'] as const;
type Kind = (typeof KINDS)[number];

/** Everything with one person, whatever the channel, the newest first. */
export function PersonStory({ id, channels }: { readonly id: string; readonly channels: readonly string[] }) {
  const [channel, setChannel] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const story = useInfiniteQuery(
    storyQuery(id, { ...(channel ? { channel } : {}), ...(kind === 'all' ? {} : { kind }) }),
  );
  const items = story.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segments
          label={t('story.kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(value === 'all' ? 'story.everything' : `story.${value}`) }))}
          onChange={setKind}
        />
        {channels.length > 1 && (
          <div className="w-[180px]">
            <ChannelSelect channels={channels} value={channel} onChange={setChannel} />
          </div>
        )}
      </div>
      {story.isPending ? (
        <div className="grid gap-2">
          {[1, 2, 3, 4].map((line) => (
            <Skeleton key={line} className="h-12" />
          ))}
        </div>
      ) : story.isError && items.length === 0 ? (
        <LoadFailed what={t('what.story')} error={story.error} onRetry={() => void story.refetch()} />
      ) : items.length === 0 ? (
        <p className="py-6 text-ink-3">{t('story.empty')}</p>
      ) : (
        <ol className="border-s border-line ps-4">
          {items.map((item) => (
            <Moment key={`${item.kind} ${item.id}`} item={item} />
          ))}
        </ol>
      )}
      {story.hasNextPage && (
        <Button isBusy={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()} className="mt-3">
          {t('story.more')}
        </Button>
      )}
    </>
  );
}

function ChannelSelect({
  channels,
  value,
  onChange,
}: {
  readonly channels: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { data: known = [] } = useQuery(channelsQuery);
  const nameOf = (channel: string) => known.find((one) => one.channel === channel)?.name ?? channel;
  return (
    <Select
      label={t('story.channel')}
      value={value}
      options={[
        { value: '', label: t('story.all') },
        ...channels.map((channel) => ({ value: channel, label: nameOf(channel) })),
      ]}
      onChange={onChange}
    />
  );
}

function Moment({ item }: { readonly item: StoryItem }) {
  const now = useNow();
  const { text, at, who, conversationId, kind, amount, currency } = item;
  const body = (
    <span className="min-w-0">
      <span className="flex items-baseline gap-2 text-s text-ink-2">
        <span className="min-w-0 truncate font-medium">{headOf(item)}</span>
        <time dateTime={at} title={fullWords(at)} className="num ms-auto flex-none text-ink-3">
          {momentWords(at, now)}
        </time>
      </span>
      <span className="line-clamp-3 [overflow-wrap:anywhere]">
        {[text, amount && currency && moneyWords(amount, currency)].filter(Boolean).join(' · ') || t('story.wordless')}
      </span>
    </span>
  );
  const look = '-mx-2 grid grid-cols-[18px_minmax(0,1fr)] gap-2.5 rounded-small px-2 py-2';
  const isOurs = item.direction === 'outbound' && who !== null;
  return (
    <li className={isOurs ? 'text-ink-2' : ''} data-kind={kind}>
      {conversationId ? (
        <Link
          to="/desk/$id"
          params={{ id: conversationId }}
          search={{ view: 'all' }}
          className={`${look} hover:bg-sunken`}
        >
          <Mark item={item} />
          {body}
        </Link>
      ) : (
        <div className={look}>
          <Mark item={item} />
          {body}
        </div>
      )}
    </li>
  );
}

function headOf({ kind, who, direction, isCall, isDone, reach }: StoryItem): ReactNode {
  if (kind === 'note') return [t('story.isNote'), who].filter(Boolean).join(' · ');
  if (kind === 'task') return [t(isDone ? 'story.isDone' : 'story.isTask'), who].filter(Boolean).join(' · ');
  if (kind === 'order') return t('story.isOrder');
  const name = direction === 'outbound' ? t('story.us', { name: who ?? '' }) : (who ?? '');
  return (
    <>
      {[isCall ? t('story.isCall') : null, direction === 'note' ? t('story.isInsideNote') : null, name]
        .filter(Boolean)
        .join(' · ')}
      {reach === 'owned_private' && <Lock size={11} aria-hidden className="ms-1 inline text-ink-3" />}
    </>
  );
}

function Mark({ item }: { readonly item: StoryItem }) {
  const look = { size: 16, 'aria-hidden': true, className: 'mt-px text-ink-3' } as const;
  if (item.kind === 'note' || item.direction === 'note') return <StickyNote {...look} />;
  if (item.kind === 'task') return item.isDone ? <CheckCircle2 {...look} /> : <Circle {...look} />;
  if (item.kind === 'order') return <ShoppingBag {...look} />;
  if (item.isCall) return <Phone {...look} />;
  return <NetworkMark channel={item.channel ?? ''} />;
}

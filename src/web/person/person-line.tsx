import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PersonMoment } from '../../wire/contacts.ts';
import { personLineQuery } from '../api/work-queries.ts';
import { sameListAt } from '../desk/same-list.ts';
import { Button } from '../parts/button.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';

/** Everything said by and to a person, whatever the channel, newest first; read on as one goes down. */
export function PersonLine({ contactId }: { readonly contactId: string }) {
  const line = useInfiniteQuery(personLineQuery(contactId));
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = line;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && void fetchNextPage());
    watch.observe(mark);
    return () => watch.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (line.isPending)
    return (
      <div className="grid gap-2">
        <Skeleton className="h-8" />
        <Skeleton className="h-8" />
        <Skeleton className="h-8" />
      </div>
    );
  if (!line.data) return <LoadFailed what={t('what.line')} error={line.error} onRetry={() => void line.refetch()} />;
  const moments = line.data.pages.flatMap(({ items }) => items);
  if (moments.length === 0) return <p className="text-ink-3">{t('line.empty')}</p>;
  return (
    <>
      <ol>
        {moments.map((moment) => (
          <Moment key={moment.messageId} moment={moment} />
        ))}
      </ol>
      <div ref={end} className="pt-2 text-s text-ink-3">
        {isFetchingNextPage ? (
          <Skeleton className="h-8" />
        ) : hasNextPage ? (
          <Button onClick={() => void fetchNextPage()} className="max-phone:!h-10">
            {t('line.more')}
          </Button>
        ) : (
          t('line.end')
        )}
      </div>
    </>
  );
}

function Moment({ moment }: { readonly moment: PersonMoment }) {
  const now = useNow();
  const isOurs = moment.direction !== 'inbound';
  const who =
    moment.direction === 'note'
      ? `${moment.authorName} (${t('line.note')})`
      : isOurs
        ? moment.authorName || t('line.us')
        : null;
  return (
    <li>
      <Link
        to="/desk/$id"
        params={{ id: moment.conversationId }}
        search={sameListAt(moment.messageId)}
        className="-mx-2 grid grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2 rounded-small px-2 py-[5px] hover:bg-raised"
      >
        <NetworkMark channel={moment.channel} />
        <span
          className={`clamp-2 [overflow-wrap:anywhere] ${moment.direction === 'note' ? 'text-note' : isOurs ? 'text-ink-2' : ''}`}
          dir="auto"
        >
          {who && <b className="font-medium">{who}: </b>}
          {moment.text || (moment.files > 0 ? '' : t('row.noText'))}
          {moment.files > 0 && (
            <span className="ms-1 inline-flex items-center gap-0.5 text-ink-3">
              <Paperclip size={11} aria-hidden /> {t('line.files', { count: moment.files })}
            </span>
          )}
        </span>
        <time dateTime={moment.at} title={fullWords(moment.at)} className="num text-ink-3">
          {momentWords(moment.at, now)}
        </time>
      </Link>
    </li>
  );
}

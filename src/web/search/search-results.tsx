import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { SearchResult } from '../../wire/search.ts';
import { searchPagesQuery } from '../api/queries.ts';
import { ListSkeleton } from '../desk/list/list-skeleton.tsx';
import { sameList, sameListAt } from '../desk/same-list.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Avatar } from '../parts/avatar.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Empty, LoadFailed } from '../parts/states.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { SearchBar } from './search-bar.tsx';
import { Words } from './words.tsx';

const EXAMPLES = ['is:waiting', 'is:public', 'has:image', 'after:7d', 'from:'] as const;

/** People first, then what was said; each opens where it was said. */
export function SearchResults({ words }: { readonly words: string }) {
  const { id, search } = useDesk();
  const found = useInfiniteQuery(searchPagesQuery(words));
  const list = useRef<HTMLDivElement>(null);
  const isShort = words.trim().length < 2;
  const [first] = found.data?.pages ?? [];
  const hits = found.data?.pages.flatMap((page) => page.hits) ?? [];
  const go = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [])];
    const at = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
    links[Math.max(0, at + by)]?.click();
  };
  const down = () => go(1);
  const up = () => go(-1);
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up }, true, 1);
  return (
    <section aria-label={t('search.bar')} className="flex h-full flex-col">
      <SearchBar words={words} onDone={down} />
      <div ref={list} className="min-h-0 flex-1 overflow-auto">
        {isShort ? (
          <Teach />
        ) : found.isPending ? (
          <ListSkeleton rows={4} />
        ) : !first ? (
          <LoadFailed what={t('what.search')} error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <>
            {first.notUnderstood.map((why) => (
              <p key={why} role="status" className="border-b border-line bg-warn-soft px-4 py-2 text-warn">
                {why}
              </p>
            ))}
            {first.people.length > 0 && <People people={first.people} openId={id} />}
            {hits.length === 0 && first.people.length === 0 ? (
              <Empty title={t('search.nothing', { words })}>{t('search.nothingAbout')}</Empty>
            ) : (
              <ul aria-label={t('search.said')}>
                {hits.map((hit) => (
                  <Hit key={hit.messageId} hit={hit} isOpen={search.at === hit.messageId} />
                ))}
              </ul>
            )}
            {found.hasNextPage && (
              <More isFetching={found.isFetchingNextPage} onSeen={() => void found.fetchNextPage()} />
            )}
            {!found.hasNextPage && !first.isComplete && (
              <p className="p-4 text-center text-ink-3">{t('search.more')}</p>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Hit({ hit, isOpen }: { readonly hit: SearchResult['hits'][number]; readonly isOpen: boolean }) {
  const now = useNow();
  const { conversation, authorName, text, marks } = hit;
  const person = conversation.contact.name || t('person.nameless');
  return (
    <li>
      <Link
        to="/desk/$id"
        params={{ id: conversation.id }}
        search={sameListAt(hit.messageId)}
        aria-current={isOpen ? 'true' : undefined}
        data-hit
        className={`grid grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2 border-b border-line px-4 py-3 ${isOpen ? 'bg-raised shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-raised'}`}
      >
        <NetworkMark channel={conversation.channel} />
        <span className="truncate font-semibold" dir="auto">
          {person}
        </span>
        <span className="num text-s text-ink-3">{momentWords(hit.sentAt, now)}</span>
        <p className="clamp-2 col-span-2 col-start-2 mt-0.5 text-ink-2 [overflow-wrap:anywhere]" dir="auto">
          {authorName !== '' && authorName !== conversation.contact.name && (
            <span className="font-medium text-ink">{authorName}: </span>
          )}
          <Words text={text} marks={marks} />
        </p>
      </Link>
    </li>
  );
}

function People({ people, openId }: { readonly people: SearchResult['people']; readonly openId: string | null }) {
  return (
    <>
      <h2 className="px-4 pt-3 pb-1 text-s font-medium text-ink-3">{t('search.people')}</h2>
      <ul aria-label={t('search.people')} className="border-b border-line pb-2">
        {people.map((one) => {
          const content = (
            <>
              <Avatar name={one.name} url={one.avatarUrl} size={24} />
              <span className="min-w-0 truncate font-medium" dir="auto">
                {one.name || t('person.nameless')}
              </span>
              {one.handle && <span className="min-w-0 flex-1 truncate text-ink-3">{one.handle}</span>}
              <span className="ms-auto">
                <NetworkMark channel={one.channel} />
              </span>
            </>
          );
          const look = 'flex min-h-[34px] items-center gap-2.5 px-4 py-1 max-phone:min-h-11';
          return (
            <li key={one.id}>
              {one.conversationId === null ? (
                <span className={look}>{content}</span>
              ) : (
                <Link
                  to="/desk/$id"
                  params={{ id: one.conversationId }}
                  search={sameList}
                  aria-current={one.conversationId === openId ? 'true' : undefined}
                  className={`${look} hover:bg-raised`}
                >
                  {content}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Reads on when it comes into sight. */
function More({ isFetching, onSeen }: { readonly isFetching: boolean; readonly onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting) && !isFetching) onSeen();
    });
    if (mark.current) watch.observe(mark.current);
    return () => watch.disconnect();
  }, [isFetching, onSeen]);
  return (
    <div ref={mark}>
      <ListSkeleton rows={2} />
    </div>
  );
}

/** Before anything is typed: what can be. */
function Teach() {
  const navigate = useNavigate();
  return (
    <div className="p-4">
      <Empty title={t('search.start')}>{t('search.startAbout')}</Empty>
      <dl className="mt-2 grid gap-1">
        {EXAMPLES.map((example) => (
          <div key={example} className="flex items-baseline gap-3">
            <dt className="w-24 flex-none">
              <button
                type="button"
                onClick={() => void navigate({ to: '.', search: (old) => ({ ...old, q: example }) as never })}
                className="rounded-small bg-sunken px-1.5 py-px text-accent hover:underline max-phone:py-2.5"
              >
                {example}
              </button>
            </dt>
            <dd className="text-ink-2">{t(`search.example.${example}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

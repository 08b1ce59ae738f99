import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { searchQuery } from '../api/queries.ts';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Empty, LoadFailed } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { ListSkeleton } from './conversation-list.tsx';
import { SearchBar } from './list-bar.tsx';
import { useDesk } from './use-desk.ts';

export function SearchResults({ words }: { readonly words: string }) {
  const { id } = useDesk();
  const now = useNow();
  const found = useQuery(searchQuery(words));
  const isShort = words.trim().length < 2;
  return (
    <section aria-label={t('search.label')} className="flex h-full flex-col">
      <SearchBar words={words} />
      <div className="min-h-0 flex-1 overflow-auto">
        {isShort ? (
          <Empty title={t('search.start')}>{t('search.startAbout')}</Empty>
        ) : found.isPending ? (
          <ListSkeleton rows={4} />
        ) : found.isError ? (
          <LoadFailed what={t('what.search')} error={found.error} onRetry={() => void found.refetch()} />
        ) : found.data.hits.length === 0 ? (
          <Empty title={t('search.nothing', { words })}>{t('search.nothingAbout')}</Empty>
        ) : (
          <ul>
            {found.data.hits.map((hit) => (
              <li key={hit.messageId}>
                <Link
                  to="/desk/$id"
                  params={{ id: hit.conversation.id }}
                  search={(old) => old}
                  aria-current={hit.conversation.id === id ? 'true' : undefined}
                  className={`grid grid-cols-[18px_1fr_auto] gap-x-2 border-b border-line px-4 py-3 ${hit.conversation.id === id ? 'bg-raised shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-raised'}`}
                >
                  <NetworkMark channel={hit.conversation.channel} />
                  <span className="truncate font-semibold">{hit.conversation.contact.name}</span>
                  <span className="num text-s text-ink-3">{momentWords(hit.sentAt, now)}</span>
                  <p className="clamp-2 col-span-2 col-start-2 mt-0.5 text-ink-2 [overflow-wrap:anywhere]">
                    {hit.text}
                  </p>
                </Link>
              </li>
            ))}
            {!found.data.isComplete && <li className="p-4 text-center text-ink-3">{t('search.more')}</li>}
          </ul>
        )}
      </div>
    </section>
  );
}

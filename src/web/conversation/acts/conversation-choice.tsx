import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ConversationRow } from '../../../wire/conversations.ts';
import { searchQuery } from '../../api/queries.ts';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { LoadFailed, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

const MOST = 30;

/** One conversation of many: those of the same person first, any other by searching. */
export function ConversationChoice({
  first,
  except,
  chosen,
  onChoose,
}: {
  readonly first: readonly ConversationRow[];
  readonly except: readonly string[];
  readonly chosen: ConversationRow | null;
  readonly onChoose: (row: ConversationRow) => void;
}) {
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const isSearching = sought.length >= 2;
  const found = useQuery(searchQuery(sought));
  const hits = found.data?.hits.map(({ conversation }) => conversation) ?? [];
  const offered = unique(isSearching ? hits : first)
    .filter((row) => !except.includes(row.id) && row.mergedIntoId === null)
    .slice(0, MOST);
  // What is chosen is seen, whatever is sought since.
  const rows = chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered;
  return (
    <div className="grid gap-2">
      <SearchBox label={t('choice.search')} value={words} onChange={setWords} />
      <p className="text-s text-ink-3">{isSearching ? t('choice.found') : t('choice.same')}</p>
      {isSearching && found.isPending ? (
        <div className="grid gap-2 py-2">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      ) : isSearching && !found.data ? (
        <LoadFailed what={t('what.search')} error={found.error} onRetry={() => void found.refetch()} />
      ) : rows.length === 0 ? (
        <p className="py-3 text-ink-2">{isSearching ? t('choice.none') : t('choice.noneSame')}</p>
      ) : (
        <RadioGroup
          aria-label={t('choice.label')}
          value={chosen?.id ?? ''}
          onValueChange={(id) => {
            const row = rows.find((one) => one.id === id);
            if (row) onChoose(row);
          }}
          className="-mx-2 grid max-h-[300px] overflow-auto"
        >
          {rows.map((row) => (
            <Choice key={row.id} row={row} />
          ))}
        </RadioGroup>
      )}
    </div>
  );
}

function Choice({ row }: { readonly row: ConversationRow }) {
  const now = useNow();
  return (
    <Radio.Root
      value={row.id}
      className="grid cursor-default grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-small px-2 py-1.5 text-start hover:bg-sunken data-checked:bg-accent-soft max-phone:py-2.5"
    >
      <NetworkMark channel={row.channel} />
      <span className="min-w-0">
        <span className="block truncate font-medium">
          {row.contact.name || t('person.nameless')}
          {row.subject && <span className="font-normal text-ink-2"> · {row.subject}</span>}
        </span>
        <span className="block truncate text-s text-ink-2">{row.preview || t('row.noText')}</span>
      </span>
      <span className="num text-s text-ink-3">{momentWords(row.lastMessageAt, now)}</span>
    </Radio.Root>
  );
}

function unique(rows: readonly ConversationRow[]): ConversationRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

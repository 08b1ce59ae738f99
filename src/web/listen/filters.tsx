import { useQuery } from '@tanstack/react-query';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { type Board, voiceQuery } from '../api/listening.ts';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { NetworkMark, useChannel } from '../parts/network-mark.tsx';
import { Segments } from '../parts/segments.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { FindWord } from './find-word.tsx';
import { isNarrowed, wholeOf } from './listen-search.ts';
import { rulesToChoose } from './rules-to-choose.ts';
import { useListen } from './use-listen.ts';
import { usePosts } from './use-posts.ts';

const STATES = ['waiting', 'handled', 'all'] as const;
const MOODS = ['negative', 'neutral', 'positive', 'unclear'] as const;
const moodWords = (mood: (typeof MOODS)[number]) =>
  mood === 'unclear' ? t('listen.unclear') : t(`understood.sentiment.${mood}`);
/** So far back the networks and languages go that can be chosen. */
const KNOWN_DAYS = 30;

/** What the board is narrowed to, and what it could be. */
export function Filters({ board }: { readonly board: Board }) {
  const { search, change } = useListen();
  const { query, items: hits, hasMore } = usePosts(board.id, search);
  const now = useNow();
  const { state = 'waiting', channel, mood, language, rule, alike, from, to } = search;
  const { data: voice } = useQuery(voiceQuery(board.id, KNOWN_DAYS));
  const { name: network } = useChannel(channel ?? '');
  const rules = rulesToChoose(board, hits);
  const channels = distinct([...(voice?.channels ?? []).map((one) => one.channel), ...hits.map((hit) => hit.channel)]);
  const languages = distinct([
    ...(voice?.languages ?? []).map((one) => one.language),
    ...hits.map((hit) => hit.language),
  ]);
  // Where nothing is found the way back stands in its place.
  const isEmpty = query.data !== undefined && hits.length === 0 && !hasMore;
  return (
    <div className="mx-auto flex w-full max-w-[868px] flex-none flex-wrap items-center gap-1.5 px-6 py-2 max-phone:block max-phone:px-0">
      <div className="max-phone:overflow-x-auto max-phone:[scrollbar-width:none]">
        <div className="flex flex-wrap items-center gap-1.5 max-phone:w-max max-phone:flex-nowrap max-phone:px-3">
          <Segments
            label={t('listen.state')}
            value={state}
            options={STATES.map((value) => ({ value, label: t(`listen.state.${value}`) }))}
            onChange={(next) => change({ state: next === 'waiting' ? undefined : next })}
          />
          <span className="w-1 max-phone:hidden" />
          <By
            by={t('listen.by.channel')}
            value={channel ? network : null}
            options={channels.map((value) => ({ value, label: <ChannelName channel={value} /> }))}
            chosen={channel}
            onChoose={(next) => change({ channel: next })}
          />
          <By
            by={t('listen.by.mood')}
            value={mood ? moodWords(mood) : null}
            options={MOODS.map((value) => ({ value, label: moodWords(value) }))}
            chosen={mood}
            onChoose={(next) => change({ mood: MOODS.find((one) => one === next) })}
          />
          <By
            by={t('listen.by.language')}
            value={language ? languageName(language) : null}
            options={languages.map((value) => ({ value, label: languageName(value) }))}
            chosen={language}
            onChoose={(next) => change({ language: next })}
          />
          {(rules.length > 1 || rule) && (
            <By
              by={t('listen.by.rule')}
              value={rule ? (rules.find(({ id }) => id === rule)?.name ?? '…') : null}
              options={rules.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={rule}
              onChoose={(next) => change({ rule: next })}
            />
          )}
          {alike && <Only onDrop={() => change({ alike: undefined })}>{t('listen.alikeOnly')}</Only>}
          {(from || to) && (
            <Only onDrop={() => change({ from: undefined, to: undefined })}>
              {t('listen.timeOnly', { from: from ? momentWords(from, now) : '…', to: to ? momentWords(to, now) : '…' })}
            </Only>
          )}
          {isNarrowed(search) && !isEmpty && (
            <button
              type="button"
              onClick={() => change({ ...CLEAR, ...wholeOf(search) })}
              className="rounded-small px-1.5 py-1 text-accent hover:underline max-phone:min-h-10"
            >
              {t('listen.showAll')}
            </button>
          )}
        </div>
      </div>
      <FindWord className="min-w-[150px] flex-1 max-phone:mt-2 max-phone:block max-phone:px-3" />
    </div>
  );
}
const CLEAR = {
  channel: undefined,
  mood: undefined,
  language: undefined,
  rule: undefined,
  alike: undefined,
  term: undefined,
  from: undefined,
  to: undefined,
} as const;

const distinct = (values: readonly (string | null)[]) => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

function ChannelName({ channel }: { readonly channel: string }) {
  const { name } = useChannel(channel);
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true">
        <NetworkMark channel={channel} />
      </span>
      {name}
    </span>
  );
}

function By({
  by,
  value,
  options,
  chosen,
  onChoose,
}: {
  readonly by: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: React.ReactNode }[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu
      align="start"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={`inline-flex h-[30px] items-center gap-1 rounded-full px-2.5 whitespace-nowrap max-phone:h-10 ${value ? 'bg-accent-soft font-medium text-accent' : 'edge text-ink-2 hover:bg-raised hover:text-ink'}`}
        >
          {value ? t('listen.by.is', { by, value }) : by}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuItem isChosen={chosen === undefined} onSelect={() => onChoose(undefined)}>
        {t('listen.by.any')}
      </MenuItem>
      {options.map((one) => (
        <MenuItem key={one.value} isChosen={chosen === one.value} onSelect={() => onChoose(one.value)}>
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Only({ onDrop, children }: { readonly onDrop: () => void; readonly children: string }) {
  return (
    <span className="inline-flex h-[30px] items-center gap-1 rounded-full bg-accent-soft ps-2.5 font-medium text-accent max-phone:h-10">
      {children}
      <button
        type="button"
        aria-label={t('listen.drop', { what: children })}
        onClick={onDrop}
        className="grid size-[30px] place-items-center rounded-full hover:bg-raised max-phone:size-10"
      >
        <X size={13} aria-hidden />
      </button>
    </span>
  );
}

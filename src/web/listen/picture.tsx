import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Voice } from '../../wire/listening.ts';
import { spikesQuery, voiceQuery } from '../api/listening.ts';
import { Card } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { ChannelName } from './channel-name.tsx';
import { sumOf } from './chart-scale.ts';
import { daysOf, type ListenSearch, RANGES } from './listen-search.ts';
import { changeWords, MoodBar, percentWords } from './mood-bar.tsx';
import { Narrowing } from './narrowing.tsx';
import { SAID_TO_US } from './said-to-us.ts';
import { Share } from './share.tsx';
import { Spikes } from './spikes.tsx';
import { useListen } from './use-listen.ts';
import { VolumeChart } from './volume-chart.tsx';
import { VolumeTable } from './volume-table.tsx';

const TITLE = 'mb-3 text-l font-semibold';

/** How much is said, in which mood, where, about what, and what burst. Everything leads to its posts. */
export function Picture({ board }: { readonly board: string }) {
  const { search, change } = useListen();
  const days = daysOf(search);
  const voice = useQuery({ ...voiceQuery(board, days), placeholderData: keepPreviousData });
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto grid max-w-[1080px] gap-4 px-6 py-4 max-phone:px-3">
        <Segments
          label={t('picture.range')}
          value={String(days)}
          options={RANGES.map((value) => ({ value: String(value), label: t(`picture.days.${value}`) }))}
          onChange={(next) => {
            const chosen = RANGES.find((one) => String(one) === next);
            change({ days: chosen === 7 ? undefined : chosen });
          }}
        />
        {voice.isPending ? (
          <Loading label={t('loading.voice')}>
            <Skeleton className="mb-4 h-72 !rounded-medium" />
            <Skeleton className="h-44 !rounded-medium" />
          </Loading>
        ) : !voice.data ? (
          <LoadFailed what={t('what.voice')} error={voice.error} onRetry={() => void voice.refetch()} />
        ) : (
          <div className={`grid gap-4 ${voice.isPlaceholderData ? 'opacity-60' : ''}`}>
            <Shown board={board} voice={voice.data} />
          </div>
        )}
        <Share days={days} />
      </div>
    </div>
  );
}

function Shown({ board, voice }: { readonly board: string; readonly voice: Voice }) {
  const { search, change } = useListen();
  const { data: spikes = [] } = useQuery(spikesQuery(board));
  const opened = useRef<HTMLDivElement>(null);
  const { spike } = search;
  const isThere = spikes.some(({ id }) => id === spike);
  useEffect(() => {
    if (spike && isThere) opened.current?.scrollIntoView({ block: 'nearest' });
  }, [spike, isThere]);
  const sum = voice.series.reduce((all, point) => all + sumOf(point), 0);
  const before = voice.channels.reduce((all, one) => all + one.before, 0);
  const negative = voice.series.reduce((all, point) => all + point.negative, 0);
  const begin = voice.series[0]?.at ?? '';
  const inRange = spikes.filter((one) => one.endedAt === null || one.endedAt >= begin || one.id === spike);
  const hasPosts = board !== SAID_TO_US;
  const narrow = (by: Partial<ListenSearch>) =>
    change({ show: undefined, spike: undefined, state: 'all', from: begin || undefined, ...by });
  const most = Math.max(...voice.channels.map(sumOf), 1);
  return (
    <>
      <Card>
        <div className="mb-9 flex flex-wrap items-end gap-x-8 gap-y-2">
          <h2 className="me-auto self-start text-l font-semibold">{t('picture.volume')}</h2>
          <Figure words={t('picture.sum')} value={count(sum)} about={changeWords(sum, before)} />
          <Figure
            words={t('picture.negative')}
            value={percentWords(sum === 0 ? 0 : negative / sum)}
            about={t('picture.posts', { count: negative })}
          />
        </div>
        {sum === 0 ? (
          <Empty title={t('picture.nothing')}>{t('picture.nothingAbout')}</Empty>
        ) : (
          <>
            <VolumeChart
              voice={voice}
              spikes={inRange}
              onSpike={(id) => change({ spike: id })}
              onColumn={hasPosts ? (from, to) => narrow({ from, to }) : null}
            />
            <VolumeTable voice={voice} />
          </>
        )}
      </Card>
      <div ref={opened}>
        <Spikes board={board} spikes={inRange} />
      </div>
      {sum > 0 && (
        <div className="grid gap-4 desk:grid-cols-2">
          <Card>
            <h2 className={TITLE}>{t('picture.channels')}</h2>
            <ul className="-mx-2 grid gap-0.5">
              {voice.channels.map((one) => (
                <li key={one.channel}>
                  <Narrowing onPress={hasPosts ? () => narrow({ channel: one.channel }) : null}>
                    <MoodBar name={<ChannelName channel={one.channel} />} moods={one} most={most} before={one.before} />
                  </Narrowing>
                </li>
              ))}
            </ul>
          </Card>
          <Card>
            <h2 className={TITLE}>{t('picture.terms')}</h2>
            <Terms voice={voice} onTerm={hasPosts ? (term) => narrow({ term, from: undefined }) : null} />
            <h2 className={`${TITLE} mt-5`}>{t('picture.languages')}</h2>
            <ul className="flex flex-wrap gap-1.5">
              {voice.languages.map(({ language, posts }) => (
                <li key={language}>
                  <Word
                    words={language === null ? t('listen.noLanguage') : languageName(language)}
                    posts={posts}
                    onPress={hasPosts && language !== null ? () => narrow({ language }) : null}
                  />
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </>
  );
}

function Figure({ words, value, about }: { readonly words: string; readonly value: string; readonly about: string }) {
  return (
    <p>
      <span className="block text-s text-ink-3">{words}</span>
      <span className="num text-2xl font-semibold tracking-[-.02em]">{value}</span>{' '}
      <span className="num text-s text-ink-3">{about}</span>
    </p>
  );
}

function Terms({ voice, onTerm }: { readonly voice: Voice; readonly onTerm: ((term: string) => void) | null }) {
  if (voice.terms.length === 0) return <p className="text-ink-3">{t('picture.noTerms')}</p>;
  return (
    <>
      <ul className="flex flex-wrap gap-1.5">
        {voice.terms.map(({ term, posts }) => (
          <li key={term}>
            <Word words={term} posts={posts} onPress={onTerm && (() => onTerm(term))} />
          </li>
        ))}
      </ul>
      {onTerm && <p className="mt-2 text-s text-ink-3">{t('picture.termsAbout')}</p>}
    </>
  );
}

function Word({
  words,
  posts,
  onPress,
}: {
  readonly words: string;
  readonly posts: number;
  readonly onPress: (() => void) | null;
}) {
  const look = 'inline-flex h-7 items-center gap-1.5 rounded-full px-2.5 edge max-phone:h-10';
  const inside = (
    <>
      <span dir="auto">{words}</span>
      <span className="num text-s text-ink-3">{count(posts)}</span>
    </>
  );
  return onPress ? (
    <button type="button" onClick={onPress} className={`${look} hover:bg-sunken hover:text-accent`}>
      {inside}
    </button>
  ) : (
    <span className={look}>{inside}</span>
  );
}

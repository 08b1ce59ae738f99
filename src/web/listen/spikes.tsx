import { Link } from '@tanstack/react-router';
import { ChevronDown, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { SpikeList } from '../../wire/listening.ts';
import type { Hit } from '../api/listening.ts';
import { Chip } from '../parts/chip.tsx';
import { Card } from '../parts/page.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { count, momentWords } from '../time/words.ts';
import type { Asked } from './ask.ts';
import { Handled } from './handled.tsx';
import { HitButtons } from './hit-buttons.tsx';
import { HitCard } from './hit-card.tsx';
import { useHitActs } from './use-hit-acts.ts';
import { useJudge } from './use-judge.ts';
import { useListen } from './use-listen.ts';
import { expectedWords } from './volume-words.ts';

type Shown = z.infer<typeof SpikeList>['items'][number];

/** What burst: when, how much against what was expected, which words stand out, and the posts that drive it. */
export function Spikes({ board, spikes }: { readonly board: string; readonly spikes: readonly Shown[] }) {
  const { search, change } = useListen();
  if (spikes.length === 0) return <p className="px-1 text-s text-ink-3">{t('spike.none')}</p>;
  const openId = search.spike ?? spikes.find(({ endedAt }) => endedAt === null)?.id;
  return (
    <ul className="grid gap-2">
      {spikes.map((spike) => (
        <li key={spike.id}>
          <One
            board={board}
            spike={spike}
            isOpen={spike.id === openId}
            onToggle={() => change({ spike: spike.id === search.spike ? undefined : spike.id })}
          />
        </li>
      ))}
    </ul>
  );
}

function One({
  board,
  spike,
  isOpen,
  onToggle,
}: {
  readonly board: string;
  readonly spike: Shown;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const now = useNow();
  const isOn = spike.endedAt === null;
  return (
    <Card className={isOn ? 'border-s-[3px] border-s-alarm' : ''}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex w-full items-start gap-3 rounded-medium px-4 py-3 text-start hover:bg-sunken/60"
      >
        <TrendingUp size={16} aria-hidden className={`mt-0.5 flex-none ${isOn ? 'text-alarm' : 'text-ink-3'}`} />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2">
            <b className="num font-semibold">
              {isOn
                ? t('spike.from', { at: momentWords(spike.beganAt, now) })
                : t('spike.fromTo', {
                    from: momentWords(spike.beganAt, now),
                    to: momentWords(spike.endedAt ?? spike.seenAt, now),
                  })}
            </b>
            {isOn && <Chip tone="alarm">{t('spike.goesOn')}</Chip>}
          </span>
          <span className="num block text-ink-2">
            {t('spike.line', {
              posts: count(spike.posts),
              expected: expectedWords(spike.expected),
              authors: spike.authors,
              negative: count(spike.negative),
            })}
          </span>
        </span>
        <ChevronDown
          size={16}
          aria-hidden
          className={`mt-0.5 flex-none text-ink-3 transition-transform motion-reduce:transition-none ${isOpen ? 'rotate-180' : ''}`}
        />
      </button>
      {isOpen && <Drivers board={board} spike={spike} />}
    </Card>
  );
}

function Drivers({ board, spike }: { readonly board: string; readonly spike: Shown }) {
  const { terms, threads } = spike.drivers;
  return (
    <div className="grid gap-4 border-t border-line px-4 py-3">
      {terms.length > 0 && (
        <section>
          <h3 className="mb-1.5 text-s font-medium text-ink-3">{t('spike.terms')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {terms.map(({ term, posts, usual }) => (
              <li
                key={term}
                title={t('spike.term', { term, posts: count(posts), usual: count(Math.round(usual)) })}
                className="inline-flex h-7 items-center gap-1.5 rounded-full bg-sunken px-2.5"
              >
                <span dir="auto">{term}</span>
                <span className="num text-s text-ink-3">{count(posts)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="mb-1.5 text-s font-medium text-ink-3">{t('spike.posts')}</h3>
        {threads.length > 0 && (
          <ul className="mb-2 grid gap-0.5">
            {threads.map(({ conversationId, title, posts, negative }) => (
              <li key={conversationId}>
                <Link
                  to="/desk/$id"
                  params={{ id: conversationId }}
                  search={{ view: 'all' }}
                  className="-mx-2 flex min-h-9 items-baseline gap-3 rounded-small px-2 py-1.5 hover:bg-sunken max-phone:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate font-medium" dir="auto">
                    {title ?? t('spike.thread')}
                  </span>
                  <span className="num flex-none text-s text-ink-2">
                    {t('spike.threadLine', { posts: count(posts), negative: count(negative) })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {spike.posted.length > 0 && <Posted board={board} hits={spike.posted} />}
        {spike.posted.length === 0 && threads.length === 0 && <p className="text-ink-3">{t('spike.noPosts')}</p>}
      </section>
    </div>
  );
}

function Posted({ board, hits }: { readonly board: string; readonly hits: readonly Hit[] }) {
  const judge = useJudge(board);
  const acts = useHitActs(board);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <ul className="grid gap-2">
      {hits.map((hit) => (
        <li key={hit.id}>
          <HitCard hit={hit}>
            {hit.state === 'waiting' ? (
              <HitButtons
                hit={hit}
                acts={acts}
                asked={asked?.id === hit.id ? asked.what : null}
                onAsk={(what) => setAsked(what && { id: hit.id, what })}
                onTake={(to) => void acts.assign(hit, to)}
                onAct={(act) => {
                  if (act === 'answer') void acts.answer(hit);
                  else if (act === 'like') void acts.like(hit);
                  else if (act === 'assign' || act === 'thank') setAsked({ id: hit.id, what: act });
                  else void judge([hit], act === 'ignore' ? 'ignored' : 'acknowledged');
                }}
              />
            ) : (
              <Handled hit={hit} onPutBack={() => void judge([hit], 'waiting')} />
            )}
          </HitCard>
        </li>
      ))}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DryRun as DryRunOf, Move, Scale } from '../../../wire/priority.ts';
import { useMay } from '../../frame/use-me.ts';
import { Segments } from '../../parts/segments.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { Section } from '../parts/sheet.tsx';
import { MoveLine } from './move-line.tsx';
import { dryRunQuery } from './queries.ts';
import { useSettled } from './use-settled.ts';

const SETTLES_MS = 250;

/** What the weights as they stand here would do to the last month. Nothing is changed by looking. */
export function DryRun({
  teamId,
  weights,
  isDirty,
}: {
  readonly teamId: string | null;
  readonly weights: Scale;
  readonly isDirty: boolean;
}) {
  const settled = useSettled(weights, SETTLES_MS);
  const run = useQuery(dryRunQuery(teamId, settled));
  const isBehind = run.isPlaceholderData || settled !== weights;
  return (
    <Section title={t('dryRun.title')}>
      {run.data ? (
        <Ran run={run.data} isDirty={isDirty} isBehind={isBehind} />
      ) : run.isError ? (
        <LoadFailed what={t('what.dryRun')} error={run.error} onRetry={() => void run.refetch()} />
      ) : (
        <Loading label={t('settings.loading', { what: t('what.dryRun') })}>
          <div className="grid gap-4 rounded-medium border border-line bg-raised p-4">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-14" />
            {['w-1/2', 'w-2/3', 'w-2/5', 'w-1/3'].map((width) => (
              <Skeleton key={width} className={`h-3 ${width}`} />
            ))}
          </div>
        </Loading>
      )}
    </Section>
  );
}

function Ran({
  run,
  isDirty,
  isBehind,
}: {
  readonly run: DryRunOf;
  readonly isDirty: boolean;
  readonly isBehind: boolean;
}) {
  const mayRead = useMay()('conversations.read');
  const [chosen, setChosen] = useState<'movers' | 'top'>('movers');
  const { total, left, up, down, same, rescored, movers, top } = run;
  if (total === 0)
    return (
      <div className="rounded-medium border border-line bg-raised">
        <Empty title={t('dryRun.none')}>{t('dryRun.noneAbout')}</Empty>
      </div>
    );
  const shown = isDirty ? chosen : 'top';
  const moves = shown === 'movers' ? movers : top;
  return (
    <div
      aria-busy={isBehind}
      className={`rounded-medium border border-line bg-raised transition-opacity motion-reduce:transition-none ${isBehind ? 'opacity-60' : ''}`}
    >
      <p className="px-4 pt-3 text-ink-2">
        {t(isDirty ? 'dryRun.before' : 'dryRun.asItIs', { total, words: count(total) })}
      </p>
      {isDirty && (
        <>
          <dl className="grid grid-cols-3 gap-2 px-4 pt-3" aria-live="polite">
            <Figure value={up} words={t('dryRun.up')} tone="text-accent" />
            <Figure value={down} words={t('dryRun.down')} tone="text-warn" />
            <Figure value={same} words={t('dryRun.same')} tone="text-ink-2" />
          </dl>
          <p className="px-4 pt-1 text-s text-ink-3">
            {t('dryRun.rescored', { count: rescored, words: count(rescored) })}
          </p>
          {mayRead && (
            <div className="px-4 pt-3">
              <Segments
                label={t('dryRun.what')}
                value={chosen}
                options={[
                  { value: 'movers', label: t('dryRun.movers') },
                  { value: 'top', label: t('dryRun.top') },
                ]}
                onChange={setChosen}
              />
            </div>
          )}
        </>
      )}
      {mayRead ? <Moves moves={moves} /> : <p className="p-4 text-ink-3">{t('dryRun.hidden')}</p>}
      <p className="border-t border-line px-4 py-2 text-s text-ink-3">
        {left > 0 && `${t('dryRun.left', { total: count(total), left, words: count(left) })} `}
        {t('dryRun.answered')}
      </p>
    </div>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  if (moves.length === 0) return <p className="px-4 py-6 text-center text-ink-3">{t('dryRun.noMovers')}</p>;
  return (
    <>
      <p aria-hidden="true" className="flex justify-between gap-3 px-4 pt-2 pb-1 text-s text-ink-3">
        <span>{t('dryRun.place')}</span>
        <span>{t('dryRun.points')}</span>
      </p>
      <ol className="relative max-h-[56vh] divide-y divide-line overflow-auto border-t border-line">
        {moves.map((move) => (
          <MoveLine key={move.id} move={move} />
        ))}
      </ol>
    </>
  );
}

function Figure({ value, words, tone }: { readonly value: number; readonly words: string; readonly tone: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-s text-ink-3">{words}</dt>
      <dd className={`num text-2xl font-semibold tracking-[-.01em] ${tone}`}>{count(value)}</dd>
    </div>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListeningSource } from '../../../wire/listening.ts';
import { FormProblem } from '../../parts/form.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { useSettled } from '../priority/use-settled.ts';
import { AskNetworks } from './ask-networks.tsx';
import { type Body, type Draft, missingIn } from './draft.ts';
import { Figures } from './figures.tsx';
import { HeardOrNearly } from './heard-or-nearly.tsx';
import { previewQuery } from './queries.ts';

const STILL_MS = 500;

/** What a draft would have heard, beside it: of what the desk has, and of what the networks say when they are asked. */
export function Preview({
  draft,
  sources,
  onChange,
}: {
  readonly draft: Draft;
  readonly sources: readonly ListeningSource[];
  readonly onChange: (more: Partial<Body>) => void;
}) {
  // Its name changes nothing of what is heard, and it may be tried before it has one.
  const body = useSettled(hearing(draft.body), STILL_MS);
  const key = JSON.stringify(body);
  const [asked, setAsked] = useState<{ readonly key: string; readonly ask: readonly string[] }>({ key, ask: [] });
  // Whoever goes on writing asks no network again by that.
  const isAsked = asked.ask.length > 0 && asked.key === key;
  const missing = missingIn(draft);
  const isWhole = body.brand.length > 0 && body.forms.length > 0 && body.boardId !== '';
  const preview = useQuery({
    ...previewQuery(body, isAsked ? asked.ask : []),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  const { data, isPending, isError, isFetching, isPlaceholderData } = preview;
  return (
    <section
      aria-labelledby="preview-title"
      className="grid grid-cols-[minmax(0,1fr)] gap-4 desk:sticky desk:top-0 desk:-my-6 desk:max-h-[calc(100dvh-53px)] desk:overflow-auto desk:border-s desk:border-line desk:py-6 desk:ps-6"
    >
      <div>
        <h2 id="preview-title" className="text-l font-semibold">
          {t('preview.title')}
        </h2>
        <p className="text-ink-2">{t(isAsked ? 'preview.aboutAsked' : 'preview.about')}</p>
      </div>
      {missing === 'brand' || missing === 'forms' || !isWhole ? (
        <p className="rounded-medium border border-dashed border-line px-4 py-8 text-center text-ink-3">
          {t('preview.wait')}
        </p>
      ) : isError ? (
        <LoadFailed what={t('what.preview')} error={preview.error} onRetry={() => void preview.refetch()} />
      ) : isPending ? (
        <LinesWait what={t('what.preview')} />
      ) : (
        data && (
          <div
            className={`grid grid-cols-[minmax(0,1fr)] gap-4 transition-opacity ${isPlaceholderData ? 'opacity-60' : ''}`}
          >
            <Figures preview={data} isLooking={isFetching} />
            <AskNetworks
              sources={sources}
              chosen={body.sources}
              asked={isAsked ? data.asked : []}
              wasAsked={asked.ask.length > 0}
              isAsking={isAsked && isFetching}
              onAsk={(ask) => setAsked({ key, ask: isAsked ? [...new Set([...asked.ask, ...ask])] : ask })}
            />
            {data.asked.length > 0 && isAsked && data.asked.every(({ problem }) => problem !== null) && (
              <FormProblem>{t('ask.allFailed')}</FormProblem>
            )}
            <HeardOrNearly preview={data} body={draft.body} isAsked={isAsked} onChange={onChange} />
          </div>
        )
      )}
    </section>
  );
}

const hearing = (body: Body): Body => ({ ...body, name: t('preview.unsaidName') });

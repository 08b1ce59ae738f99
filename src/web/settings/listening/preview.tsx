import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preview as Answer, ListeningSource } from '../../../wire/listening.ts';
import { inWords } from '../../api/call.ts';
import { FormProblem } from '../../parts/form.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { useSettled } from '../priority/use-settled.ts';
import { AskNetworks } from './ask-networks.tsx';
import { type Body, type Draft, missingIn } from './draft.ts';
import { Figures } from './figures.tsx';
import { HeardOrNearly } from './heard-or-nearly.tsx';
import { merged } from './merged.ts';
import { preview, previewQuery } from './queries.ts';

const STILL_MS = 500;
interface Asked {
  readonly ask: readonly string[];
  readonly key: string;
}
interface Answered {
  /** The draft that was asked about. */
  readonly key: string;
  readonly answer: Answer;
}

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
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const asking = useMutation({
    mutationFn: async ({ ask, key: of }: Asked) => ({ key: of, answer: await preview(body, ask) }),
    onSuccess: (one) => setAnswers((all) => [...all, one]),
  });
  // Whoever goes on writing asks no network again by that, and an answer to another draft is none to this one.
  const heard = answers.filter((one) => one.key === key).map(({ answer }) => answer);
  const isAsked = heard.length > 0;
  const missing = missingIn(draft);
  const isWhole = body.brand.length > 0 && body.forms.length > 0 && body.boardId !== '';
  const kept = useQuery({ ...previewQuery(body), enabled: isWhole });
  const { isPending, isError, isFetching, isPlaceholderData } = kept;
  const data = kept.data && merged(kept.data, isPlaceholderData ? [] : heard);
  return (
    <section
      aria-labelledby="preview-title"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 desk:sticky desk:top-0 desk:-my-6 desk:min-h-[calc(100dvh-53px)] desk:max-h-[calc(100dvh-53px)] desk:overflow-auto desk:border-s desk:border-line desk:py-6 desk:ps-6"
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
        <LoadFailed what={t('what.preview')} error={kept.error} onRetry={() => void kept.refetch()} />
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
              asked={data.asked}
              wasAsked={answers.length > 0}
              isAsking={asking.isPending}
              onAsk={(ask) => asking.mutate({ ask, key })}
            />
            {asking.isError && asking.variables.key === key && <FormProblem>{inWords(asking.error)}</FormProblem>}
            <HeardOrNearly preview={data} body={draft.body} isAsked={isAsked} onChange={onChange} />
          </div>
        )
      )}
    </section>
  );
}

const hearing = (body: Body): Body => ({ ...body, name: t('preview.unsaidName') });

import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { CLOCK_KINDS } from '../../../core/clocks/policy.ts';
import type { DryRun as DryRunOf, Policy } from '../../../wire/clocks.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { percent } from '../../text/percent.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { Lines, Section } from '../parts/sheet.tsx';

/** The last month under these answer times. Nothing is changed by looking. */
export function DryRun({ policies }: { readonly policies: readonly Policy[] }) {
  const run = useMutation({
    mutationFn: () => call<DryRunOf>('POST', '/api/answer-policies-dry-run', { policies }),
  });
  return (
    <Section
      title={t('times.try')}
      about={t('times.tryAbout')}
      acts={
        <Button icon={<Play size={14} aria-hidden />} isBusy={run.isPending} onClick={() => run.mutate()}>
          {t(run.data ? 'times.tryAgain' : 'times.tryRun')}
        </Button>
      }
    >
      <div aria-live="polite">
        {run.isError && <LoadFailed what={t('times.tryFailed')} error={run.error} onRetry={() => run.mutate()} />}
        {run.data && <Tried run={run.data} />}
      </div>
    </Section>
  );
}

function Tried({ run }: { readonly run: DryRunOf }) {
  if (run.conversations === 0) return <p className="text-ink-2">{t('times.triedNone')}</p>;
  const kinds = CLOCK_KINDS.flatMap((kind) => {
    const kept = run.kinds[kind];
    return kept && kept.timed > 0 ? [{ kind, ...kept }] : [];
  });
  return (
    <>
      <p className="mb-2 text-ink-2">
        {t(run.isCapped ? 'times.triedCapped' : 'times.tried', {
          fitting: count(run.fitting),
          all: count(run.conversations),
        })}
      </p>
      {kinds.length === 0 ? (
        <p className="text-ink-2">{t('times.triedNothing')}</p>
      ) : (
        <Lines label={t('times.try')}>
          {kinds.map(({ kind, met, timed }) => (
            <li
              key={kind}
              className="grid gap-1.5 px-4 py-3 phone:grid-cols-[160px_minmax(0,1fr)_auto] phone:items-center phone:gap-4"
            >
              <span className="font-medium">{t(`clock.${kind}`)}</span>
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${(met / timed) * 100}%` }} />
              </span>
              <span className="num flex items-baseline gap-3 phone:justify-end">
                <b className="text-l font-semibold">{percent.format(met / timed)}</b>
                <span className="text-s text-ink-3">{t('times.met', { met: count(met), timed: count(timed) })}</span>
              </span>
            </li>
          ))}
        </Lines>
      )}
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ban, Check, Minus } from 'lucide-react';
import type { RuleBody, RuleDryRun } from '../../../wire/rules.ts';
import { Button } from '../../parts/button.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, count } from '../../time/words.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { Section } from '../parts/sheet.tsx';
import { dryRun } from './queries.ts';

/** What a rule would do, before it does anything. */
export function DryRun({ body, isWhole }: { readonly body: RuleBody; readonly isWhole: () => boolean }) {
  const run = useMutation({ mutationFn: dryRun });
  // A rule may be tried before it has a name.
  const look = () => isWhole() && run.mutate({ ...body, name: body.name.trim() || t('rules.add') });
  return (
    <Section
      title={t('rules.try')}
      about={t('rules.tryAbout')}
      acts={
        <Button isBusy={run.isPending} onClick={look}>
          {t(run.data ? 'rules.tryAgain' : 'rules.tryNow')}
        </Button>
      }
    >
      {run.isPending ? (
        <LinesWait what={t('rules.dryRun.what')} />
      ) : run.isError ? (
        <LoadFailed what={t('rules.dryRun.what')} error={run.error} onRetry={look} />
      ) : (
        run.data && <Found run={run.data} hasHours={body.hours !== null} />
      )}
    </Section>
  );
}

function Found({ run, hasHours }: { readonly run: RuleDryRun; readonly hasHours: boolean }) {
  const { found, looked, newest } = run;
  const share = looked === 0 ? 0 : found / looked;
  const numbers = { found: count(found), looked: count(looked) };
  return (
    <div className="grid gap-3" aria-live="polite">
      <p className="text-l">
        {found === 0 ? t('rules.foundNone', numbers) : <b className="font-semibold">{t('rules.found', numbers)}</b>}
      </p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full rounded-full bg-accent"
          style={{ inlineSize: `${Math.max(share * 100, found > 0 ? 1 : 0)}%` }}
        />
      </div>
      {hasHours && <p className="text-s text-ink-3">{t('rules.noHours')}</p>}
      {newest.length > 0 && (
        <>
          <p className="text-s text-ink-3">{t('rules.newest', { count: newest.length })}</p>
          <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
            {newest.map((row) => (
              <Touched key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const MARKS = { does: Check, nothing: Minus, cannot: Ban } as const;
const LOOKS = { does: 'text-ink', nothing: 'text-ink-3', cannot: 'text-alarm' } as const;

function Touched({ row }: { readonly row: RuleDryRun['newest'][number] }) {
  const now = useNow();
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <Link
        to="/desk/$id"
        params={{ id: row.id }}
        target="_blank"
        className="flex min-w-0 items-center gap-2 hover:underline max-phone:min-h-10"
      >
        <NetworkMark channel={row.channel} />
        <span className="flex-none font-semibold">{row.contactName}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{row.preview}</span>
        <span className="num flex-none text-s text-ink-3">{agoWords(row.lastMessageAt, now)}</span>
      </Link>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-s">
        {row.steps.map((step, at) => {
          const Mark = MARKS[step.outcome];
          return (
            <li key={`${String(at)} ${step.do}`} className={`inline-flex items-center gap-1 ${LOOKS[step.outcome]}`}>
              <Mark size={12} aria-hidden />
              {t(`rules.act.${step.do}`)}
              <span className={step.outcome === 'does' ? 'sr-only' : ''}>
                {' · '}
                {step.why ?? t(`rules.outcome.${step.outcome}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Condition } from '../../../core/conversation/filter.ts';
import type { ExplainedRule, Rule } from '../../../wire/rules.ts';
import { useChoices, useFields } from '../../desk/filter/use-choices.tsx';
import { conditionWords } from '../../desk/filter/words.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, momentWords } from '../../time/words.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { Lines, Section } from '../parts/sheet.tsx';
import { explainQuery } from './queries.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Why this rule acted on a conversation, or did not: each condition with yes or no. */
export function WhyNot({ rule, isDirty }: { readonly rule: Rule; readonly isDirty: boolean }) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [isBad, setBad] = useState(false);
  const query = useQuery({ ...explainQuery(asked ?? ''), enabled: asked !== null });
  function look(event: FormEvent) {
    event.preventDefault();
    const id = ID.exec(typed)?.[0].toLowerCase() ?? null;
    setBad(id === null);
    if (id !== null && id === asked) void query.refetch();
    setAsked(id);
  }
  const found = query.data?.items.find(({ id }) => id === rule.id);
  return (
    <Section title={t('rules.why')} about={t(isDirty ? 'rules.unsaved' : 'rules.whyAbout')}>
      <form onSubmit={look} className="mb-3 flex flex-wrap items-start gap-2">
        <div className="min-w-[240px] flex-1">
          <TextField
            label={t('rules.whyPlace')}
            value={typed}
            problem={isBad ? t('rules.whyBad') : null}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Button type="submit" isBusy={query.isFetching} disabled={typed.trim() === ''} className="mt-[22px]">
          {t('rules.whyAsk')}
        </Button>
      </form>
      {asked !== null &&
        (query.isError ? (
          <LoadFailed what={t('what.rule')} error={query.error} onRetry={() => void query.refetch()} />
        ) : found ? (
          <Explained found={found} />
        ) : (
          query.isPending && <LinesWait what={t('what.rule')} />
        ))}
    </Section>
  );
}

function Explained({ found }: { readonly found: ExplainedRule }) {
  const now = useNow();
  const choices = useChoices();
  const fields = useFields();
  const against = [
    found.isOn ? null : t('rules.isOff'),
    found.fits ? null : t('rules.fitsNot'),
    found.isTime ? null : t('rules.notYet'),
    found.isInHours ? null : t('rules.notInHours'),
    found.isMerged ? t('rules.isMerged') : null,
    found.isBlocked ? t('rules.isBlocked') : null,
    found.isOlder ? t('rules.isOlder') : null,
    found.stoppedBy ? t('rules.stoppedBy', { name: found.stoppedBy.name }) : null,
    found.byHand.length > 0
      ? t('rules.byHand', { acts: found.byHand.map((act) => t(`rules.act.${act}`)).join(', ') })
      : null,
    found.restsUntil ? t('rules.rests', { until: momentWords(found.restsUntil, now) }) : null,
  ].filter((words) => words !== null);
  return (
    <div className="grid gap-3" aria-live="polite">
      <p className="text-l">
        <b className="font-semibold">{against.length === 0 ? t('rules.fits') : against.join(' ')}</b>{' '}
        <span className="text-ink-2">
          {found.lastAt ? t('rules.acted', { at: agoWords(found.lastAt, now) }) : t('rules.actedNever')}
        </span>
      </p>
      {found.conditions.length === 0 ? (
        <p className="text-ink-2">{t('rules.noConditions')}</p>
      ) : (
        <Lines label={t('rules.conditions')}>
          {found.conditions.map(({ condition, holds }) => (
            <li key={JSON.stringify(condition)} className="flex min-h-10 items-center gap-3 px-4 py-2">
              {holds ? (
                <Check size={15} aria-label={t('rules.holds')} className="flex-none text-accent" />
              ) : (
                <X size={15} aria-label={t('rules.holdsNot')} className="flex-none text-alarm" />
              )}
              <span className={holds ? 'text-ink-2' : 'font-medium'}>
                {conditionWords(condition as Condition, { choices, fields })}
              </span>
            </li>
          ))}
        </Lines>
      )}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { FACTORS, MODES } from '../../../core/routing/policy.ts';
import type { RoutingPolicy } from '../../../wire/routing.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceCards } from '../../parts/choice-cards.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { PolicyTerms } from './policy-terms.tsx';
import { WeightLine } from './weight-line.tsx';

/** How somebody is chosen. Nothing holds before it is saved. */
export function PolicyForm({
  teamId,
  onVersion,
  kept,
  isOwn,
  onDirty,
}: {
  readonly teamId: string | null;
  readonly onVersion: number;
  readonly kept: RoutingPolicy;
  /** Else what is shown is the workspace's, and saving makes it the team's own. */
  readonly isOwn: boolean;
  readonly onDirty: (isDirty: boolean) => void;
}) {
  const [base, setBase] = useState({ onVersion, kept });
  const [policy, setPolicy] = useState(kept);
  const save = useSave();
  const refresh = useRefresh('routing');
  const isDirty = JSON.stringify(policy) !== JSON.stringify(base.kept);
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty, onDirty]);
  // What somebody else saves is taken up; under one's own hands it is not, and saving then says so.
  if (!isDirty && JSON.stringify(base) !== JSON.stringify({ onVersion, kept })) startFrom({ onVersion, kept });
  function startFrom(next: typeof base) {
    setBase(next);
    setPolicy(next.kept);
  }
  const put = (patch: Partial<RoutingPolicy>) => setPolicy({ ...policy, ...patch });
  async function keep(next: RoutingPolicy | null) {
    const done = await save.run(() =>
      call('PUT', '/api/routing/policy', { teamId, onVersion: base.onVersion, policy: next }),
    );
    if (done === null) return;
    say({ title: t('routing.saved') });
    await refresh();
    setBase({ ...base, kept: next ?? policy });
  }
  return (
    <Form
      save={save}
      fields={['capacity', 'stickyDays', 'topFrom', 'passOnMinutes']}
      onSubmit={() => void keep(policy)}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      acts={
        <div className="sticky bottom-0 -mx-2 flex flex-wrap items-center gap-2 border-t border-line bg-paper px-2 py-3">
          <Button type="submit" look="main" isBusy={save.isBusy} disabled={!isDirty && isOwn}>
            {t('settings.save')}
          </Button>
          {isDirty && (
            <>
              <Button look="quiet" onClick={() => startFrom({ onVersion, kept })}>
                {t('routing.discard')}
              </Button>
              <span className="text-s text-ink-3">{t('routing.changed')}</span>
            </>
          )}
          {teamId !== null && isOwn && (
            <Button look="quiet" className="ms-auto" onClick={() => void keep(null)}>
              {t('routing.followAgain')}
            </Button>
          )}
        </div>
      }
    >
      <Section title={t('routing.mode')}>
        <ChoiceCards
          label={t('routing.mode')}
          values={MODES}
          value={policy.mode}
          name={(mode) => t(`routing.mode.${mode}`)}
          about={(mode) => t(`routing.mode.${mode}.about`)}
          className="phone:grid-cols-2 desk:grid-cols-4"
          onChange={(mode) => put({ mode })}
        />
      </Section>
      {policy.mode === 'best_fit' && (
        <Section title={t('routing.weights')}>
          <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
            {FACTORS.map((factor) => (
              <WeightLine
                key={factor}
                factor={factor}
                value={policy.weights[factor]}
                onChange={(weight) => put({ weights: { ...policy.weights, [factor]: weight } })}
              />
            ))}
          </ul>
          <p className="mt-2 max-w-[80ch] text-s text-ink-3">{t('routing.figuresNote')}</p>
        </Section>
      )}
      {policy.mode !== 'off' && <PolicyTerms policy={policy} save={save} onPut={put} />}
      <Unsaved isDirty={isDirty && !save.isBusy} />
    </Form>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { FACTOR_GROUPS } from '../../../core/priority/factor.ts';
import type { Factor, HeldScale, Scale, ScaleVersion } from '../../../wire/priority.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { Button } from '../../parts/button.tsx';
import { INPUT } from '../../parts/field.tsx';
import { FormProblem, useSave } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Lines, Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { DryRun } from './dry-run.tsx';
import { FactorLine } from './factor-line.tsx';
import { useDraft } from './use-draft.ts';

/** The factors with their weights; beside them what moving one would do, before it is saved. */
export function ScaleEditor({
  held,
  factors,
  fallback,
  onDirty,
}: {
  readonly held: HeldScale;
  readonly factors: readonly z.infer<typeof Factor>[];
  readonly fallback: Scale | null;
  readonly onDirty: (isDirty: boolean) => void;
}) {
  const draft = useDraft(held, factors, fallback);
  const save = useSave();
  const refresh = useRefresh('priority');
  const moves = useRef<HTMLDivElement>(null);
  const [why, setWhy] = useState('');
  // The same as long as it is the same wish: what was sent twice is one version.
  const [id, setId] = useState(newId);
  useEffect(() => onDirty(draft.isDirty), [onDirty, draft.isDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);

  async function keep() {
    const body = { id, teamId: held.teamId, from: held.version, weights: draft.sent, why };
    const saved = await save.run(() => call<ScaleVersion>('POST', '/api/priority/versions', body));
    if (!saved) {
      setId(newId());
      return;
    }
    say({ title: t('priority.saved') });
    await refresh();
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 desk:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
      <div className="grid gap-5">
        {FACTOR_GROUPS.map((group, at) => (
          <Section
            key={group}
            title={t(`priority.group.${group}`)}
            acts={
              at === 0 &&
              draft.mayGiveUp && (
                <Button look="quiet" onClick={draft.giveUp}>
                  {t(held.teamId ? 'priority.followAgain' : 'priority.asShipped')}
                </Button>
              )
            }
          >
            <Lines label={t(`priority.group.${group}`)}>
              {factors
                .filter((one) => one.group === group)
                .map((one) => (
                  <FactorLine
                    key={one.id}
                    id={one.id}
                    now={draft.weights[one.id]}
                    before={held.weights[one.id]}
                    onChange={(to) => draft.change(one.id, to)}
                  />
                ))}
            </Lines>
          </Section>
        ))}
      </div>
      <div ref={moves} className="scroll-mt-4 desk:sticky desk:top-0">
        <DryRun teamId={held.teamId} weights={draft.weights} isDirty={draft.isDirty} />
      </div>
      {draft.isDirty && (
        <form
          className="rise sticky bottom-3 z-20 grid gap-2 rounded-medium bg-raised p-3 shadow-lift motion-reduce:animate-none desk:col-span-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (!save.isBusy) void keep();
          }}
        >
          <div className="flex flex-wrap items-center gap-2">
            <p className="me-2 font-medium" aria-live="polite">
              {t('priority.changes', { count: draft.changed })}
            </p>
            <input
              aria-label={t('priority.whyLabel')}
              placeholder={t('priority.whyExample')}
              maxLength={300}
              value={why}
              onChange={({ target }) => setWhy(target.value)}
              className={`${INPUT} !w-auto min-w-[180px] flex-1`}
            />
            <Button look="quiet" className="desk:hidden" onClick={() => moves.current?.scrollIntoView()}>
              {t('priority.seeMoves')}
            </Button>
            <Button look="quiet" onClick={draft.discard}>
              {t('priority.discard')}
            </Button>
            <Button type="submit" look="main" isBusy={save.isBusy}>
              {t('settings.save')}
            </Button>
          </div>
          {save.problems.length > 0 && <FormProblem>{save.problems.map(({ words }) => words).join(' ')}</FormProblem>}
        </form>
      )}
      <Unsaved isDirty={draft.isDirty && !save.isBusy} />
    </div>
  );
}

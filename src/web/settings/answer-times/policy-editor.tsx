import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ANYTHING, CLOCK_KINDS } from '../../../core/clocks/policy.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { useConfirm } from '../../parts/confirm.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { Lines, Section } from '../parts/sheet.tsx';
import { useLeave } from '../parts/use-leave.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { ConditionFields } from './conditions.tsx';
import { DryRun } from './dry-run.tsx';
import { TargetLine } from './target-line.tsx';

const WARNINGS = [5, 10, 15, 30, 60, 120, 240, 720];

const blank = (): Policy => ({
  id: newId(),
  name: '',
  isOn: true,
  conditions: { ...ANYTHING, inboxIds: [], channels: [], reach: [], languages: [], labelIds: [] },
  targets: { first_response: { by: 'minutes', minutes: 60, hours: 'open' } },
  warnMinutes: 15,
  onBreach: { teamId: null, agentId: null },
});

/** One answer time: for what, by when, and whom it calls. */
export function PolicyEditor({ policy, all }: { readonly policy: Policy | null; readonly all: readonly Policy[] }) {
  const save = useSave();
  const refresh = useRefresh('answer-policies');
  const settle = useSettle('answer-policies');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('answer-times');
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const [kept] = useState(() => policy ?? blank());
  const [form, setForm] = useState(kept);
  const isDirty = JSON.stringify(form) !== JSON.stringify(kept);
  const warnings = [...new Set([...WARNINGS, ...(form.warnMinutes ? [form.warnMinutes] : [])])].sort((a, b) => a - b);
  const nobody = { value: '', label: t('times.nobody') };

  async function submit() {
    const { id, ...body } = form;
    const keep = () =>
      policy ? call('PUT', `/api/answer-policies/${id}`, body) : call('POST', '/api/answer-policies', form);
    if ((await save.run(keep)) === null) return;
    void refresh();
    say({ title: t('quoted.saved', { name: form.name }) });
    leave();
  }
  async function remove({ id, name }: Policy) {
    const title = t('quoted.removeTitle', { name });
    const isSure = await ask({ title, about: t('times.removeAbout'), act: t('settings.remove'), isGrave: true });
    if (isSure && (await settle('DELETE', `/api/answer-policies/${id}`, undefined, t('quoted.removed', { name }))))
      leave();
  }
  const tried = policy ? all.map((one) => (one.id === form.id ? form : one)) : [...all, form];
  return (
    <Form
      save={save}
      fields={['name']}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
      acts={
        <EditorActs
          isBusy={save.isBusy}
          isOff={!isDirty || Object.keys(form.targets).length === 0}
          onRemove={policy && (() => void remove(policy))}
        />
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('people.name')}
          required
          maxLength={60}
          placeholder={t('times.example')}
          value={form.name}
          onChange={({ target }) => setForm({ ...form, name: target.value })}
          problem={save.at('name')}
        />
        <Toggle
          label={t('times.isOn')}
          help={t('times.isOnHelp')}
          isOn={form.isOn}
          onChange={(isOn) => setForm({ ...form, isOn })}
        />
      </div>
      <ConditionFields conditions={form.conditions} onChange={(conditions) => setForm({ ...form, conditions })} />
      <Section title={t('times.by')} about={`${t('times.byAbout')} ${t('times.dayIs')}`}>
        <Lines label={t('times.by')}>
          {CLOCK_KINDS.map((kind) => (
            <TargetLine
              key={kind}
              kind={kind}
              target={form.targets[kind]}
              onChange={(target) => {
                const { [kind]: _, ...others } = form.targets;
                setForm({ ...form, targets: target ? { ...others, [kind]: target } : others });
              }}
            />
          ))}
        </Lines>
      </Section>
      <Section title={t('times.then')} about={t('times.thenAbout')}>
        <div className="grid gap-x-4 gap-y-2 phone:grid-cols-3">
          <Field label={t('times.warn')} help={t('times.warnHelp')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('times.warn')}
                value={String(form.warnMinutes ?? '')}
                options={[
                  { value: '', label: t('times.warn.none') },
                  ...warnings.map((minutes) => ({
                    value: String(minutes),
                    label:
                      minutes % 60 === 0
                        ? t('times.warn.hours', { count: minutes / 60 })
                        : t('times.warn.minutes', { count: minutes }),
                  })),
                ]}
                onChange={(next) => setForm({ ...form, warnMinutes: next === '' ? null : Number(next) })}
              />
            )}
          </Field>
          <Field label={t('times.tellTeam')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('times.tellTeam')}
                value={form.onBreach.teamId ?? ''}
                options={[nobody, ...teams.map((one) => ({ value: one.id, label: one.name }))]}
                onChange={(next) => setForm({ ...form, onBreach: { ...form.onBreach, teamId: next || null } })}
              />
            )}
          </Field>
          <Field label={t('times.tellAgent')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('times.tellAgent')}
                value={form.onBreach.agentId ?? ''}
                options={[nobody, ...agents.map((one) => ({ value: one.id, label: one.name }))]}
                onChange={(next) => setForm({ ...form, onBreach: { ...form.onBreach, agentId: next || null } })}
              />
            )}
          </Field>
        </div>
      </Section>
      <DryRun policies={tried.map((one) => ({ ...one, name: one.name || t('times.add') }))} />
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
